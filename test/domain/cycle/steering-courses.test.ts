import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import type { OfferingState } from '../../../domain/offering/state.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { atExecution, offeringOf } from './planned.ts';
import { type CycleRun, DAY, OPS } from './run.ts';

const reason = 'There is no money.';
const streamOf = (run: CycleRun, course: string): StreamId => `offering:plan-2027.${offeringOf(run, course).id}`;
const course = (run: CycleRun, id: string) => run.memory.streams.get(streamOf(run, id))!.state as OfferingState;
const courses = (run: CycleRun) => ['C-WELD', 'C-SAFE', 'C-PLAN'].map((id) => course(run, id));
const at = (day: string, time = '09:00') => Date.parse(`${day}T${time}:00+08:00`);

/** What people answer about a course when they are asked; what is not named here stays open. */
const ANSWERS: Readonly<Record<string, object>> = {
  'offering-seats': { comes: true },
  'offering-attendance': { absent: [] },
  'offering-reaction': { relevance: 4, trainer: 5, organisation: 3, overall: 4, recommends: true },
};

/** The rounds of courses that are open or on hold. */
function courseRounds({ memory }: CycleRun): RoundState[] {
  return [...memory.streams.values()]
    .filter((s) => s.stream.startsWith('round:offering.'))
    .map((s) => s.state as RoundState)
    .filter((r) => r.phase === 'open' || r.phase === 'held');
}

function answerCourses(run: CycleRun): boolean {
  let answered = false;
  for (const round of courseRounds(run)) {
    const answer = ANSWERS[round.spec!.purpose];
    if (!answer || round.phase !== 'open') continue;
    for (const { id, assignee, state } of [...round.tasks.values()]) {
      if (state !== 'open') continue;
      expect(run.memory.send(round.stream, 'submit', { task: id, answer }, assignee)).toBeNull();
      answered = true;
    }
  }
  return answered;
}

/** Answers and sleeps until the course comes to a stage. */
async function toStage(run: CycleRun, id: string, stage: OfferingState['stage']): Promise<void> {
  for (let step = 0; step < 500 && course(run, id).stage !== stage; step++) {
    if (!answerCourses(run)) await run.memory.sleep();
  }
  expect(course(run, id).stage).toBe(stage);
}

test('a cycle that is cancelled reaches its courses at every stage: nothing is asked any more, and what was held counts', async () => {
  const run = await atExecution();
  const first = courses(run).sort((a, b) => (a.planned!.days[0]! < b.planned!.days[0]! ? -1 : 1))[0]!.planned!.course;
  await toStage(run, first, 'follow-up');
  await run.memory.until(run.memory.now + 40 * DAY);
  expect(courseRounds(run).some((r) => r.spec!.purpose === 'offering-transfer')).toBe(true);
  answerCourses(run);
  await run.send('cancel', { reason });
  expect(run.memory.refusedOrders).toEqual([]);
  expect(courses(run).map((c) => c.phase === 'closed' || c.phase === 'cancelled')).toEqual([true, true, true]);
  expect(course(run, first)).toMatchObject({
    phase: 'closed',
    result: { held: true, present: offeringOf(run, first).participants, reaction: { mean: 4 } },
  });
  expect(courseRounds(run)).toEqual([]);
  const before = run.memory.notices.length;
  await run.days(200);
  expect(run.memory.notices.slice(before)).toEqual([]);
});

test.each(['planned', 'invitation', 'teaching', 'feedback'] as const)('also those that are at %s', async (stage) => {
  const run = await atExecution();
  if (stage !== 'planned') await toStage(run, 'C-SAFE', stage);
  await run.send('cancel', { reason });
  expect(run.memory.refusedOrders).toEqual([]);
  expect(course(run, 'C-SAFE').phase).toBe(stage === 'feedback' ? 'closed' : 'cancelled');
  expect(course(run, 'C-SAFE').result!.held).toBe(stage === 'feedback');
  expect(courseRounds(run)).toEqual([]);
});

test.each([
  ['running', 'offering-attendance'],
  ['paused before its end', null],
  ['paused behind its end', 'offering-attendance'],
])('a course whose last day is over has been held, though nobody has said who was there: %s', async (how, asked) => {
  const run = await atExecution();
  const { days, participants } = offeringOf(run, 'C-SAFE');
  await run.memory.until(at(days[0]!) - 3 * DAY);
  if (how === 'paused before its end') await run.send('pause', { reason });
  await run.memory.until(at(days.at(-1)!, '17:30'));
  if (how === 'paused behind its end') await run.send('pause', { reason });
  const { id } = offeringOf(run, 'C-SAFE');
  const rounds = () => courseRounds(run).filter((r) => r.stream.includes(`.${id}.`));
  if (asked) expect(rounds().map((r) => r.spec!.purpose)).toEqual([asked]);
  const { length } = run.memory.notices;
  await run.send('cancel', { reason });
  expect(run.memory.refusedOrders).toEqual([]);
  const told = run.memory.notices.slice(length).filter((n) => n.template === 'offering.cancelled');
  expect(told.filter((n) => n.stream === streamOf(run, 'C-SAFE'))).toEqual([]);
  expect(rounds().map((r) => [r.spec!.purpose, r.phase])).toEqual([['offering-attendance', 'open']]);
  answerCourses(run);
  expect(rounds()).toEqual([]);
  expect(course(run, 'C-SAFE')).toMatchObject({ phase: 'closed', result: { held: true, present: participants } });
});

test('answers that are in when the cycle is cancelled are kept in the result', async () => {
  const run = await atExecution();
  await toStage(run, 'C-SAFE', 'feedback');
  const round = courseRounds(run).find((r) => r.spec!.purpose === 'offering-reaction')!;
  const some = [...round.tasks.values()].slice(0, 5);
  for (const { id, assignee } of some) {
    run.memory.send(round.stream, 'submit', { task: id, answer: ANSWERS['offering-reaction'] }, assignee);
  }
  await run.send('cancel', { reason });
  expect(course(run, 'C-SAFE').result!.reaction).toEqual({ answers: 5, mean: 4 });
});

test('a paused cycle pauses its courses: nobody is asked or reminded, and what was due is due when it goes on', async () => {
  const run = await atExecution();
  const { id } = offeringOf(run, 'C-SAFE');
  await run.memory.until(at(run.state.lines[id]!.days[0]!) - 20 * DAY);
  expect(course(run, 'C-SAFE').stage).toBe('invitation');
  await run.send('pause', { reason });
  expect(run.memory.refusedOrders).toEqual([]);
  expect(courses(run).map((c) => c.phase)).toEqual(['paused', 'paused', 'paused']);
  expect(new Set(courseRounds(run).map((r) => r.phase))).toEqual(new Set(['held']));
  const before = run.memory.notices.length;
  await run.days(10);
  expect(run.memory.notices.slice(before)).toEqual([]);
  await run.send('resume', { reason });
  expect(run.memory.refusedOrders).toEqual([]);
  expect(courses(run).map((c) => c.phase)).toEqual(['running', 'running', 'running']);
  expect(new Set(courseRounds(run).map((r) => r.phase))).toEqual(new Set(['open']));
  const seats = courseRounds(run).find((r) => r.stream.endsWith(`${id}.seats`))!;
  for (const { due } of seats.tasks.values()) expect(due).toBeLessThan(at(run.state.lines[id]!.days[0]!));
});

test('a course whose day comes while the cycle is paused asks who was there when it goes on', async () => {
  const run = await atExecution();
  const { id } = offeringOf(run, 'C-SAFE');
  const [, last] = run.state.lines[id]!.days;
  await run.memory.until(at(run.state.lines[id]!.days[0]!) - 3 * DAY);
  await run.send('pause', { reason });
  await run.memory.until(at(last!) + 10 * DAY);
  expect(course(run, 'C-SAFE')).toMatchObject({ stage: 'invitation', phase: 'paused' });
  await run.send('resume', { reason });
  expect(course(run, 'C-SAFE').stage).toBe('teaching');
  expect(courseRounds(run).some((r) => r.spec!.purpose === 'offering-attendance')).toBe(true);
});

test('a paused cycle can be cancelled, with what stands still in it', async () => {
  const run = await atExecution();
  await toStage(run, 'C-SAFE', 'feedback');
  await run.send('pause', { reason });
  await run.send('cancel', { reason });
  expect(run.memory.refusedOrders).toEqual([]);
  expect(courses(run).filter((c) => c.phase === 'paused' || c.phase === 'running')).toEqual([]);
  expect(courseRounds(run)).toEqual([]);
});

test('what somebody has put on hold by hand stays on hold when the pause is over', async () => {
  const run = await atExecution();
  const { id } = offeringOf(run, 'C-SAFE');
  await run.memory.until(at(run.state.lines[id]!.days[0]!) - 18 * DAY);
  const seats = courseRounds(run).find((r) => r.spec!.purpose === 'offering-seats')!;
  expect(run.memory.send(seats.stream, 'hold', { reason: 'The list is wrong.' }, OPS)).toBeNull();
  await run.send('pause', { reason });
  await run.send('resume', { reason });
  expect((run.memory.streams.get(seats.stream)!.state as RoundState).phase).toBe('held');
  expect(run.memory.refusedOrders).toEqual([]);
});
