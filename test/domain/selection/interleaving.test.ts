import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { SELECTION_EVENTS } from '../../../contracts/selection/events.ts';
import { STAGES } from '../../../contracts/selection/terms.ts';
import { selectionProcess } from '../../../domain/selection/selection.ts';
import type { SelectionState } from '../../../domain/selection/state.ts';
import { begun, story } from './acts.ts';
import { byRank, DAY, GOOD, ID, MEASURES, OPS, type Scenario } from './scenario.ts';

const reason = 'For a reason.';

/** Whatever has happened, these hold. */
function assertLegal(s: Scenario): void {
  const { state, memory } = s;
  expect(memory.refusedOrders).toEqual([]);
  const events = memory.streams.get(ID)!.events;
  let stage = -1;
  let acknowledged = false;
  for (const e of events) {
    SELECTION_EVENTS[e.type as 'Opened'].parse(e.body);
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
  if (state.outcomes) expect(Object.keys(state.outcomes).sort()).toEqual(Object.keys(state.applications).sort());
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
  await fc.assert(
    fc.asyncProperty(story, async ([from, acts, reviews]) => {
      const s = await begun(from, reviews);
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

/** Everybody is willing from now on, and operations mend what waits for them. */
async function finish(s: Scenario): Promise<void> {
  s.habits = { ...GOOD, panel: (_task, state) => ({ candidates: standingByRank(state), ground: 'none' }) };
  if (s.state.phase === 'paused') await s.send('resume', { reason });
  for (let turn = 0; turn < 300 && s.state.phase === 'running'; turn++) {
    if (s.state.shortages.length) await s.send('lowerReviews', { reviews: 1, reason }).catch(() => addReviewers(s));
    for (const a of Object.values(s.state.applications)) {
      const stuck =
        (!a.screening && a.screeningTask?.who === null) || (a.objection?.state === 'open' && !a.objection.who);
      if (stuck) s.memory.send(ID, 'decideScreening', { application: a.code, eligible: false, reason }, OPS);
    }
    const unhandled =
      Object.values(s.state.objections).some((o) => o.state === 'open' && !o.asked.who) ||
      Object.values(s.state.applications).some((a) => a.objection?.state === 'open' && !a.objection.who);
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

/** Whoever has withdrawn is not to be chosen in a round that opens later. */
function standingByRank(state: SelectionState): string[] {
  return byRank(state).filter((code) => !state.applications[code]!.withdrawn);
}

async function addReviewers(s: Scenario): Promise<void> {
  const reviewers = ['D3-6', 'D4-6', 'D5-6', 'D2-4'].map((person) => ({ person, topics: [], limit: 9 }));
  await s.send('addReviewers', { reviewers, reason });
}
