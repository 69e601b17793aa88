// Rostrum as one of the systems of the peers' harness: `run.mjs --driver rostrum=bench/rostrum-driver.mjs`.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { assessmentsOf } from './assessments.mjs';
import { until } from './client.mjs';
import {
  armedAt,
  isRanked,
  moveRound,
  openRound,
  reviewersPending,
  standingOf,
  submissionRequest,
} from './review-round.mjs';
import { startBenchStack } from './stack.mjs';
import { versionsOf } from './versions.mjs';

const DESIGN =
  'event-sourced: submissions gather and are decided and stored in one transaction with ledger (hash chain), projections ' +
  'and outbox; ack = applied; a workflow a round keeps time; disk_mib includes Temporal’s store';

/** Starts a fresh durable stack and answers as the harness asks; see its README, "Adding a system". */
export async function start() {
  const stack = await startBenchStack({ log: (sentence) => console.error(sentence) });
  const { watch, origin } = stack;
  /** Round -> how many reviewers had their reminder planned at the right instant when it was last looked at. */
  const planned = new Map();
  /** A command that is sent again is the same command: the same id with another score would be refused, by 409. */
  const sent = new Map();
  const once = (key, request) => {
    if (!sent.has(key)) sent.set(key, request());
    return sent.get(key);
  };
  return {
    design: DESIGN,
    versions: await versionsOf(stack),
    pids: stack.pids,
    db: databaseMeter(stack),
    origin,
    async open(round) {
      await openRound(origin, round.round, round.due, assessmentsOf(round.A, round.R));
      await until(async () => (await armedAt(watch, round.round, round.remindAt)) === round.R, 'reminders armed');
      planned.set(round.round, round.R);
    },
    request: (round, submission) =>
      once(`${round.round} ${submission.id}`, () => submissionRequest(round.round, submission)),
    async move(round) {
      await moveRound(origin, round.round, round.due);
      const pending = round.stillPending ?? (await reviewersPending(watch, round.round));
      await until(async () => (await armedAt(watch, round.round, round.remindAt)) === pending, 'reminders moved');
    },
    armed: (round) => remindersKept(watch, round.round, planned.get(round.round)),
    ranked: (round) => until(() => isRanked(origin, round.round, round.A), 'the ranked list'),
    ranking: (round) => standingOf(origin, round.round),
    rows: () => tableSizes(watch),
    stop: stack.stop,
  };
}

/**
 * The harness asks at the end, when every desk is done. Rostrum takes a reminder back as soon as its reviewer owes
 * nothing more, so by then none may be left: every reviewer whose reminder was seen armed at the expected instant, and
 * moved if they still owed something, counts, provided that nobody without an open task still has one.
 */
async function remindersKept(watch, round, planned) {
  const [left, pending] = [await armedAt(watch, round), await reviewersPending(watch, round)];
  return left === pending ? planned : left;
}

/** What the harness measures of a PostgreSQL; Temporal's store is added, or it would be left out. */
function databaseMeter({ watch: { one }, dataDir, databaseUrl, pids }) {
  return {
    url: databaseUrl,
    pid: pids.postgres,
    one,
    lsn: () => one('select pg_current_wal_lsn()::text'),
    walSince: async (lsn) => Number(await one('select pg_wal_lsn_diff(pg_current_wal_lsn(), $1)', [lsn])),
    dbBytes: async () => Number(await one('select pg_database_size(current_database())')) + (await storeBytes(dataDir)),
  };
}

/** Bytes of Temporal's SQLite file with its write-ahead log. */
async function storeBytes(dataDir) {
  const file = path.join(dataDir, 'temporal', 'temporal.sqlite');
  const sizes = ['', '-wal'].map((suffix) =>
    stat(`${file}${suffix}`).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function tableSizes({ one }) {
  const sizes = {};
  for (const table of ['ledger', 'command', 'task', 'agenda', 'outbox']) {
    sizes[table] = await one(`select count(*)::int from ${table}`);
  }
  return sizes;
}
