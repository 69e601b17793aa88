// `round`: one review round, measured from outside and checked.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { actionsOfWorkflow } from './actions.mjs';
import { assessmentsOf, DAY_MS, expectedStanding, REVIEWS_EACH, submissionsOf } from './assessments.mjs';
import { until } from './client.mjs';
import { MOST_PEOPLE } from './company.mjs';
import { quantile, submitAll } from './load.mjs';
import { startMeter } from './meter.mjs';
import {
  armedAt,
  isRanked,
  ledgerCounts,
  moveRound,
  openRound,
  reviewersPending,
  standingOf,
  submissionRequest,
} from './review-round.mjs';
import { startBenchStack } from './stack.mjs';
import { printTable } from './table.mjs';
import { versionsOf } from './versions.mjs';

const MEASURED = 'measured';
const WARM_UP = { id: 'warm-up', applications: 60, reviewers: 12, seed: 7 };
/** One event holds at most this many new tasks: contracts of the round. */
const TASKS_AN_EVENT = 2000;
/** So many old commands are sent again. */
const REPEATS = 10;

const say = (sentence) => console.error(sentence);
const since = (began) => performance.now() - began;

function numberOf(values, name, least, most) {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`--${name} must be a whole number from ${least} to ${most}, not "${values[name]}".`);
}

/** @param argv what follows the word `round` */
export async function round(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      applications: { type: 'string', default: '1000' },
      reviewers: { type: 'string', default: '60' },
      concurrency: { type: 'string', default: '64' },
      json: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  });
  const job = {
    applications: numberOf(values, 'applications', 1, 6666),
    reviewers: numberOf(values, 'reviewers', REVIEWS_EACH, MOST_PEOPLE),
    concurrency: numberOf(values, 'concurrency', 1, 1000),
  };
  const result = await measureRound(job, values.profile);
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else printResult(result);
}

async function measureRound(job, profileDir) {
  say('Starting PostgreSQL, Temporal, the engine and the API in a temporary folder.');
  const stack = await startBenchStack({ log: say, profileDir });
  try {
    await warmUp(stack, job.concurrency);
    if (profileDir) toggleProfiles(stack.pids);
    const measured = await playRound(stack, { id: MEASURED, seed: 42, ...job });
    if (profileDir) toggleProfiles(stack.pids);
    say('Counting what Temporal would bill.');
    const temporal = await temporalFigures(stack.temporalAddress, MEASURED);
    return figuresOf(job, measured, temporal, await versionsOf(stack));
  } finally {
    await stack.stop();
  }
}

/** Begins the profiles of the two processes, or ends and writes them; see profiled.mjs. */
function toggleProfiles({ api, engine }) {
  for (const pid of [api, engine]) process.kill(pid, 'SIGUSR2');
}

/** A small round first, so that the measured one meets compiled code and open connections. */
async function warmUp(stack, concurrency) {
  say(`Warming up with ${WARM_UP.applications} applications.`);
  await playRound(stack, { ...WARM_UP, concurrency });
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Opens a round, answers half, moves it by a day, repeats old commands, answers the rest, waits for the list; checks. */
async function playRound({ origin, watch, pids }, { id, applications, reviewers, concurrency, seed }) {
  const submissions = submissionsOf(applications, reviewers, seed);
  const half = submissions.length >> 1;
  const send = (some, most = concurrency) =>
    submitAll(origin, some, (submission) => submissionRequest(id, submission), most);
  const due = Date.now() + 7 * DAY_MS;
  const stopMeter = startMeter(pids);

  const began = performance.now();
  await openRound(origin, id, due, assessmentsOf(applications, reviewers));
  const openMs = since(began);
  await demandArmed(watch, id, due - DAY_MS);

  say(`${id}: ${half} of ${submissions.length} answers, ${concurrency} at a time.`);
  const first = await send(submissions.slice(0, half));

  const moveBegan = performance.now();
  await moveRound(origin, id, due + DAY_MS);
  const moveMs = since(moveBegan);
  await demandArmed(watch, id, due);

  const before = await ledgerCounts(watch, id);
  await send(submissions.slice(0, REPEATS), REPEATS);
  demandEqual('events after repeating old commands', await ledgerCounts(watch, id), before);

  say(`${id}: moved by a day; the other ${submissions.length - half} answers.`);
  const second = await send(submissions.slice(half));
  const lastAck = performance.now();
  await until(() => isRanked(origin, id, applications), 'the ranked list');
  const rankMs = since(lastAck);
  const totalMs = since(began);
  const meter = stopMeter();

  await check({ origin, watch }, id, submissions);
  return {
    openMs,
    moveMs,
    rankMs,
    totalMs,
    meter,
    submitS: first.seconds + second.seconds,
    waits: [...first.waits, ...second.waits],
  };
}

/** Every reviewer with an open task has the one reminder planned, a day before the due instant. */
async function demandArmed(watch, id, instant) {
  demandEqual('reviewers with a reminder armed', await armedAt(watch, id, instant), await reviewersPending(watch, id));
}

/** The list is the one computed aside, and the ledger holds exactly the round's story. */
async function check({ origin, watch }, id, submissions) {
  const shown = await standingOf(origin, id);
  const expected = expectedStanding(submissions);
  demandEqual('applications ranked', shown.length, expected.length);
  for (const [i, { application, mean }] of expected.entries()) {
    demandEqual(`application at place ${i + 1}`, shown[i].application, application);
    if (Math.abs(shown[i].mean - mean) > 1e-9) demandEqual(`mean of application ${application}`, shown[i].mean, mean);
  }
  // Tasks with more to say take more room in an event.
  const { TasksAdded, ...others } = await ledgerCounts(watch, id);
  demandEqual('events with tasks', TasksAdded >= Math.ceil(submissions.length / TASKS_AN_EVENT), true);
  demandEqual('other events in the ledger', others, {
    RoundOpened: 1,
    TaskSubmitted: submissions.length,
    TasksExtended: 1,
    RoundSettled: 1,
  });
  demandEqual('reminders left when all have answered', await armedAt(watch, id), 0);
}

function demandEqual(what, found, expected) {
  const text = (value) => JSON.stringify(value, typeof value === 'object' ? Object.keys(value).sort() : undefined);
  if (text(found) !== text(expected)) {
    throw new Error(
      `The round is wrong, so its figures mean nothing: ${what}: ${text(found)}, expected ${text(expected)}.`,
    );
  }
}

async function temporalFigures(address, id) {
  const connection = await Connection.connect({ address });
  try {
    return await actionsOfWorkflow(new Client({ connection }), `round:${id}`);
  } finally {
    await connection.close();
  }
}

function figuresOf(job, measured, temporal, versions) {
  const { openMs, moveMs, rankMs, totalMs, submitS, waits, meter } = measured;
  const assessments = waits.length;
  const cpu = meter.cpu && Object.values(meter.cpu).reduce((sum, seconds) => sum + seconds, 0);
  return {
    bench: 'round',
    ...job,
    assessments,
    open_ms: +openMs.toFixed(1),
    submissions_per_s: +(assessments / submitS).toFixed(1),
    ack_p50_ms: +quantile(waits, 0.5).toFixed(2),
    ack_p99_ms: +quantile(waits, 0.99).toFixed(2),
    move_due_ms: +moveMs.toFixed(1),
    rank_ms: +rankMs.toFixed(1),
    total_ms: +totalMs.toFixed(1),
    temporal_actions: temporal.actions,
    temporal_actions_by_kind: temporal.counts,
    actions_per_assessment: +(temporal.actions / assessments).toFixed(4),
    history_events: temporal.events,
    workflow_runs: temporal.runs,
    peak_rss_mb: meter.peakSumMb,
    peak_rss_mb_by_process: meter.peakMb,
    cpu_s: cpu === null ? null : +cpu.toFixed(2),
    cpu_s_by_process: meter.cpu,
    versions,
  };
}

function printResult(r) {
  const listed = (byName, unit) =>
    byName
      ? Object.entries(byName)
          .map(([name, value]) => `${name} ${value}${unit}`)
          .join(', ')
      : 'not measured here';
  printTable(
    ['figure', 'value', ''],
    [
      [
        'assessments',
        r.assessments,
        `${r.applications} applications, ${r.reviewers} reviewers, ${r.concurrency} at a time`,
      ],
      ['open, ms', r.open_ms, 'all tasks stored, every reminder armed'],
      ['submissions/s', r.submissions_per_s, 'each acknowledged when its event is in the ledger'],
      ['ack p50 / p99, ms', `${r.ack_p50_ms} / ${r.ack_p99_ms}`, ''],
      ['due date moved, ms', r.move_due_ms, 'all open tasks by a day, reminders armed anew'],
      ['ranked list, ms', r.rank_ms, 'after the last acknowledgement'],
      ['total, ms', r.total_ms, ''],
      ['Temporal actions', r.temporal_actions, listed(r.temporal_actions_by_kind, '')],
      ['actions an assessment', r.actions_per_assessment, ''],
      ['history events', r.history_events, `${r.workflow_runs} run(s) of the workflow`],
      ['peak memory, MiB', r.peak_rss_mb, listed(r.peak_rss_mb_by_process, '')],
      ['processor, s', r.cpu_s, listed(r.cpu_s_by_process, ' s')],
      ['versions', '', listed(r.versions, '')],
    ],
  );
}
