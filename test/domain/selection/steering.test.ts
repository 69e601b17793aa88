import { expect, test } from '@jest/globals';
import type { RoundState } from '../../../domain/round/state.ts';
import { DAY, type Habits, OPS, Scenario, score, terms } from './scenario.ts';

const PEOPLE = ['D2-2', 'D2-3', 'D2-4'];

const at = async (stage: 'call' | 'review' | 'decision' | 'notice' | 'results', habits = {}) => {
  const s = await (await new Scenario(habits).start()).to('call');
  if (stage === 'call') return s;
  for (const p of PEOPLE) await s.apply(p);
  return s.to(stage);
};

/** Who has to be silent for a selection to stay at a stage. */
const SILENT: Readonly<Record<string, Habits>> = {
  review: { review: () => null },
  decision: { panel: () => null },
  results: { acceptance: () => null },
};

test('a pause stops the clock and holds the rounds; on resuming everything is later by its length', async () => {
  const s = await at('review', { review: () => null });
  const due = s.round('review')!.spec!.due;
  await s.send('pause', { reason: 'A flood.' });
  expect(s.round('review')!.phase).toBe('held');
  expect(s.memory.wake).toBeNull();
  expect(s.refused('nominate', { person: 'D2-5', reason: 'Now.' }, 'D3-1')).toMatch(/paused/);
  s.memory.now += 30 * DAY;
  await s.send('resume', { reason: 'Dry again.' });
  expect(s.round('review')!.spec!.due).toBe(due + 30 * DAY);
  expect(s.state.plan.review!.end).toBe(s.state.until);
  expect(s.state.plan.decision!.start).toBe(s.state.until);
  s.habits.review = (t) => score(t, 0);
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
});

test('what somebody has put on hold by hand stays on hold when the pause is over', async () => {
  const s = await at('review', { review: () => null });
  const { stream } = s.round('review')!;
  expect(s.memory.send(stream, 'hold', { reason: 'The form is wrong.' }, OPS)).toBeNull();
  await s.send('pause', { reason: 'A flood.' });
  await s.send('resume', { reason: 'Dry again.' });
  expect(s.round('review')!.phase).toBe('held');
  expect(s.memory.refusedOrders).toEqual([]);
});

test.each(['call', 'review', 'decision', 'notice', 'results'] as const)(
  'cancelled at the stage %s, running or paused, no round of it goes on',
  async (stage) => {
    for (const paused of [false, true]) {
      const s = await at(stage, SILENT[stage]);
      if (paused) await s.send('pause', { reason: 'A flood.' });
      await s.send('cancel', { reason: 'Nobody can teach this year.' });
      const rounds = [...s.memory.streams.values()].filter((r) => r.stream.startsWith('round:'));
      expect(rounds.map((r) => (r.state as RoundState).phase).filter((p) => p !== 'settled')).toEqual([]);
      expect(s.memory.refusedOrders).toEqual([]);
      const before = s.memory.notices.length;
      await s.memory.until(s.memory.now + 200 * DAY);
      expect(s.memory.notices).toHaveLength(before);
    }
  },
);

test('a date is moved with the tasks that hang on it', async () => {
  const s = await at('review', { review: () => null });
  const to = s.state.until! + 10 * DAY;
  await s.send('moveDate', { stage: 'review', at: to, reason: 'Holidays.' });
  expect(s.state.until).toBe(to);
  expect([...s.round('review')!.tasks.values()].every((t) => t.due === to)).toBe(true);
  expect(s.memory.refusedOrders).toEqual([]);
});

test('a date cannot be moved into the past, behind the next stage, or after its stage', async () => {
  const s = await at('call');
  expect(s.refused('moveDate', { stage: 'call', at: s.memory.now - 1, reason: 'Back.' })).toMatch(/has passed/);
  expect(s.refused('moveDate', { stage: 'publicity', at: s.memory.now + DAY, reason: 'Late.' })).toMatch(/is over/);
  expect(s.refused('moveDate', { stage: 'screening', at: s.memory.now + DAY, reason: 'Soon.' })).toMatch(/begins only/);
});

test('a call that was moved closes at its new date', async () => {
  const s = await at('call');
  const to = s.state.until! + 7 * DAY;
  await s.send('moveDate', { stage: 'call', at: to, reason: 'Few applications.' });
  await s.memory.until(to - 1);
  expect(s.state.stage).toBe('call');
  await s.to('screening');
  expect(s.memory.now).toBe(to);
});

test('the reviews of one application are reopened, the others stand', async () => {
  const s = await at('notice');
  const code = s.codeOf('D2-2');
  await s.send('reopenStage', { stage: 'review', applications: [code], reason: 'A page was missing.' });
  expect(s.state.stage).toBe('review');
  expect([...s.round('review')!.tasks.values()].map((t) => t.about)).toEqual([code, code]);
  await s.to('notice');
  expect(s.state.ranking!.ranking).toHaveLength(3);
});

test.each(['call', 'screening', 'reviewers', 'review', 'ranking', 'decision'] as const)(
  'reopened from %s the selection still ends',
  async (stage) => {
    const s = await at('notice');
    await s.send('reopenStage', { stage, reason: 'Something was wrong.' });
    await s.to('closed');
    expect(s.state.runs.notice).toBe(2);
    expect(s.memory.refusedOrders).toEqual([]);
  },
);

test('results that are out cannot be taken back', async () => {
  const s = await at('results', { acceptance: () => null });
  expect(s.refused('reopenStage', { stage: 'review', reason: 'Again.' })).toMatch(/results are out/);
});

test('a cancelled selection closes its rounds and everybody concerned hears of it', async () => {
  const s = await at('review', { review: () => null });
  await s.send('cancel', { reason: 'No budget.' });
  expect(s.state.phase).toBe('cancelled');
  expect(s.round('review')!.phase).toBe('settled');
  expect(s.told('selection.cancelled')).toEqual(expect.arrayContaining([...PEOPLE, 'D3-1', 'D1-1']));
  expect(s.memory.status(s.state.stream)).toMatchObject({ closed: true, rounds: [], work: [], wake: null });
  expect(s.refused('resume', { reason: 'Back.' })).toMatch(/cancelled/);
});

test('the rounds of a cancelled selection are closed because it was cancelled', async () => {
  const s = await at('review', { review: () => null });
  await s.send('cancel', { reason: 'No budget.' });
  const { events } = s.memory.streams.get(s.round('review')!.stream)!;
  expect(events.map((e) => e.body)).toContainEqual(
    expect.objectContaining({ reason: { code: 'selection-cancelled' } }),
  );
});

test.each([
  ['call', 'D2-5'],
  ['review', 'D1-1'],
  ['notice', 'D2-5'],
] as const)(
  'who was written to of a selection hears at "%s" of a pause, its end, a moved date and the cancellation',
  async (stage, who) => {
    const s = await at(stage, SILENT[stage]);
    const heard = () => {
      const letters = s.memory.notices.filter((n) => n.to === who && /steered|selection.cancelled/.test(n.template));
      return letters.map((n) => n.about.what ?? n.template);
    };
    await s.send('pause', { reason: 'A flood.' });
    await s.send('resume', { reason: 'Dry again.' });
    await s.send('moveDate', { stage, at: s.state.until! + DAY, reason: 'Holidays.' });
    await s.send('cancel', { reason: 'No budget.' });
    expect(heard()).toEqual(['paused', 'resumed', 'moved', 'selection.cancelled']);
  },
);

test('who only reads of a selection hears of no date that concerns nobody yet', async () => {
  const s = await at('call');
  await s.send('moveDate', { stage: 'decision', at: s.state.plan.decision!.end + DAY, reason: 'Holidays.' });
  expect(s.told('selection.steered')).toContain('D1-1');
  expect(s.told('selection.steered')).not.toContain('D2-5');
});

test('whoever has never been written to does not hear that it was cancelled', async () => {
  const unknown = new Scenario();
  await unknown.send('open', terms());
  await unknown.send('cancel', { reason: 'Opened by mistake.' });
  expect(unknown.told('selection.cancelled')).toEqual([]);
  const s = await (await new Scenario().start({ departments: ['D2', 'D3'] })).to('call');
  const reviewers = [{ person: 'D5-6', topics: [], limit: 2 }];
  await s.send('addReviewers', { reviewers, reason: 'More of them.' });
  await s.send('cancel', { reason: 'No budget.' });
  expect(s.told('selection.cancelled')).toContain('D3-1');
  expect(s.told('selection.cancelled')).not.toContain('D5-6');
});

test('a date that is moved into a year that the calendar does not know is told to operations', async () => {
  const s = await at('call');
  const before = s.memory.notices.length;
  await s.send('moveDate', { stage: 'decision', at: Date.parse('2033-05-02T18:00:00+08:00'), reason: 'Later.' });
  const told = s.memory.notices.slice(before).filter((n) => n.template === 'selection.attention');
  expect(told.map((n) => [n.about.what, n.about.calendars])).toContainEqual(['calendar-ends', ['CN: 2033']]);
});

test('a year that the calendar does not know is told once, however often the date is moved within it', async () => {
  const s = await at('call');
  const told = () => s.memory.notices.filter((n) => n.about.what === 'calendar-ends').map((n) => n.about.calendars);
  for (const day of ['2033-05-02', '2033-06-02', '2034-05-02', '2033-05-02'])
    await s.send('moveDate', { stage: 'decision', at: Date.parse(`${day}T18:00:00+08:00`), reason: 'Later.' });
  expect(told()).toEqual([['CN: 2033'], ['CN: 2034']]);
});

test('a refusal tells the days of the procedure where it is reckoned', async () => {
  const s = new Scenario();
  const at = Date.parse('2027-01-04T07:00:00+08:00');
  const timetable = { ...(terms().timetable as object), measures: at };
  expect(s.refused('open', terms({ timetable }))).toContain('would end on 2027-01-04, which has passed');
});

test('a stage that overruns moves what follows: letters promise by the new dates, and done stages show when they were', async () => {
  const s = await new Scenario({ acknowledgement: () => null }).start();
  const promised = s.state.plan.call!.end;
  const measuresTo = s.state.plan.measures!.end;
  await s.to('publicity');
  expect(s.state.startedAt).toBeGreaterThan(measuresTo);
  const { plan } = s.state;
  expect(plan.measures!.end).toBe(s.state.startedAt);
  expect(plan.publicity).toEqual({ start: s.state.startedAt, end: s.state.until });
  expect(plan.call!.start).toBe(s.state.until);
  expect(plan.call!.end).toBeGreaterThan(promised);
  const told = s.memory.notices.filter((n) => n.template === 'selection.publicity');
  expect(told.map((n) => n.about.closesAt)).toEqual(told.map(() => plan.call!.end));
  await s.to('call');
  expect(s.state.until).toBe(plan.call!.end);
  for (const p of PEOPLE) await s.apply(p);
  await s.to('closed');
  const stages = Object.values(s.state.plan);
  for (let i = 1; i < stages.length; i++) expect(stages[i]!.start).toBe(stages[i - 1]!.end);
});

test('publicity and screening can be ended before their dates, with a reason, and no other stage', async () => {
  const s = await (await new Scenario().start()).to('publicity');
  const planned = s.state.until!;
  expect(s.refused('finishStage', { stage: 'call', reason: 'Enough.' })).toMatch(/is at "publicity"/);
  await s.send('finishStage', { stage: 'publicity', reason: 'Everybody knows.' });
  await s.to('call');
  expect(s.memory.now).toBeLessThan(planned);
  expect(s.refused('finishStage', { stage: 'call', reason: 'Enough.' })).toMatch(/move its date/);
  for (const p of PEOPLE) await s.apply(p);
  await s.to('screening');
  const end = s.state.until!;
  await s.send('finishStage', { stage: 'screening', reason: 'All are looked at.' });
  expect(s.refused('finishStage', { stage: 'screening', reason: 'All are looked at.' })).toMatch(/is at "reviewers"/);
  await s.to('reviewers');
  expect(s.memory.now).toBeLessThan(end);
  expect(s.memory.refusedOrders).toEqual([]);
});

test('leaders have as much time for their word as the publicity lasts, also when its date is moved', async () => {
  const s = await (await new Scenario({ endorsements: () => null }).start()).to('publicity');
  const before = s.state.until!;
  await s.send('moveDate', { stage: 'publicity', at: before + 20 * DAY, reason: 'Holidays.' });
  await s.memory.until(before + DAY);
  expect(s.state.endorsements).toBeNull();
  await s.to('call');
  expect(s.memory.now).toBe(before + 20 * DAY);
});

test('the public notice can be made longer when its clock has stood still, and no stage is put before the end of the one that runs', async () => {
  const s = await at('notice');
  await s.send('pause', { reason: 'A flood.' });
  s.memory.now += 20 * DAY;
  await s.send('resume', { reason: 'Dry again.' });
  const until = s.state.until! + 20 * DAY;
  expect(s.refused('moveDate', { stage: 'notice', at: 4_102_444_800_000, reason: 'Never.' })).toBeTruthy();
  await s.send('moveDate', { stage: 'notice', at: until, reason: 'Holidays.' });
  expect([s.state.until, s.state.plan.notice!.end, s.state.plan.results!.start]).toEqual([until, until, until]);

  const c = await at('call');
  await c.send('pause', { reason: 'A flood.' });
  c.memory.now += 30 * DAY;
  await c.send('resume', { reason: 'Dry again.' });
  const early = c.state.until! - DAY;
  expect(c.refused('moveDate', { stage: 'screening', at: early, reason: 'Soon.' })).toMatch(/begins only/);
});

test.each(['publicity', 'call'] as const)(
  'what has been asked or announced until a day (%s) is made longer, not shorter',
  async (stage) => {
    const s = await (await new Scenario({ endorsements: () => null }).start()).to(stage);
    const until = s.state.until!;
    const told = s.memory.notices.length;
    s.hire(OPS, { timeZone: 'America/Chicago' });
    const day = new Date(until - 6 * 3_600_000).toISOString().slice(0, 10);
    expect(s.refused('moveDate', { stage, at: until - 3_600_000, reason: 'Sooner.' })).toContain(
      `until ${day} (America/Chicago)`,
    );
    expect(s.state.until).toBe(until);
    expect(s.memory.notices).toHaveLength(told);
    await s.send('moveDate', { stage, at: until + DAY, reason: 'Later.' });
    expect(s.state.until).toBe(until + DAY);
  },
);

test('whoever moves a date from elsewhere reads the days where they work, with the zone', async () => {
  const s = await at('call');
  s.hire(OPS, { timeZone: 'America/Chicago' });
  const sooner = s.memory.now + DAY;
  const refusal = s.refused('moveDate', { stage: 'screening', at: sooner, reason: 'Soon.' });
  expect(refusal).toMatch(
    /would end on \d{4}-\d\d-\d\d \(America\/Chicago\) but begins only on \d{4}-\d\d-\d\d \(America\/Chicago\)/,
  );
});
