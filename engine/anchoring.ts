import { messageOf } from '../contracts/failure.ts';
import { alone } from '../db/alone.ts';
import { dropAnchor, lastAnchor, type MadeAnchor, makeAnchor, noteAnchor } from '../db/anchor.ts';
import type { Pool } from '../db/connection.ts';
import type { Signer } from '../db/signature.ts';

const DAY_MS = 86_400_000;
const EVERY_MS = 600_000;

/** Where anchors are kept, out of the reach of whoever owns the database. */
export interface AnchorPlace {
  readonly name: string;
  /** Fails when the anchor is not safe there. */
  readonly keep: (anchor: MadeAnchor) => Promise<void>;
}

export interface AnchorParts {
  readonly pool: Pool;
  readonly signer: Signer;
  readonly places: readonly AnchorPlace[];
  /** Real time in milliseconds: the days of an anchor are not those of procedures. */
  readonly real: () => number;
  /** Told of a place that did not take one. */
  readonly complain: (what: string, about: object) => void;
}

/**
 * Hands out the next anchor if the last one is a day old, to all places. It counts while one of them has it; else it is made
 * anew the next time.
 * @returns whether one was handed out
 */
export async function anchorIfDue(parts: AnchorParts): Promise<boolean> {
  const { pool, signer, places, real, complain } = parts;
  const last = await lastAnchor(pool);
  if (!places.length || (last && real() - last.at < DAY_MS)) return false;
  const anchor = await makeAnchor(pool, signer, real());
  // Noted before: were it handed out and not noted, there would be two of one number.
  await noteAnchor(pool, anchor);
  const kept = await Promise.all(
    places.map(({ name, keep }) =>
      keep(anchor).then(
        () => true,
        (error: unknown) => {
          complain('An anchor of the ledger could not be kept', { place: name, error: messageOf(error) });
          return false;
        },
      ),
    ),
  );
  if (kept.includes(true)) return true;
  await dropAnchor(pool, anchor);
  return false;
}

/** Sees every ten minutes, in one process of the installation, whether an anchor is due. */
export function keepAnchors(parts: AnchorParts): { stop(): Promise<void> } {
  return alone(parts.pool, 'anchors', EVERY_MS, async () => {
    await anchorIfDue(parts).catch((error: unknown) => {
      parts.complain('No anchor of the ledger could be made', { error: messageOf(error) });
    });
  });
}
