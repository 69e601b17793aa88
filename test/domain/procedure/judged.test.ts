import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import type { Purpose } from '../../../contracts/selection/terms.ts';
import type { Task } from '../../../domain/round/state.ts';
import { isJudging, ROUNDS } from '../../../domain/selection/round-rules.ts';
import type { Memory } from '../../../domain/turn/memory.ts';
import { atCompiling } from '../cycle/planned.ts';
import { CycleRun, OPS } from '../cycle/run.ts';
import { Course, PEOPLE, TRAINER, terms } from '../offering/scenario.ts';
import { withOperations } from '../selection/company.ts';
import { Scenario } from '../selection/scenario.ts';

const reason = 'You know best.';

/** Every way in which an open task may be handed to somebody, and what comes of it. */
function handed(memory: Memory, round: StreamId, task: Task, to: string): (string | undefined)[] {
  const delegated = memory.send(round, 'delegate', { task: task.id, to, reason }, task.assignee);
  const reassigned = memory.send(round, 'reassign', { tasks: [task.id], to, reason }, OPS);
  return [delegated?.code, reassigned?.code];
}
const APPLYING = { profile: 'Twenty years.', topics: ['safety'], outline: 'Valves.', hoursPerMonth: 4 };
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
    transfer: () => null,
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
  // What a participant says of themselves nobody else says, least of all their supervisor.
  const own = [...transfer.tasks.values()].find((t) => t.form === 'participant')!;
  const supervisor = course.memory.organisation.people.get(own.about!)!.manager!;
  for (const other of [supervisor, OPS]) expect(handed(course.memory, transfer.stream, own, other)).toEqual(NEVER);
  course.habits.transfer = (task) => (task.form === 'supervisor' ? null : { transfer: 1 });
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
  const course = new Course({ test: () => null });
  course.memory.organisation = withOperations(course.memory.organisation, OPS, TRAINER);
  await course.open(line, { operations: [TRAINER], course: { ...terms().course, test: true } }).to('feedback');
  const asked = [...course.round('test').tasks.values()].map((t) => [t.about, t.assignee]);
  expect(asked).toEqual([...PEOPLE.slice(0, 4).map((p) => [p, OPS]), [OPS, TRAINER]]);
  expect(course.refused('recordTests', { scores: [{ person: OPS, score: 100 }] })).toBe('not-allowed');
});

test('whoever holds an agreement finds out of nobody whether they have applied by handing it on', async () => {
  const scene = await (await new Scenario({ agreements: () => null }).start()).to('call');
  for (const person of ['D2-5', 'D2-3']) await scene.apply(person);
  const { stream, tasks } = scene.round('agreements')!;
  const asked = first({ tasks });
  const said = ['D2-3', 'D2-4'].map((to) =>
    scene.memory.send(stream, 'delegate', { task: asked.id, to, reason }, asked.assignee),
  );
  expect(said[0]).toMatchObject({ code: 'not-allowed' });
  expect(said[1]).toEqual(said[0]);
});

test('no task of a round that judges applications, or allows them, is handed on by whoever holds it', () => {
  const judging = Object.entries(ROUNDS).filter(([purpose]) => isJudging(purpose as Purpose));
  expect(judging.filter(([, { policy }]) => policy.delegation !== false)).toEqual([]);
  expect(judging).toHaveLength(7);
});

test('an agreement goes to nobody who has applied, and that of a manager who applies goes to the next above', async () => {
  const scene = await (await new Scenario({ agreements: () => null }).start()).to('call');
  for (const person of ['D2-5', 'D2-3']) await scene.apply(person);
  const agreements = () => scene.round('agreements')!;
  const open = () => [...agreements().tasks.values()].filter((t) => t.state === 'open');
  const [asked] = open();
  expect([asked!.aboutPerson, asked!.assignee]).toEqual(['D2-5', 'D2-2']);
  expect(handed(scene.memory, agreements().stream, asked!, 'D2-3')).toEqual(NEVER);
  await scene.apply('D2-2');
  expect(open().map((t) => [t.aboutPerson, t.assignee])).toEqual([
    ['D2-3', 'D2-1'],
    ['D2-2', 'D2-1'],
    ['D2-5', 'D2-1'],
  ]);
  await scene.send('withdrawApplication', { reason: 'I would rather stay.' }, 'D2-2');
  await scene.send('editApplication', { ...APPLYING, hoursPerMonth: 8 }, 'D2-5');
  scene.habits.agreements = () => ({ agrees: true });
  await scene.to('reviewers');
  const given = [...agreements().tasks.values()].filter((t) => t.state === 'submitted');
  expect(new Set(given.map((t) => t.assignee))).toEqual(new Set(['D2-1']));
  expect(scene.state.applications[scene.codeOf('D2-5')]).toMatchObject({ agreement: 'agreed', manager: 'D2-1' });
  expect(scene.memory.refusedOrders).toEqual([]);
});

test('where everybody above has applied, an agreement needs nobody', async () => {
  const scene = await (await new Scenario({ agreements: () => null }).start()).to('call');
  for (const person of ['D2-1', 'D1-1']) await scene.apply(person);
  expect(scene.state.applications[scene.codeOf('D2-1')]).toMatchObject({ agreement: 'unneeded', manager: null });
  expect(scene.memory.refusedOrders).toEqual([]);
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

/** The screening of an application, asked of somebody, while others can still apply. */
async function screeningAsked() {
  const scene = await (await new Scenario({ screening: () => null }).start()).to('call');
  await scene.apply('D2-2');
  await scene.to('screening');
  const late = async (person: string, reason = 'Was abroad.') => {
    await scene.send('allowLate', { person, reason });
    await scene.apply(person);
    await scene.answer();
  };
  // The rule cannot screen somebody without a record.
  scene.hire('D3-3', { performance: {} });
  await late('D3-3');
  const code = scene.codeOf('D3-3');
  const round = scene.round('screening')!;
  return { scene, late, code, round, asked: () => scene.state.applications[code]!.screeningTask! };
}

test('whoever applies late cannot be given the screening of another, by no way', async () => {
  const { scene, late, round, asked } = await screeningAsked();
  await late('D4-2');
  const task = scene.round('screening')!.tasks.get(asked().task)!;
  expect(handed(scene.memory, round.stream, task, 'D4-2')).toEqual(NEVER);
  const added = { id: '+more', assignee: 'D4-2', about: task.about };
  expect(scene.memory.send(round.stream, 'addTasks', { tasks: [added] }, OPS)).toMatchObject({ code: 'not-allowed' });
  expect(scene.memory.send(round.stream, 'recuse', { task: task.id, reason }, task.assignee)).toBeNull();
  const next = scene.round('screening')!.tasks.get(asked().task)!;
  expect(handed(scene.memory, round.stream, next, 'D4-2')).toEqual(NEVER);
  expect(scene.memory.refusedOrders).toEqual([]);
});

test('who has applied late and withdrawn screens nobody of that round, and keeps nobody waiting', async () => {
  const { scene, late, code, asked } = await screeningAsked();
  const first = asked().who!;
  await late(first);
  await scene.send('withdrawApplication', { reason: 'No time.' }, first);
  const { round, task, who } = asked();
  expect(who).not.toBe(first);
  expect(scene.memory.send(round, 'decline', { task, reason }, who!)).toBeNull();
  // Nobody is left, and operations hear so.
  expect(asked().who).toBeNull();
  expect(scene.alarms).toContain('screener-missing');
  await scene.send('setScreeners', { screeners: ['D5-4'], reason });
  expect(scene.state.applications[code]!.screeningTask!.who).toBe('D5-4');
  expect(scene.memory.refusedOrders).toEqual([]);
});

test('whoever has applied does not decide by hand who is eligible', async () => {
  const { scene, late, code } = await screeningAsked();
  await late('D4-2');
  expect(scene.refused('decideScreening', { application: code, eligible: false, reason }, 'D4-2')).toMatch(/applied/);
});

test('what a reviewer said of others before they applied themselves does not count', async () => {
  const scene = await (await new Scenario().start()).to('call');
  await scene.apply('D2-2');
  await scene.to('decision');
  const { reviewer, application } = scene.state.pairs[0]!;
  await scene.send('reopenStage', { stage: 'call', reason });
  await scene.apply(reviewer);
  await scene.to('decision');
  const pairs = scene.state.pairs.filter((p) => p.application === application);
  expect(pairs).toHaveLength(2);
  expect(pairs.map((p) => p.reviewer)).not.toContain(reviewer);
});

test('a reviewer who declares a conflict, or steps back over one, is given nothing more about the application', async () => {
  const scene = await new Scenario({ review: () => null }).start();
  await scene.to('call');
  for (const person of ['D2-2', 'D3-2']) await scene.apply(person);
  await scene.to('review');
  const { stream } = scene.round('review')!;
  const open = (about: string) => {
    const { tasks } = scene.memory.streams.get(stream)!.state as { tasks: ReadonlyMap<string, Task> };
    return [...tasks.values()].find((t) => t.about === about && t.state === 'open')!;
  };
  const { application, reviewer } = scene.state.pairs[0]!;
  await scene.send('declareConflict', { applications: [application], reason: 'A cousin.' }, reviewer);
  expect(handed(scene.memory, stream, open(application), reviewer)).toEqual(NEVER);
  const stepped = open(application);
  expect(scene.memory.send(stream, 'recuse', { task: stepped.id, reason }, stepped.assignee)).toBeNull();
  await scene.memory.work();
  expect(handed(scene.memory, stream, open(application), stepped.assignee)).toEqual(NEVER);
  expect(scene.memory.refusedOrders).toEqual([]);
});

test('whoever objects decides no objection: neither by hand, nor as a handler, nor what they hold already', async () => {
  const scene = await new Scenario({ objections: () => null }).start();
  await scene.to('call');
  await scene.apply('D2-2');
  await scene.apply('D3-2');
  await scene.to('notice');
  const grounds = 'It was not fair.';
  await scene.send('raiseObjection', { about: null, grounds }, 'D4-6');
  const round = scene.round('objections')!.stream;
  const task = scene.state.objections['O-1']!.asked.task;
  expect(scene.memory.send(round, 'reassign', { tasks: [task], to: 'D5-6', reason }, OPS)).toBeNull();
  await scene.send('raiseObjection', { about: null, grounds }, 'D5-6');
  expect(scene.round('objections')!.tasks.get(task)).toMatchObject({ state: 'withdrawn', assignee: 'D5-6' });
  for (const id of ['O-1', 'O-2']) {
    const { asked } = scene.state.objections[id]!;
    const open = scene.round('objections')!.tasks.get(asked.task)!;
    expect(open).toMatchObject({ state: 'open', assignee: asked.who });
    for (const objector of ['D4-6', 'D5-6']) expect(handed(scene.memory, round, open, objector)).toEqual(NEVER);
  }
  expect(scene.refused('addHandlers', { handlers: ['D5-6'], reason })).toMatch(/has objected/);
  expect(scene.memory.refusedOrders).toEqual([]);
});

test('a reviewer declares their own conflicts, and nobody for them', async () => {
  const scene = await new Scenario({ conflicts: () => null }).start();
  await scene.to('call');
  await scene.apply('D2-2');
  await scene.to('reviewers');
  const conflicts = scene.round('conflicts')!;
  const [one, two] = [...conflicts.tasks.values()];
  expect(handed(scene.memory, conflicts.stream, one!, two!.assignee)).toEqual(NEVER);
});

test('nobody who reports to somebody judges them, at whatever distance, and however the task would come to them', async () => {
  const run = await new CycleRun({ ratings: () => null }).open();
  await run.to('ratings');
  const { stream, tasks } = run.round('ratings')!;
  // D2-5 reports to D2-2, and D2-2 to D2-1.
  const [head, boss] = ['D2-1', 'D2-2'].map((id) => tasks.get(id)!);
  expect(handed(run.memory, stream, head!, 'D2-5')).toEqual(NEVER);
  expect(handed(run.memory, stream, boss!, 'D2-6')).toEqual(NEVER);
  const by = { id: '+again', assignee: 'D2-7', about: 'D2-2', aboutPerson: 'D2-2' };
  expect(run.memory.send(stream, 'addTasks', { tasks: [by] }, OPS)?.detail).toContain('D2-7 reports to D2-2');
  expect(run.memory.send(stream, 'addTasks', { tasks: [{ ...by, about: null }] }, OPS)?.code).toBe('not-allowed');
  expect(run.memory.send(stream, 'delegate', { task: 'D2-1', to: 'D3-5', reason }, head!.assignee)).toBeNull();
  // Whoever comes to report to them afterwards gives it back.
  run.change('D3-5', { manager: 'D2-2' });
  const late = { task: 'D2-1', answer: run.rate(head!, 0) };
  expect(run.memory.send(stream, 'submit', late, 'D3-5')?.detail).toContain('D3-5 reports to D2-1');
  await run.look();
  expect(run.round('ratings')!.tasks.get('D2-1')!.assignee).toBe('D1-1');

  run.habits = { ratings: (task, r) => r.rate(task, 1), talks: () => null };
  await run.to('talks');
  const talk = run.round('talks')!.tasks.get('D2-2')!;
  expect(handed(run.memory, run.round('talks')!.stream, talk, 'D2-6')).toEqual(NEVER);

  const s = await (await new Scenario({ agreements: () => null }).start()).to('call');
  await s.apply('D2-2');
  const round = s.round('agreements')!.stream;
  const agreement = s.memory.send(round, 'reassign', { tasks: [s.codeOf('D2-2')], to: 'D2-5', reason }, OPS);
  expect(agreement?.code).toBe('not-allowed');
});
