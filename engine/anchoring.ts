import { messageOf } from '../contracts/failure.ts';
import { alone } from '../db/alone.ts';
import { lastAnchor, type MadeAnchor, makeAnchor, noteAnchor, noteKept } from '../db/anchor.ts';
import { beside, type Pool } from '../db/connection.ts';
import type { Signer } from '../db/signature.ts';
import { DAY_MS } from '../domain/calendar/day.ts';

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

/** So far ahead an anchor may be of the clock that is asked; further, somebody has written it who wants none to follow. */
const AHEAD_MS = 3_600_000;

/**
 * Hands out the next anchor to all places, unless one that is not a day old is in other hands. Where no place has taken it, another
 * one, of the next number, follows the next time.
 * @returns whether one was handed out
 */
export async function anchorIfDue(parts: AnchorParts): Promise<boolean> {
  const { pool, signer, places, real, complain } = parts;
  if (!places.length) return false;
  const { keptAt } = await lastAnchor(pool);
  const age = keptAt === null ? Number.POSITIVE_INFINITY : real() - keptAt;
  if (age >= -AHEAD_MS && age < DAY_MS) return false;
  if (age < 0)
    complain('The last anchor of the ledger is noted for a time to come; see who wrote into its table', { keptAt });
  const keepAt = ({ name, keep }: AnchorPlace, anchor: MadeAnchor) =>
    keep(anchor).then(
      () => true,
      (error: unknown) => {
        complain('An anchor of the ledger could not be kept', { place: name, error: messageOf(error) });
        return false;
      },
    );
  const { isKept } = await handOut(pool, signer, real(), async (anchor) =>
    (await Promise.all(places.map((place) => keepAt(place, anchor)))).includes(true),
  );
  return isKept;
}

/** Makes the next anchor and hands it out. `keep`: whether anybody has it now; it is noted before, so that its number is its own. */
export async function handOut(
  pool: Pool,
  signer: Signer,
  at: number,
  keep: (anchor: MadeAnchor) => Promise<boolean>,
): Promise<{ readonly anchor: MadeAnchor; readonly isKept: boolean }> {
  const anchor = await makeAnchor(pool, signer, at);
  await noteAnchor(pool, anchor);
  const isKept = await keep(anchor);
  if (isKept) await noteKept(pool, anchor);
  return { anchor, isKept };
}

/** Sees every ten minutes, in one process of the installation, whether an anchor is due. */
export function keepAnchors(parts: AnchorParts): { stop(): Promise<void> } {
  return alone(beside(parts.pool), 'anchors', EVERY_MS, async () => {
    await anchorIfDue(parts).catch((error: unknown) => {
      parts.complain('No anchor of the ledger could be made', { error: messageOf(error) });
    });
  });
}
