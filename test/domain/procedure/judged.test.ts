import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import type { Task } from '../../../domain/round/state.ts';
import type { Memory } from '../../../domain/turn/memory.ts';
import { atCompiling } from '../cycle/planned.ts';
import { CycleRun, OPS } from '../cycle/run.ts';
import { Course, PEOPLE, TRAINER, terms } from '../offering/scenario.ts';
import { Scenario } from '../selection/scenario.ts';

const reason = 'You know best.';

/** Every way in which an open task may be handed to somebody, and what comes of it. */
function handed(memory: Memory, round: StreamId, task: Task, to: string): (string | undefined)[] {
  const delegated = memory.send(round, 'delegate', { task: task.id, to, reason }, task.assignee);
  const reassigned = memory.send(round, 'reassign', { tasks: [task.id], to, reason }, OPS);
  return [delegated?.code, reassigned?.code];
}
const NEVER = ['not-allowed', 'not-allowed'];
const first = ({ tasks }: { tasks: ReadonlyMap<string, Task> }) => [...tasks.values()][0]!;

test('the rating of somebody, and the talk about their plan, cannot be handed to them', async () => {
  const run = await new CycleRun({ ratings: () => null }).open();
  await run.to('ratings');
  const ratings = run.round('ratings')!;
  const rating = [...ratings.tasks.values()].find((t) => t.aboutPerson === 'D2-5')!;
  expect(handed(run.memory, ratings.stream, rating, 'D2-5')).toEqual(NEVER);
  run.habits = { ratings: (task, r) => r.rate(task, 1), talks: () => null };
  await run.to('talks');
  const talks = run.round('talks')!;
  const talk = first(talks);
  expect(handed(run.memory, talks.stream, talk, talk.aboutPerson!)).toEqual(NEVER);
});

test('nobody signs the plan of another, and nobody rates themselves for another', async () => {
  const run = await new CycleRun({ 'self-ratings': () => null, signatures: () => null }).open({ selfRating: true });
  await run.to('ratings');
  const own = run.round('self-ratings')!;
  expect(handed(run.memory, own.stream, first(own), first(own).assignee === 'D2-1' ? 'D3-1' : 'D2-1')).toEqual(NEVER);
  await run.to('talks');
  await run.answer();
  const signatures = run.round('signatures')!;
  const signature = first(signatures);
  const supervisor = run.memory.organisation.people.get(signature.assignee)!.manager!;
  expect(handed(run.memory, signatures.stream, signature, supervisor)).toEqual(NEVER);
});

test('a commitment goes to nobody who runs the cycle: not by hand, and not because the leader is away', async () => {
  const run = await (await atCompiling({ commitments: () => null })).to('commitments');
  const { stream, tasks } = run.round('commitments')!;
  for (const task of tasks.values()) expect(handed(run.memory, stream, task, OPS)).toEqual(NEVER);

  const asked = first({ tasks }).assignee;
  const away = await atCompiling({ commitments: () => null }, { terms: { deputies: { [asked]: OPS } } });
  away.away(asked, '2026-01-01', '2029-12-31');
  await away.to('commitments');
  const holders = [...away.round('commitments')!.tasks.values()].map((t) => t.assignee);
  // Nobody is above this leader, and the deputy runs the cycle: the others are asked.
  expect(holders).toEqual([...tasks.values()].map((t) => t.assignee).filter((p) => p !== asked));
  expect(holders).not.toHaveLength(0);
});

test("the supervisor's word, the transfer and the coaching report cannot be handed to the participant", async () => {
  const course = await new Course({
    support: () => null,
    transfer: (task) => (task.form === 'supervisor' ? null : { transfer: 1 }),
    coaching: () => null,
  })
    .open()
    .to('invitation');
  const support = course.round('support');
  expect(handed(course.memory, support.stream, first(support), first(support).about!)).toEqual(NEVER);
  await course.to('follow-up');
  while (!course.rounds('transfer').length) await course.memory.sleep();
  const transfer = course.round('transfer');
  const report = [...transfer.tasks.values()].find((t) => t.form === 'supervisor')!;
  expect(handed(course.memory, transfer.stream, report, report.about!)).toEqual(NEVER);
  course.answer();
  while (!course.rounds('coaching').length) await course.memory.sleep();
  const coaching = course.round('coaching');
  expect(handed(course.memory, coaching.stream, first(coaching), first(coaching).about!)).toEqual(NEVER);
});

test('a seat is answered by whose it is; presence and scores are put down by others than those they are of', async () => {
  const course = await new Course({ seats: () => null, attendance: () => null }).open().to('invitation');
  const seats = course.round('seats');
  expect(handed(course.memory, seats.stream, first(seats), TRAINER)).toEqual(NEVER);
  await course.to('teaching');
  while (!course.rounds('attendance').length) await course.memory.sleep();
  const attendance = course.round('attendance');
  for (const participant of PEOPLE)
    expect(handed(course.memory, attendance.stream, first(attendance), participant)).toEqual(NEVER);
});

test('whoever runs a course that they attend neither records their own score nor is asked for it', async () => {
  const line = { trainer: null, quote: 'Q-1', participants: [...PEOPLE.slice(0, 4), OPS] };
  const course = await new Course({ test: () => null })
    .open(line, { operations: [TRAINER], course: { ...terms().course, test: true } })
    .to('feedback');
  const asked = [...course.round('test').tasks.values()].map((t) => [t.about, t.assignee]);
  expect(asked).toEqual([...PEOPLE.slice(0, 4).map((p) => [p, OPS]), [OPS, TRAINER]]);
  expect(course.refused('recordTests', { scores: [{ person: OPS, score: 100 }] })).toBe('not-allowed');
});

test('the agreement to an application, its review and a decision on it go to nobody who has applied', async () => {
  const scene = await new Scenario({ agreements: () => null, review: () => null }).start();
  await scene.to('call');
  await scene.apply('D2-2');
  await scene.apply('D3-2');
  const roundOf = (purpose: string) => {
    const { id } = Object.values(scene.state.rounds).findLast((r) => r.purpose === purpose)!;
    return scene.memory.streams.get(id)!.state as { stream: StreamId; tasks: ReadonlyMap<string, Task> };
  };
  const agreement = first(roundOf('agreements'));
  expect(handed(scene.memory, roundOf('agreements').stream, agreement, agreement.aboutPerson!)).toEqual(NEVER);
  scene.habits.agreements = () => ({ agrees: true });
  await scene.to('review');
  await scene.answer();
  const review = roundOf('review');
  // Neither to the applicant nor to a competitor.
  for (const applicant of ['D2-2', 'D3-2'])
    expect(handed(scene.memory, review.stream, first(review), applicant)).toEqual(NEVER);
});

test('an objection is decided by nobody who raised it, reviewed, or is above or below whom it is about', async () => {
  const scene = await new Scenario({ objections: () => null }).start();
  await scene.to('call');
  await scene.apply('D2-2');
  await scene.apply('D3-2');
  await scene.to('notice');
  const application = Object.values(scene.state.applications).find((a) => a.person === 'D2-2')!;
  await scene.send('raiseObjection', { about: application.code, grounds: 'He was late.' }, 'D4-5');
  const { id } = Object.values(scene.state.rounds).findLast((r) => r.purpose === 'objections')!;
  const round = scene.memory.streams.get(id)!.state as { stream: StreamId; tasks: ReadonlyMap<string, Task> };
  const reviewers = scene.state.pairs.filter((p) => p.application === application.code).map((p) => p.reviewer);
  for (const barred of ['D4-5', 'D2-2', 'D3-2', 'D2-1', 'D2-5', ...reviewers])
    expect(handed(scene.memory, round.stream, first(round), barred)).toEqual(NEVER);
});
