import { expect, test } from '@jest/globals';
import type { CycleState } from '../../../domain/cycle/state.ts';
import { CYCLE, CycleRun, cycleTerms, DAY, OPS, START } from './run.ts';

const reason = 'The works council asked for it.';

test('a pause holds the rounds and their deadlines, and people are told', async () => {
  const run = await new CycleRun().open();
  const due = run.round('mobilisation')!.tasks.get('D2')!.due;
  const { until } = run.state;
  await run.send('pause', { reason });
  expect(run.round('mobilisation')!.phase).toBe('held');
  expect(run.refused('finishStage', { stage: 'mobilisation', reason })).toMatch(/paused/);
  await run.days(30);
  expect(run.state.stage).toBe('mobilisation');
  await run.send('resume', { reason });
  expect(run.state.until).toBe(until! + 30 * DAY);
  expect(run.round('mobilisation')!.tasks.get('D2')!.due).toBe(due + 30 * DAY);
  expect(run.told('cycle.steered').filter((p) => p === 'D2-1')).toHaveLength(2);
  await run.to('ratings');
});

test('after a pause as many working days are left as before it, for the stage and for what people owe alike', async () => {
  const run = await new CycleRun().open();
  // The mobilisation ends on Monday at 18:00; it stands still from Wednesday at 15:00 to the Tuesday after the next.
  expect(run.state.until).toBe(Date.parse('2026-11-09T18:00:00+08:00'));
  await run.days(2.25);
  await run.send('pause', { reason });
  await run.days(13);
  await run.send('resume', { reason });
  const until = Date.parse('2026-11-20T18:00:00+08:00');
  expect([run.state.until, run.round('mobilisation')!.tasks.get('D2')!.due]).toEqual([until, until]);
});

test('a date that is moved forward takes no time from anybody who has it', async () => {
  const run = await (await new CycleRun({ ratings: () => null }).open()).to('ratings');
  const { until } = run.state;
  const told = run.memory.notices.length;
  await run.send('moveDate', { stage: 'ratings', at: until! - DAY, reason });
  expect(run.state.until).toBe(until! - DAY);
  expect(run.round('ratings')!.tasks.get('D3-6')!.due).toBe(until);
  expect(run.memory.notices).toHaveLength(told);
  expect(run.memory.refusedOrders).toEqual([]);
});

test('a cycle that is not paused cannot be resumed, nor paused twice', async () => {
  const run = await new CycleRun().open();
  expect(run.refused('resume', { reason })).toMatch(/not paused/);
  await run.send('pause', { reason });
  expect(run.refused('pause', { reason })).toMatch(/paused already/);
});

test('a moved date moves what people owe, and the stages behind it', async () => {
  const run = await (await new CycleRun().open()).to('ratings');
  const at = run.state.until! + 7 * DAY;
  await run.send('moveDate', { stage: 'ratings', at, reason });
  expect(run.round('ratings')!.tasks.get('D3-6')!.due).toBe(at);
  expect(run.state.until).toBe(at);
  expect(run.state.plan.talks!.start).toBe(at);
  expect(run.state.plan.talks!.end).toBeGreaterThan(at);
});

test.each([
  ['that has passed', 'ratings', START - DAY, /has passed/],
  ['of a stage that is over', 'mobilisation', START + 60 * DAY, /is over; reopen it/],
  ['that leaves the next stage no time', 'talks', START + 8 * DAY, /"talks" would end on .* but begins only/],
  ['behind which the approval is too late', 'needs', START + 385 * DAY, /approval would end on/],
  ['of the end', 'closed', START + 60 * DAY, /has no date/],
])('a date %s is refused', async (_which, stage, at, why) => {
  const run = await (await new CycleRun().open()).to('ratings');
  expect(run.refused('moveDate', { stage, at, reason })).toMatch(why);
});

test('only the stage that runs is finished, and an approval never is', async () => {
  const run = await new CycleRun().open();
  expect(run.refused('finishStage', { stage: 'talks', reason })).toMatch(/is at "mobilisation"/);
});

test('ratings that are run again ask anew and make new findings', async () => {
  const run = await (await new CycleRun().open()).to('needs');
  await run.send('reopenStage', { stage: 'ratings', reason });
  expect(run.state).toMatchObject({ stage: 'ratings', findings: null, runs: { ratings: 2 } });
  expect(run.round('ratings')!.stream).toMatch(/ratings-2$/);
  run.habits = { ...run.habits, ratings: (t, r) => r.rate(t, 0) };
  await run.to('needs');
  expect(run.state.findings!.diagnosed).toEqual([]);
});

test.each([
  ['that has not begun', 'needs', /has not begun/],
  ['that is carried out', 'execution', /ask for a change/],
])('a stage %s is not reopened', async (_which, stage, why) => {
  const run = await new CycleRun().open();
  expect(run.refused('reopenStage', { stage, reason })).toMatch(why);
});

test('a cycle that is cancelled closes its rounds, tells everybody concerned, and takes nothing more', async () => {
  const run = await new CycleRun().open();
  await run.send('cancel', { reason });
  expect(run.state.phase).toBe('cancelled');
  expect(run.round('mobilisation')!.phase).toBe('settled');
  const { events } = run.memory.streams.get(run.round('mobilisation')!.stream)!;
  expect(events.map((e) => e.body)).toContainEqual(expect.objectContaining({ reason: { code: 'cycle-cancelled' } }));
  expect(run.told('cycle.steered')).toContain('D2-1');
  // Nobody was asked for a commitment or an approval yet.
  const { commitments, approval } = run.state.terms!;
  const later = [...commitments.map((c) => c.leader), ...approval.management, ...approval.hr];
  const heads = Object.values(run.state.departments).map((d) => d.asked);
  const unasked = later.filter((p) => !heads.includes(p) && p !== OPS);
  expect(unasked.length).toBeGreaterThan(0);
  for (const person of unasked) expect(run.told('cycle.steered')).not.toContain(person);
  expect(run.refused('pause', { reason })).toMatch(/cancelled/);
  expect(run.memory.status(CYCLE)).toMatchObject({ closed: true, wake: null });
});

test('the next cycle takes over what the last has left', async () => {
  const run = await (await new CycleRun().open()).to('needs');
  const last = leave(run.state);
  const next = new CycleRun({}, { id: 'cycle:plan-2028', now: Date.parse('2027-11-01T09:00:00+08:00') });
  next.memory.put('cycle:plan-2027', last);
  next.change('D3-7', { employed: false });
  const day = (text: string) => Date.parse(`${text}T18:00:00+08:00`);
  const timetable = { ...(run.state.terms!.timetable as object), execution: day('2029-01-10') };
  await next.open({ previous: 'cycle:plan-2027', period: { from: '2028-03-01', to: '2028-12-31' }, timetable });
  expect(next.state.carried).toMatchObject({ from: 'cycle:plan-2027' });
  expect(next.state.needs['N-00001']).toMatchObject({
    origin: 'carried',
    department: 'D3',
    element: 'welding',
    people: ['D3-6'],
    state: 'proposed',
    must: true,
    by: 'D3-1',
    goal: { of: 'D3-1', $sealed: 'Seams that hold.' },
    problem: null,
  });
  expect(Object.keys(next.state.needs)).toHaveLength(1);
  expect(Object.keys(next.state.proposals)).toEqual(['P-001']);
  expect(Object.keys(next.state.idps)).toEqual(['D4-6']);
  expect(next.alarms).toEqual([]);
});

test.each([
  ['does not exist', false],
  ['is not closed', true],
])('from a cycle that %s nothing is taken over, and operations hear of it', async (_what, exists) => {
  const run = await new CycleRun().open();
  const next = new CycleRun({}, { id: 'cycle:plan-2027b' });
  if (exists) next.memory.put(CYCLE, run.state);
  await next.open({ previous: CYCLE });
  expect(next.state.carried).toMatchObject({ proposals: [], idps: [], needs: [] });
  expect(next.alarms).toEqual(['previous-not-closed']);
  await next.to('ratings');
});

test('a cycle does not follow on itself', () => {
  const run = new CycleRun();
  const rejection = run.memory.send(CYCLE, 'open', cycleTerms({ previous: CYCLE }), OPS);
  expect(rejection?.detail).toMatch(/its own predecessor/);
});

/** A closed cycle with one need that was cut, one that was planned, a finding kept and one dropped, and two plans. */
function leave(state: CycleState): CycleState {
  const need = (id: string, more: object) => ({
    need: id,
    department: 'D3',
    origin: 'gap',
    element: 'welding',
    level: 5,
    course: null,
    people: ['D3-6', 'D3-7'],
    urgency: 1,
    must: true,
    diagnosed: true,
    by: null,
    goal: null,
    problem: null,
    state: 'confirmed',
    rank: 1,
    question: null,
    ...more,
  });
  const proposal = (id: string, more: object) => ({
    id,
    kind: 'need-unmet',
    department: null,
    element: null,
    level: null,
    course: null,
    trainer: null,
    people: [],
    evidence: {},
    kept: true,
    ...more,
  });
  const { 'D4-6': one } = state.idps;
  return {
    ...state,
    phase: 'closed',
    needs: {
      'N-00001': need('N-00001', { by: 'D3-1', goal: { of: 'D3-1', $sealed: 'Seams that hold.' } }),
      'N-00002': need('N-00002', { element: 'safety' }),
      'N-00003': need('N-00003', { department: 'D4', element: 'planning' }),
    },
    outcomes: { 'N-00001': 'cut', 'N-00002': 'planned', 'N-00003': 'cut' },
    proposals: {
      'P-001': proposal('P-001', { kind: 'drop-course', course: 'C-SAFE' }),
      'P-002': proposal('P-002', { department: 'D4', element: 'planning', level: 5, kept: false }),
    },
    idps: {
      'D4-6': { ...one!, items: [{ element: null, means: 'project', until: '2028-06-30' }] },
      'D3-2': { ...state.idps['D3-2']!, items: [{ element: null, means: 'project', until: '2027-06-30' }] },
    },
  } as unknown as CycleState;
}

test('a year that the calendar does not know is told once, however often the date is moved within it', async () => {
  const run = await new CycleRun().open();
  const move = (stage: string, day: string) =>
    run.send('moveDate', { stage, at: Date.parse(`${day}T18:00:00+08:00`), reason: 'Later.' });
  const told = () => run.memory.notices.filter((n) => n.about.what === 'calendar-ends').map((n) => n.about.calendars);
  await move('feedback', '2033-05-02');
  await move('feedback', '2033-06-02');
  expect(told()).toEqual([['CN: 2033']]);
  await move('feedback', '2034-06-02');
  await move('feedback', '2033-06-02');
  expect(told()).toEqual([['CN: 2033'], ['CN: 2034']]);
});

test.each([
  ['a date', 'feedback', '2033-05-02', 'CN: 2033'],
  ['a date before one that falls', 'effect', '2030-12-31', 'CN: 2031'],
])(
  '%s that is moved into a year that the calendar does not know is told to operations',
  async (_what, stage, day, year) => {
    const run = await new CycleRun().open();
    const before = run.memory.notices.length;
    await run.send('moveDate', { stage, at: Date.parse(`${day}T18:00:00+08:00`), reason: 'Next year.' });
    const told = run.memory.notices.slice(before).filter((n) => n.template === 'cycle.attention');
    expect(told.map((n) => [n.about.what, n.about.calendars])).toContainEqual(['calendar-ends', [year]]);
  },
);

test('a stage that ends early or late moves what follows in the timetable', async () => {
  const run = await (await new CycleRun().open()).to('ratings');
  const { plan, startedAt, until } = run.state;
  expect(plan.mobilisation!.end).toBe(startedAt);
  expect(plan.ratings).toEqual({ start: startedAt, end: until });
  await run.to('needs');
  expect(run.state.plan.ratings!.end).toBe(run.state.plan.talks!.start);
  expect(run.state.plan.needs).toEqual({ start: run.state.startedAt, end: run.state.until });
  expect(run.state.plan.summary!.start).toBe(run.state.until);
});
