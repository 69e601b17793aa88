import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { SELECTION_EVENTS, STAGES, type Stage } from '../../../contracts/selection.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { selectionProcess } from '../../../domain/selection/selection.ts';
import type { SelectionState } from '../../../domain/selection/state.ts';
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
type Act = (s: Scenario, pick: <T>(list: readonly T[]) => T | undefined) => Promise<unknown>;

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

function openTasks(s: Scenario) {
  return Object.values(s.state.rounds).flatMap(({ id: round, purpose }) => {
    const { tasks } = s.memory.streams.get(round)!.state as RoundState;
    return [...tasks.values()].filter((t) => t.state === 'open').map((task) => ({ round, purpose, task }));
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
    stage: ['screening', 'review', 'ranking', 'decision'][Number(t.id.split(/[-.]/)[1]) % 4]!,
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
  { weight: 4, arbitrary: answer },
  { weight: 1, arbitrary: answers },
  { weight: 2, arbitrary: sleeps },
  { weight: 1, arbitrary: days },
);

/** Whatever has happened, these hold. */
function assertLegal(s: Scenario): void {
  const { state, memory } = s;
  expect(memory.refusedOrders).toEqual([]);
  const events = memory.streams.get(ID)!.events;
  let stage = -1;
  let acknowledged = false;
  for (const e of events) {
    SELECTION_EVENTS[e.type as 'SelectionOpened'].parse(e.body);
    if (e.type === 'MeasuresAcknowledged') acknowledged = true;
    if (e.type !== 'StageStarted') continue;
    const body = e.body as { stage: (typeof STAGES)[number]; because: string };
    const next = STAGES.indexOf(body.stage);
    const onward = body.because === 'nobody' ? next > stage : next === stage + 1;
    expect(['done', 'nobody'].includes(body.because) ? onward : next <= stage).toBe(true);
    if (next > 0) expect(acknowledged).toBe(true);
    stage = next;
  }
  for (const { application, reviewer, round } of state.pairs) {
    const about = state.applications[application]!;
    expect(reviewer).not.toBe(about.person);
    expect(state.conflicts[reviewer] ?? []).not.toContain(application);
    const { people } = memory.organisation;
    expect(people.get(reviewer)!.department).not.toBe(about.department);
    expect(people.get(about.person)!.manager).not.toBe(reviewer);
    if (round) expect(memory.streams.has(round)).toBe(true);
  }
  const standing = Object.values(state.applications).filter((a) => !a.withdrawn);
  expect(new Set(standing.map((a) => a.person)).size).toBe(standing.length);
  if (state.outcomes) expect(Object.keys(state.outcomes).sort()).toEqual(codes(s).sort());
  const told = memory.notices.filter((n) => n.template === 'selection.result').map((n) => n.to);
  expect(new Set(told).size).toBe(told.length);
}

function assertRefolds(s: Scenario): void {
  const live = s.state;
  const again = s.memory.streams
    .get(ID)!
    .events.reduce((state, e) => selectionProcess.evolve(state, e as never), selectionProcess.initial(ID));
  expect(again).toEqual(live);
  const thawed = selectionProcess.thaw(JSON.parse(JSON.stringify(selectionProcess.freeze(live)))) as SelectionState;
  expect(thawed).toEqual(live);
}

test('whatever people and time do in whatever order, the selection stays legal and comes to an end', async () => {
  const story = fc.tuple(
    fc.constantFrom(...STAGES.filter((s) => s !== 'ranking' && s !== 'closed')),
    fc.array(fc.tuple(act, fc.nat()), { minLength: 5, maxLength: 60 }),
    fc.constantFrom(2, 'everyone'),
  );
  await fc.assert(
    fc.asyncProperty(story, async ([from, acts, reviews]) => {
      const conflicts = { department: true, line: true };
      const reviewers = (terms().reviewers as object[]).map((r) => ({ ...r, limit: 9 }));
      const s = await begun(from, { reviews, conflicts, reviewers });
      for (const [act, seed] of acts) {
        await act(s, (list) => list[seed % Math.max(list.length, 1)]);
      }
      assertLegal(s);
      assertRefolds(s);
      await finish(s);
      assertLegal(s);
      assertRefolds(s);
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 40) },
  );
});

/** A selection that has come to a stage with some applicants, and where nobody has answered yet. */
async function begun(stage: Stage, other: object): Promise<Scenario> {
  const s = await new Scenario().start(other);
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

/** Everybody is willing from now on, and operations mend what waits for them. */
async function finish(s: Scenario): Promise<void> {
  s.habits = GOOD;
  if (s.state.phase === 'paused') await s.send('resume', { reason });
  for (let turn = 0; turn < 300 && s.state.phase === 'running'; turn++) {
    if (s.state.shortages.length) await s.send('lowerReviews', { reviews: 1, reason }).catch(() => addReviewers(s));
    for (const a of Object.values(s.state.applications)) {
      const stuck =
        (!a.screening && a.screeningTask?.who === null) || (a.objection?.state === 'open' && !a.objection.who);
      if (stuck) s.memory.send(ID, 'decideScreening', { application: a.code, eligible: false, reason }, OPS);
    }
    const unhandled = Object.values(s.state.objections).some((o) => o.state === 'open' && !o.asked.who);
    const fresh = ['D5-6', 'D4-6', 'D3-6'].filter((p) => !s.state.handlers.includes(p));
    if (unhandled) s.memory.send(ID, 'addHandlers', { handlers: fresh.slice(0, 1), reason }, OPS);
    if (s.state.refusedBy.length) s.memory.send(ID, 'changeMeasures', { texts: MEASURES, reason }, OPS);
    await s.memory.work();
    if (await s.answer()) continue;
    if (!(await s.memory.sleep())) s.memory.now += DAY;
  }
  const last = s.memory.streams.get(ID)!.events.slice(-12);
  const story = last.map((e) => `${e.type} ${JSON.stringify(e.body).slice(0, 300)}`).join('\n');
  if (s.state.phase !== 'closed') throw new Error(`It never ends; it stands at ${s.state.stage}:\n${story}`);
}

async function addReviewers(s: Scenario): Promise<void> {
  const reviewers = ['D3-6', 'D4-6', 'D5-6', 'D2-4'].map((person) => ({ person, topics: [], limit: 9 }));
  await s.send('addReviewers', { reviewers, reason });
}
