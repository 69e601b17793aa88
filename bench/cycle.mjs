// `cycle`: a training-plan cycle of a large company up to its started offerings, measured from outside.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { built } from './built.mjs';
import { postAs, until } from './client.mjs';
import { OPERATOR } from './company.mjs';
import { cycleCompany, cycleTermsOf, listedNeeds, ratingsOf, trainersOf } from './cycle-company.mjs';
import { printResult, temporalFigures } from './cycle-figures.mjs';
import { CyclePlay } from './cycle-play.mjs';
import { quantile } from './load.mjs';
import { longestPauses, monitoring } from './loop-pauses.mjs';
import { startMeter } from './meter.mjs';
import { startBenchStack } from './stack.mjs';
import { versionsOf } from './versions.mjs';

const ID = 'measured';
/** A department confirms so many of the needs that its gaps have made; the others are dropped. */
const CONFIRMED = 2;
const CHANGES = 5;

const say = (sentence) => console.error(sentence);
const ms = (number) => +number.toFixed(1);

function numberOf(values, name, least, most) {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`--${name} must be a whole number from ${least} to ${most}, not "${values[name]}".`);
}

/** @param argv what follows the word `cycle` */
export async function cycle(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      employees: { type: 'string', default: '10000' },
      needs: { type: 'string' },
      concurrency: { type: 'string', default: '64' },
      json: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  });
  const employees = numberOf(values, 'employees', 100, 20_000);
  const job = {
    employees,
    needs: numberOf({ needs: values.needs ?? String(Math.ceil(employees / 2)) }, 'needs', 1, 20_000),
    concurrency: numberOf(values, 'concurrency', 1, 1000),
  };
  const result = await measureCycle(job, values.profile);
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  else printResult(result);
}

async function measureCycle(job, profileDir) {
  say(`Starting PostgreSQL, Temporal, engine, work and API; importing ${job.employees} employees.`);
  const company = cycleCompany(job.employees);
  if (profileDir) await mkdir(profileDir, { recursive: true });
  const folder = await mkdtemp(path.join(tmpdir(), 'rostrum-loop-'));
  const pauses = path.join(folder, 'pauses');
  const apiEnv = profileDir ? {} : monitoring(pauses);
  const stack = await startBenchStack({ company, work: true, log: say, profileDir, apiEnv });
  const toggle = () => {
    if (profileDir) for (const name of ['api', 'engine', 'work']) process.kill(stack.pids[name], 'SIGUSR2');
  };
  try {
    const play = new CyclePlay(stack, ID, job.concurrency);
    const stopMeter = startMeter(stack.pids);
    toggle();
    const began = performance.now();
    const parts = {
      front: () => frontOf(play, company),
      needs: () => needsOf(play, company, job.needs),
      plan: () => planOf(play),
      approval: () => approvalOf(play),
      freezing: () => startOf(play, stack.temporalAddress, company),
      execution: () => executionOf(play),
    };
    let figures = {};
    const spans = {};
    for (const [name, part] of Object.entries(parts)) {
      const from = Date.now();
      figures = { ...figures, ...(await part()) };
      spans[name] = [from, Date.now()];
    }
    const totalS = (performance.now() - began) / 1000;
    toggle();
    const meter = stopMeter();
    const longest = profileDir ? null : await longestPauses(pauses, spans);
    say('Counting what Temporal would bill.');
    const temporal = await temporalFigures(stack, ID);
    return {
      bench: 'cycle',
      ...job,
      departments: company.departments.length,
      ...figures,
      total_s: +totalS.toFixed(1),
      /** Of its event loop, by what went on. */
      api_longest_pause_ms: longest,
      ...temporal,
      peak_rss_mb: meter.peakSumMb,
      peak_rss_mb_by_process: meter.peakMb,
      cpu_s_by_process: meter.cpu,
      load: loadavg().map((l) => +l.toFixed(1)),
      versions: await versionsOf(stack),
    };
  } finally {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens the cycle; the departments take part, supervisors rate everybody, gaps are worked out and needs proposed. */
async function frontOf(play, company) {
  const terms = cycleTermsOf(company);
  const opened = performance.now();
  await postAs(OPERATOR, `${play.origin}/api/cycles`, { id: ID, terms });
  await play.untilAsked('mobilisation', company.departments.length);
  const openMs = performance.now() - opened;
  await play.say('setTrainers', { trainers: trainersOf(company, terms.courses) });
  await play.openProbe();

  say('The departments take part.');
  const taken = await play.answer('mobilisation', () => ({ answer: 'accept' }));
  const { found: gapRoundMs, waits: meanwhile } = await play.probeWhile(
    play.untilAsked('ratings', company.people.length - 1, taken.at),
  );

  say('Supervisors rate their people.');
  const { fieldKeyOf } = await built('domain/gaps/field-key.js');
  const ratings = ratingsOf(company, fieldKeyOf);
  const rated = await play.answer('ratings', (task) => ratings.get(task.about));
  const gapsMs = await play.untilEvent('GapsRecorded', rated.at);
  const proposedMs = await play.untilEvent('NeedsProposed', rated.at);
  return {
    open_ms: ms(openMs),
    mobilised: taken.answers,
    mobilisation_answers_per_s: ms(taken.answers / taken.seconds),
    gap_round_open_ms: ms(gapRoundMs),
    gap_round_others_worst_ms: ms(Math.max(0, ...meanwhile)),
    ratings: rated.answers,
    ratings_per_s: ms(rated.answers / rated.seconds),
    rating_ack_p50_ms: ms(quantile(rated.waits, 0.5)),
    rating_ack_p99_ms: ms(quantile(rated.waits, 0.99)),
    gaps_ms: ms(gapsMs),
    needs_proposed_ms: ms(proposedMs),
  };
}

/** A list of needs is imported; every department confirms some; they are merged. */
async function needsOf(play, company, count) {
  say(`Importing ${count} needs.`);
  await play.untilAsked('needs', company.departments.length);
  const listed = listedNeeds(company, count);
  const began = performance.now();
  await play.say('importNeeds', { needs: listed });
  const importMs = performance.now() - began;
  const looks = await play.looks();

  const proposed = new Map();
  for (const { needs } of await play.bodiesOf('NeedsProposed')) {
    for (const { department, need } of needs) proposed.set(department, [...(proposed.get(department) ?? []), need]);
  }
  say('The departments confirm their needs.');
  const returned = await play.answer('needs', ({ about }) => ({
    answer: 'needs',
    confirmed: (proposed.get(about) ?? []).slice(0, CONFIRMED),
  }));
  const mergeMs = await play.untilEvent('NeedsMerged', returned.at);
  const merged = (await play.bodiesOf('NeedsMerged')).flatMap((e) => e.merged);
  return {
    needs_proposed: [...proposed.values()].reduce((sum, own) => sum + own.length, 0),
    import_needs_ms: ms(importMs),
    look_at_needs: looks,
    returns_per_s: ms(returned.answers / returned.seconds),
    needs_merged: merged.reduce((sum, m) => sum + m.needs.length, 0),
    merged: merged.length,
    /** From the last department's answer: return heard, stage changed, needs merged, all stored. */
    merge_stage_ms: ms(mergeMs),
    merge_pure_ms: ms(await pureMerge(await play.bodiesOf('NeedStated'))),
  };
}

async function pureMerge(needs) {
  const { mergeNeeds } = await built('domain/cycle/summary/merging.js');
  const began = performance.now();
  mergeNeeds(needs);
  return performance.now() - began;
}

/** Sources are chosen, and the plan is compiled. */
async function planOf(play) {
  say('Choosing sources and compiling the plan.');
  await play.untilStage('summary');
  const sourcing = performance.now();
  await play.finish('summary');
  const sourcedMs = await play.untilEvent('NeedsSourced', sourcing);
  await play.untilStage('sourcing');
  const compiling = performance.now();
  await play.finish('sourcing');
  const compileMs = await play.untilEvent('PlanCompiled, PlanInfeasible', compiling);
  const plan = (await play.bodiesOf('PlanCompiled')).at(-1)?.plan;
  if (!plan) throw new Error('There is no plan for these limits; the benchmark means to have one.');
  return {
    sourcing_ms: ms(sourcedMs),
    compile_ms: ms(compileMs),
    offerings: plan.offerings.length,
    places: plan.offerings.reduce((sum, o) => sum + o.participants.length, 0),
    cuts: plan.cuts.length,
    effect: plan.effect,
    bound: plan.bound,
    look_at_compiling: await play.looks(),
  };
}

/** Everybody but the last approves. */
async function approvalOf(play) {
  await play.finish('compiling');
  await play.untilAsked('approval', 1);
  say('The plan is approved.');
  const heads = await play.answer('approval', approve);
  await play.untilAsked('approval-2', 1);
  await play.answer('approval-2', approve);
  await play.untilAsked('approval-3', 1);
  return { approvals: heads.answers + 2, approvals_per_s: ms(heads.answers / heads.seconds) };
}

const approve = () => ({ decision: 'approve' });

/** The last approval: the plan is frozen and all its offerings start, while others answer and look. */
async function startOf(play, address, company) {
  const lines = (await play.bodiesOf('PlanCompiled')).at(-1).plan.offerings.length;
  const { at } = await play.answer('approval-3', approve);
  const parts = ['', '/plan', '/needs', `/gaps?department=${company.departments[1].id}`, '/plan.xlsx'];
  const started = startedAll(play, address, lines, at);
  const [{ found, waits }, looks] = await Promise.all([play.probeWhile(started), play.looksWhile(started, parts)]);
  return {
    ...found,
    start_looks: looks.waits.length,
    start_looks_p50_ms: ms(quantile(looks.waits, 0.5)),
    start_looks_worst_ms: ms(Math.max(...looks.waits)),
    start_others_p50_ms: ms(quantile(waits, 0.5)),
    start_others_worst_ms: ms(Math.max(...waits)),
  };
}

async function executionOf(play) {
  return { look_at_execution: await play.looks(), ...(await changesOf(play)) };
}

/** From the last approval until every offering is in the ledger, and until each has its own workflow at work. */
async function startedAll(play, address, lines, at) {
  const frozenMs = await play.untilEvent('PlanFrozen', at);
  const startedMs = await play.untilEvent('OfferingStarted', at, { least: lines });
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection });
    const running = async () => (await client.workflow.count(`WorkflowType = 'courseDelivery'`)).count >= lines;
    await until(running, 'the workflows of all offerings', { everyMs: 50, withinMs: 300_000 });
    return { frozen_ms: ms(frozenMs), started_ms: ms(startedMs), workflows_ms: ms(performance.now() - at) };
  } finally {
    await connection.close();
  }
}

/** Changes are asked for, one after the other, each with its effect on money and people reckoned; and a look after each. */
async function changesOf(play) {
  const { offerings } = (await play.bodiesOf('PlanCompiled')).at(-1).plan;
  const waits = [];
  const looks = [];
  for (const { id, participants } of offerings.filter((o) => o.participants.length > 4).slice(0, CHANGES)) {
    const change = { kind: 'participants', offering: id, remove: [participants.at(-1)] };
    const began = performance.now();
    await play.say('requestChange', { change, reason: 'The benchmark takes somebody out.' });
    waits.push(performance.now() - began);
    looks.push(await play.look());
  }
  return {
    change_request_p50_ms: ms(quantile(waits, 0.5)),
    change_request_worst_ms: ms(Math.max(...waits)),
    look_after_change_p50_ms: ms(quantile(looks, 0.5)),
    look_after_change_worst_ms: ms(Math.max(...looks)),
  };
}
