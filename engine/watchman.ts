import type { Client } from '@temporalio/client';
import { WORKFLOW_OF } from '../contracts/advance.ts';
import type { Instant, StreamId } from '../contracts/ids.ts';
import { alone } from '../db/alone.ts';
import { type Pool, transaction } from '../db/connection.ts';
import { askLooks } from '../db/looks.ts';
import { behind, openStreams, type Stalled, stalledWork, streamsInTrouble } from '../db/streams.ts';

const EVERY_MS = 300_000;
/** What is due for less than this may be under way. */
const LATE_MS = 60_000;
const AT_ONCE = 500;
/** In real time. The slowest work takes minutes. */
export const WORK_TAKES_MS = 3_600_000;

/** What the watchman has found. */
export interface Watched {
  /** Streams that the ledger says are not closed. */
  readonly open: number;
  /** Of these, the ones whose workflow did not run. */
  readonly lost: readonly StreamId[];
  /** Those in which something was due and has not happened. */
  readonly late: readonly StreamId[];
  /** Those in which time fails, each with why. */
  readonly troubled: readonly { readonly stream: StreamId; readonly trouble: string }[];
  /** Slow work that is wanted for more than an hour and has not come in: it fails, is refused, or nobody does it. */
  readonly stalled: readonly Stalled[];
}

export interface WatchParts {
  readonly pool: Pool;
  readonly client: Client;
  /** Procedure time. */
  readonly now: () => Instant;
}

/**
 * Compares what runs on Temporal with what the ledger says is open, and asks for a look wherever they differ or something
 * is late: a workflow that was ended by hand, or a whole namespace that was lost, comes back by itself.
 */
export async function watch({ pool, client, now }: WatchParts): Promise<Watched> {
  const late = await behind(pool, now() - LATE_MS);
  const running = await runningStreams(client);
  // Asked after the list was read, so that what has begun meanwhile is looked at once too often, not never.
  const open = await openStreams(pool);
  const lost = open.filter((stream) => !running.has(stream));
  const asked = [...new Set([...lost, ...late])];
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    const some = asked.slice(from, from + AT_ONCE);
    await transaction(pool, (connection) =>
      askLooks(
        connection,
        some.map((stream) => ({ stream, held: false })),
      ),
    );
  }
  const [troubled, stalled] = await Promise.all([streamsInTrouble(pool), stalledWork(pool, WORK_TAKES_MS)]);
  return { open: open.length, lost, late, troubled, stalled };
}

/** Watches every five minutes, in one process of the installation; `tell` hears of what it finds. */
export function keepWatch(parts: WatchParts, tell: (found: Watched) => Promise<void>): { stop(): Promise<void> } {
  return alone(parts.pool, 'watchman', EVERY_MS, async () => tell(await watch(parts)));
}

/** One paged list of all that runs; workflow ids are stream ids. */
async function runningStreams(client: Client): Promise<Set<string>> {
  const running = new Set<string>();
  const types = new Set<string>(Object.values(WORKFLOW_OF));
  for await (const { workflowId, type } of client.workflow.list({ query: "ExecutionStatus = 'Running'" })) {
    if (types.has(type)) running.add(workflowId);
  }
  return running;
}
