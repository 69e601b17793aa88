import { ORGANISATION, type ProcessType, type StreamId } from '../contracts/ids.ts';
import type { Pool } from '../db/connection.ts';
import { streamRow } from '../db/streams.ts';
import { notFoundStream } from '../views/refused.ts';
import { problem } from './problem.ts';

/** Streams are never removed, so what was there once need not be asked for again. */
const MOST_REMEMBERED = 50_000;

/**
 * The stream that a path means: `trainers-2027` and `selection:trainers-2027` are the same selection. Throws the problem
 * `input-invalid` for a stream of another kind.
 */
export function streamOf(kind: ProcessType, id: string): StreamId {
  if (id.startsWith(`${kind}:`)) return id as StreamId;
  if (!id.includes(':')) return `${kind}:${id}`;
  throw problem('input-invalid/other-kind', { id, kind });
}

/** Knows which streams exist, so that a mistyped id starts no workflow. */
export class Streams {
  readonly #pool: Pool;
  readonly #there = new Set<StreamId>([ORGANISATION]);

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  isKnown(stream: StreamId): boolean {
    return this.#there.has(stream);
  }

  /** Throws the problem `not-found`, or the one that is given, when nothing was ever written to the stream. */
  async demand(stream: StreamId, missing: Error = notFoundStream(stream)): Promise<void> {
    if (this.#there.has(stream)) return;
    if (!(await streamRow(this.#pool, stream))) throw missing;
    if (this.#there.size > MOST_REMEMBERED) this.#there.clear();
    this.#there.add(stream);
  }
}
