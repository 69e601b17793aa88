import * as fc from 'fast-check';
import { STAGES, type Stage } from '../../../contracts/selection/terms.ts';
import type { RoundState, Task } from '../../../domain/round/state.ts';
import { DAY, GOOD, type Habits, ID, MEASURES, OPS, Scenario, score, terms } from './scenario.ts';

const PEOPLE = [
  'D1-2',
  'D1-5',
  'D2-1',
  'D2-2',
  'D2-3',
  'D2-5',
  'D2-6',
  'D2-7',
  'D3-1',
  'D3-2',
  'D4-1',
  'D4-2',
  'D5-2',
  'D5-4',
];
const who = fc.constantFrom(...PEOPLE);
const reason = 'For a reason.';

/** One thing that somebody does, or that time does; applications and tasks are chosen by number among those there are. */
export type Act = (s: Scenario, pick: <T>(list: readonly T[]) => T | undefined) => Promise<unknown>;

const to = (
  type: string,
  body: (s: Scenario, pick: <T>(list: readonly T[]) => T | undefined, person: string) => unknown,
) =>
  fc.tuple(who, fc.boolean()).map(
    ([person, ops]): Act =>
      async (s, pick) => {
        s.memory.send(ID, type, body(s, pick, person), ops ? OPS : person);
        await s.memory.work();
      },
  );
const codes = (s: Scenario) => Object.keys(s.state.applications);
const code = (s: Scenario, pick: <T>(list: readonly T[]) => T | undefined) => pick(codes(s)) ?? 'A-0000';
const form = { profile: 'x', topics: ['safety'], outline: 'x', hoursPerMonth: 4 };

const commands = fc.oneof(
  { weight: 6, arbitrary: to('apply', () => form) },
  { weight: 1, arbitrary: to('editApplication', () => ({ ...form, hoursPerMonth: 8 })) },
  { weight: 1, arbitrary: to('withdrawApplication', () => ({ reason })) },
  { weight: 1, arbitrary: to('nominate', (_s, _p, person) => ({ person, reason })) },
  { weight: 1, arbitrary: to('recordReach', (_s, _p, person) => ({ person })) },
  { weight: 1, arbitrary: to('allowLate', (_s, _p, person) => ({ person, reason })) },
  { weight: 1, arbitrary: to('changeMeasures', () => ({ texts: MEASURES, reason })) },
  { weight: 2, arbitrary: to('objectToScreening', () => ({ grounds: reason })) },
  { weight: 1, arbitrary: to('decideScreening', (s, p) => ({ application: code(s, p), eligible: true, reason })) },
  { weight: 2, arbitrary: to('declareConflict', (s, p) => ({ applications: [code(s, p)], reason })) },
  {
    weight: 1,
    arbitrary: to('setPanel', (_s, _p, person) => ({ members: [person], chair: person, quorum: 1, reason })),
  },
  { weight: 1, arbitrary: to('setScreeners', (_s, _p, person) => ({ screeners: [person], reason })) },
  { weight: 1, arbitrary: to('lowerReviews', () => ({ reviews: 1, reason })) },
  {
    weight: 1,
    arbitrary: to('addReviewers', (_s, _p, person) => ({ reviewers: [{ person, topics: [], limit: 3 }], reason })),
  },
  {
    weight: 2,
    arbitrary: to('raiseObjection', (s, p) => ({ about: p([...codes(s), null]) ?? null, grounds: reason })),
  },
  { weight: 1, arbitrary: to('pause', () => ({ reason })) },
  { weight: 3, arbitrary: to('resume', () => ({ reason })) },
  { weight: 1, arbitrary: to('reopenStage', (_s, p) => ({ stage: p(STAGES)!, reason })) },
  {
    weight: 1,
    arbitrary: to('correctCriteria', (s, p) => ({ criteria: p([s.state.terms!.criteria, terms().criteria]), reason })),
  },
  { weight: 1, arbitrary: to('moveDate', (s, p) => ({ stage: p(STAGES)!, at: s.memory.now + 20 * DAY, reason })) },
);

function openTasks(s: Scenario, state: Task['state'] = 'open') {
  return Object.values(s.state.rounds).flatMap(({ id: round, purpose }) => {
    const { tasks } = s.memory.streams.get(round)!.state as RoundState;
    return [...tasks.values()].filter((t) => t.state === state).map((task) => ({ round, purpose, task }));
  });
}

/** Answers that send the selection other ways. */
const UNWILLING: Habits = {
  agreements: () => ({ agrees: false }),
  screening: () => ({ eligible: false, reason }),
  'screening-objections': () => ({ upheld: true, reason }),
  conflicts: (_t, state) => ({ applications: Object.keys(state.applications).slice(0, 1) }),
  review: (t) => score(t, -3),
  panel: (_t, state) => ({ candidates: state.ranking!.ranking.slice(-2).map((r) => r.application), ground: 'none' }),
  objections: (t) => ({
    upheld: true,
    stage: ['screening', 'review', 'ranking', 'decision'][Number(t.id.split(/[-:]/)[1]) % 4]!,
    findings: reason,
  }),
  acceptance: () => ({ accepts: false }),
};

const stepBack = fc.constantFrom('recuse', 'decline').map(
  (type): Act =>
    async (s, pick) => {
      const one = pick(openTasks(s));
      if (one) s.memory.send(one.round, type, { task: one.task.id, reason }, one.task.assignee);
      await s.memory.work();
    },
);
/** Somebody takes an answer back, wherever that may be. */
const takeBack = fc.constant<Act>(async (s, pick) => {
  const one = pick(openTasks(s, 'submitted'));
  if (one) s.memory.send(one.round, 'takeBack', { task: one.task.id }, one.task.assignee);
  await s.memory.work();
});
/** Somebody answers one task, willingly or not. */
const answer = fc.boolean().map(
  (willing): Act =>
    async (s, pick) => {
      const one = pick(openTasks(s));
      if (!one) return;
      const body =
        (willing ? GOOD : UNWILLING)[one.purpose]?.(one.task, s.state) ?? GOOD[one.purpose](one.task, s.state);
      if (body) s.memory.send(one.round, 'submit', { task: one.task.id, answer: body }, one.task.assignee);
      await s.memory.work();
    },
);
/** What people do, and nothing that time does. */
export const deed = fc.oneof(
  { weight: 5, arbitrary: commands },
  { weight: 2, arbitrary: stepBack },
  { weight: 2, arbitrary: takeBack },
  { weight: 6, arbitrary: answer },
);

const answers = fc.constant<Act>((s) => s.answer());
const sleeps = fc.constant<Act>((s) => s.memory.sleep());
const days = fc.integer({ min: 1, max: 30 }).map(
  (n): Act =>
    (s) =>
      s.memory.until(s.memory.now + n * DAY),
);

const act = fc.oneof(
  { weight: 5, arbitrary: commands },
  { weight: 2, arbitrary: stepBack },
  { weight: 2, arbitrary: takeBack },
  { weight: 4, arbitrary: answer },
  { weight: 1, arbitrary: answers },
  { weight: 2, arbitrary: sleeps },
  { weight: 1, arbitrary: days },
);

/** A stage to begin at, what is done then, each with a number to choose by, and how many reviews there are. */
export const story = fc.tuple(
  fc.constantFrom(...STAGES.filter((s) => s !== 'ranking' && s !== 'closed')),
  fc.array(fc.tuple(act, fc.nat()), { minLength: 5, maxLength: 60 }),
  fc.constantFrom(2, 'everyone'),
);

/** A selection that has come to a stage with some applicants, and where nobody has answered yet. */
export async function begun(stage: Stage, reviews: number | string, other: object = {}): Promise<Scenario> {
  const conflicts = { department: true, line: true };
  const reviewers = (terms().reviewers as object[]).map((r) => ({ ...r, limit: 9 }));
  const s = await new Scenario().start({ reviews, conflicts, reviewers, ...other });
  if (stage === 'measures') return s;
  const late: Habits = Object.fromEntries(Object.keys(GOOD).map((purpose) => [purpose, () => null]));
  if (stage !== 'publicity') {
    await s.to('call');
    if (stage !== 'call') for (const person of ['D1-5', 'D2-2', 'D2-3', 'D2-6', 'D3-2']) await s.apply(person);
  }
  await s.to(stage);
  s.habits = late as Required<Habits>;
  return s;
}
