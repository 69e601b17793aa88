import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from '@jest/globals';
import type { StreamId } from '../../contracts/ids.ts';
import type { Plan } from '../../contracts/planning.ts';
import { testDatabase } from '../harness/database.ts';
import { workflowBundle } from '../harness/from-stock.ts';
import { portable } from '../harness/histories.ts';
import { SelectionRun } from '../harness/selection-run.ts';
import { reviews, tasksFor } from '../harness/story.ts';
import { YearRun } from '../harness/year-run.ts';
import { OPERATOR, smallTerms } from '../journeys/year.ts';

const DAY = 86_400_000;
const FOLDER = path.resolve('test/replay/histories');

/** A round with commands of every kind, a clock that stands still for a while, and reminders for the silent. */
async function everyCommand(run: SelectionRun): Promise<void> {
  const round: StreamId = 'round:everything';
  // Twelve real seconds: on a slow machine, too, everything is done before it.
  const due = run.now() + 60 * DAY;
  const people = ['D3-2', 'D3-3', 'D3-4', 'D3-5'];
  const submit = (person: string, task = person) =>
    run.do(round, person, 'submit', { task: `A.${task}`, answer: { score: 7 } });
  await run.do(round, 'D3-1', 'open', { spec: reviews(due), tasks: tasksFor(people) });
  await run.do(round, 'D3-2', 'saveDraft', { task: 'A.D3-2' });
  await Promise.all(['D3-2', 'D3-3'].map((person) => submit(person)));
  await run.do(round, 'D3-1', 'reopen', { task: 'A.D3-2', reason: 'look again' });
  await run.do(round, 'D3-1', 'hold', { reason: 'the hall is closed' });
  await run.do(round, 'D3-1', 'release', { reason: 'it is open again' });
  await run.do(round, 'D3-4', 'delegate', { task: 'A.D3-4', to: 'D4-2', reason: 'on leave' });
  await run.do(round, 'D3-1', 'extend', { tasks: 'all', due: due + 2 * DAY, reason: 'more time' });
  while (run.now() < due + 2 * DAY) await new Promise((resolve) => setTimeout(resolve, 100));
  await Promise.all([submit('D3-2'), submit('D4-2', 'D3-4'), submit('D3-5')]);
}

/** Asks for another week for the first course, so that an order reaches an offering that is under way. */
async function moveFirst(run: YearRun): Promise<void> {
  const { plan } = (await run.events('PlanCompiled')).at(-1)!.body as { plan: Plan };
  const { id, days, room } = plan.offerings[0]!;
  const later = days.map((d) => new Date(Date.parse(d) + 14 * DAY).toISOString().slice(0, 10));
  const change = { kind: 'move', offering: id, days: later, room };
  await run.do(run.stream, OPERATOR, 'requestChange', { change, reason: 'The hall is painted that week.' });
}

/** Keeps the histories that belong to a procedure, in the place of those of its that are there. */
async function keep(run: SelectionRun | YearRun, isOwn: (file: string) => boolean): Promise<void> {
  await run.finished();
  await mkdir(FOLDER, { recursive: true });
  for (const old of await readdir(FOLDER)) if (isOwn(old)) await rm(path.join(FOLDER, old));
  const runs = new Map<string, number>();
  for (const { id, type, history } of await run.histories()) {
    const n = (runs.get(id) ?? 0) + 1;
    runs.set(id, n);
    const name = `${type}.${id.slice(id.indexOf(':') + 1)}.${n}.json`;
    if (isOwn(name)) await writeFile(path.join(FOLDER, name), portable(history));
  }
}

/** The cycle is called `year`, and its offerings after it. */
const OF_CYCLE = /^(trainingPlanCycle|courseDelivery|round)\.year\b/;

/*
 * These record what replay.test.ts replays, in the place of what is there; only needed when a workflow has changed on
 * purpose: `npm run jest -- --testMatch '<rootDir>/test/replay/record.ts' -t selection`, or `-t cycle`.
 */
test('records the histories of a selection, of its rounds and of the organisation', async () => {
  const [database, bundle] = await Promise.all([testDatabase(), workflowBundle()]);
  const run = await SelectionRun.open(database, bundle);
  try {
    await Promise.all([run.to('closed'), everyCommand(run)]);
    await keep(run, (file) => !OF_CYCLE.test(file));
  } finally {
    await run.stop();
    await database.stop();
  }
});

test('records the histories of a cycle, of its offerings and of their rounds', async () => {
  const [database, bundle] = await Promise.all([testDatabase(), workflowBundle()]);
  const run = await YearRun.open(database, bundle, { ...smallTerms(), talks: 'with-gaps' });
  try {
    await run.to('execution');
    await moveFirst(run);
    await run.to('closed');
    await keep(run, (file) => OF_CYCLE.test(file));
  } finally {
    await run.stop();
    await database.stop();
  }
});
