import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Instant, StreamId } from '../contracts/ids.ts';
import { kindNames, wordsOf } from '../contracts/kinds.ts';
import { alone } from '../db/alone.ts';
import { type Pool, transaction } from '../db/connection.ts';
import { askLooks, waitingLooks } from '../db/looks.ts';
import { behind, openStreams, type Stalled, stalledWork, streamsInTrouble } from '../db/streams.ts';

const EVERY_MS = 300_000;
/** What is due for less than this may be under way. */
const LATE_MS = 60_000;
const AT_ONCE = 500;
const ASKED_AT_ONCE = 32;
/** In real time. The slowest work takes minutes. */
export const WORK_TAKES_MS = 3_600_000;

/** What the watchman has found. */
export interface Watched {
  /** Streams that the ledger says are not closed. */
  readonly open: number;
  /** Of these, the ones whose workflow did not run. */
  readonly lost: readonly StreamId[];
  /** Those in which something was due and has not happened, or that were asked to look and have not. */
  readonly late: readonly StreamId[];
  /** Those in which time fails, each with why. */
  readonly troubled: readonly { readonly stream: StreamId; readonly trouble: string }[];
  /** Slow work that is wanted for more than an hour and has not come in: it fails, is refused, or nobody does it. */
  readonly stalled: readonly Stalled[];
  /** Late or lost, as they were at the watch before; time does not fail in them, it does not come. */
  readonly stuck: readonly StreamId[];
}

export interface WatchParts {
  readonly pool: Pool;
  readonly client: Client;
  /** Procedure time. */
  readonly now: () => Instant;
  /** Told when Temporal does not say what runs: then nothing counts as lost. Absent: the watch fails. */
  readonly unlisted?: (error: Error) => void;
}

/**
 * Compares what runs on Temporal with what the ledger says is open, and asks for a look wherever they differ or something
 * is late: a workflow that was ended by hand, or a whole namespace that was lost, comes back by itself.
 */
export async function watch(parts: WatchParts, before: ReadonlySet<StreamId> = new Set()): Promise<Watched> {
  const { pool, now } = parts;
  const late = [...new Set([...(await behind(pool, now() - LATE_MS)), ...(await waitingLooks(pool, LATE_MS))])];
  const { open, lost } = await lostStreams(parts);
  const asked = [...new Set([...lost, ...late])];
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    const some = asked.slice(from, from + AT_ONCE);
    await transaction(pool, (connection) =>
      askLooks(
        connection,
        // Who is asked already need not be asked again: the sweeper sees to it.
        some.map((stream) => ({ stream, held: true, rest: false })),
      ),
    );
  }
  const [troubled, stalled] = await Promise.all([streamsInTrouble(pool), stalledWork(pool, WORK_TAKES_MS)]);
  const failing = new Set(troubled.map((t) => t.stream));
  const stuck = asked.filter((stream) => before.has(stream) && !failing.has(stream));
  return { open: open.length, lost, late, troubled, stalled, stuck };
}

/** Open streams, and those of them whose workflow does not run. */
export async function lostStreams({ pool, client, unlisted }: Omit<WatchParts, 'now'>): Promise<{
  readonly open: readonly StreamId[];
  readonly lost: readonly StreamId[];
}> {
  const away = (error: Error) => {
    if (!unlisted) throw error;
    unlisted(error);
  };
  const running = await runningStreams(client).catch(away);
  // Asked after the list was read, so that what has begun meanwhile is looked at once too often, not never.
  const open = await openStreams(pool);
  const missed = running && open.filter((stream) => !running.has(stream));
  const lost = missed && (await notRunning(client, missed).catch(away));
  return { open, lost: lost ?? [] };
}

/** Watches again and again, and knows what it found before. */
export class Watchman {
  readonly #parts: WatchParts;
  #before: ReadonlySet<StreamId> = new Set();

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  async watch(): Promise<Watched> {
    const found = await watch(this.#parts, this.#before);
    this.#before = new Set([...found.lost, ...found.late]);
    return found;
  }
}

/** Watches every five minutes, in one process of the installation; `tell` hears of what it finds. */
export function keepWatch(parts: WatchParts, tell: (found: Watched) => Promise<void>): { stop(): Promise<void> } {
  const watchman = new Watchman(parts);
  return alone(parts.pool, 'watchman', EVERY_MS, async () => tell(await watchman.watch()));
}

/**
 * Those of the streams whose workflow does not run, asked one by one: a list of Temporal's is behind by what has begun or
 * gone on in the last moments.
 */
async function notRunning(client: Client, streams: readonly StreamId[]): Promise<StreamId[]> {
  const lost: StreamId[] = [];
  for (let from = 0; from < streams.length; from += ASKED_AT_ONCE) {
    const some = streams.slice(from, from + ASKED_AT_ONCE);
    const run = await Promise.all(some.map((stream) => runs(client, stream)));
    lost.push(...some.filter((_, i) => !run[i]));
  }
  return lost;
}

async function runs(client: Client, stream: StreamId): Promise<boolean> {
  try {
    return (await client.workflow.getHandle(stream).describe()).status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** One paged list of all that runs; workflow ids are stream ids. */
async function runningStreams(client: Client): Promise<Set<string>> {
  const running = new Set<string>();
  const types = new Set<string>(kindNames().map((kind) => wordsOf(kind).workflow));
  for await (const { workflowId, type } of client.workflow.list({ query: "ExecutionStatus = 'Running'" })) {
    if (types.has(type)) running.add(workflowId);
  }
  return running;
}
