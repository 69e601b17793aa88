import { messageOf } from '../contracts/failure.ts';
import type { StreamId } from '../contracts/ids.ts';
import type { Pokes } from './pokes.ts';
import { type WatchParts, watch } from './watchman.ts';

export interface Recovery {
  /** Streams that the ledger says are not closed. */
  readonly open: number;
  /** Of these, how many had no running workflow and were started. */
  readonly started: number;
  readonly failed: readonly { readonly stream: StreamId; readonly reason: string }[];
}

const AT_ONCE = 16;

/**
 * What the watchman and the sweeper do within minutes by themselves, at once and for somebody who waits for it. It may be
 * done at any time, and twice.
 */
export async function recover(
  parts: WatchParts & { readonly pokes: Pokes; readonly progress?: (done: number, of: number) => void },
): Promise<Recovery> {
  const { open, lost, late } = await watch(parts);
  const wanted = [...new Set([...lost, ...late])];
  const failed: { stream: StreamId; reason: string }[] = [];
  let next = 0;
  let done = 0;
  async function lane(): Promise<void> {
    for (let stream = wanted[next++]; stream; stream = wanted[next++]) {
      await parts.pokes.one(stream).catch((error: unknown) => {
        failed.push({ stream: stream!, reason: messageOf(error) });
      });
      parts.progress?.(++done, wanted.length);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const missed = new Set(failed.map((f) => f.stream));
  return { open, started: lost.filter((stream) => !missed.has(stream)).length, failed };
}
