import { describe, expect, test } from '@jest/globals';
import { workdaysBetween } from '../../../domain/calendar/workday.ts';
import { candidatesOf } from '../../../domain/selection/state.ts';
import { placeOf } from '../../../domain/selection/timetable.ts';
import { DAY, type Habits, Scenario, START } from './scenario.ts';

const PEOPLE = ['D2-2', 'D2-3', 'D2-4', 'D1-5'];

const inNotice = async (habits: Habits = {}, other = {}) => {
  const s = await (await new Scenario(habits).start(other)).to('call');
  for (const p of PEOPLE) await s.apply(p);
  return s.to('notice');
};

test('the candidates are posted to everybody in scope for the objection period', async () => {
  const s = await inNotice();
  expect(s.told('selection.publicNotice')).toHaveLength(35);
  const days = (s.state.until! - s.state.startedAt) / DAY;
  expect(days).toBeGreaterThanOrEqual(5);
  await s.to('results');
  expect(s.memory.now).toBe(s.state.startedAt);
});

test('the clock stands still while an objection is open, and keeps the business days that were left', async () => {
  const s = await inNotice({ objections: () => null });
  const { until, startedAt } = s.state;
  s.memory.now = startedAt + DAY;
  await s.send('raiseObjection', { about: null, grounds: 'It was not posted at the plant.' }, 'D4-6');
  expect(s.told('selection.objectionReceived')).toEqual(['D4-6']);
  await s.memory.until(until! + 2 * DAY);
  expect(s.state.stage).toBe('notice');
  s.habits.objections = () => ({ upheld: false, findings: 'It was posted.' });
  await s.answer();
  expect(s.told('selection.objectionResolved')).toEqual(['D4-6']);
  // Until when and why is told to whom it concerns: to the candidates by a letter of its own.
  expect(s.state.postedUntil).toBe(until);
  expect(s.told('selection.noticeMoved').sort()).toEqual(
    candidatesOf(s.state)
      .map(({ person }) => person)
      .sort(),
  );
  expect(s.state.clockStoppedAt).toBeNull();
  expect(s.state.stage).toBe('notice');
  const place = placeOf(s.state.terms!, s.memory.organisation);
  const left = workdaysBetween(startedAt + DAY, until!, place);
  expect(left).toBe(4);
  expect(workdaysBetween(s.memory.now, s.state.until!, place)).toBe(left);
  await s.to('closed');
});

test('an objection goes to somebody who did not review, and on when they decline', async () => {
  const s = await inNotice({ objections: () => null }, { blind: false, handlers: ['D4-1', 'D5-4', 'D4-4'] });
  const about = s.state.pairs.find((p) => p.reviewer === 'D4-1')!.application;
  await s.send('raiseObjection', { about, grounds: 'A plagiarised outline.' }, 'D4-6');
  const { asked } = s.state.objections['O-1']!;
  expect(['D5-4', 'D4-4']).toContain(asked.who);
  s.memory.send(asked.round, 'decline', { task: asked.task, reason: 'A friend of mine.' }, asked.who!);
  const next = s.state.objections['O-1']!.asked;
  expect(new Set([next.who, asked.who])).toEqual(new Set(['D5-4', 'D4-4']));
  s.memory.send(next.round, 'decline', { task: next.task, reason: 'No time.' }, next.who!);
  expect(s.state.objections['O-1']!.asked.who).toBeNull();
  expect(s.alarms).toContain('handler-missing');
  await s.send('addHandlers', { handlers: ['D5-6'], reason: 'Nobody was left.' });
  expect(s.state.objections['O-1']!.asked.who).toBe('D5-6');
  s.habits.objections = () => ({ upheld: false, findings: 'No plagiarism.' });
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
});

test('handlers do not object, and nobody objects after the period', async () => {
  const s = await inNotice();
  expect(s.refused('raiseObjection', { about: null, grounds: 'Mine.' }, 'D5-4')).toMatch(/decide objections/);
  expect(s.refused('raiseObjection', { about: 'A-0000', grounds: 'Whose?' }, 'D4-6')).toMatch(/no application A-0000/);
  await s.to('results');
  expect(s.refused('raiseObjection', { about: null, grounds: 'Late.' }, 'D4-6')).toMatch(/"results"/);
});

test.each([
  ['screening', 'screening-2', 'screening'],
  ['review', 'review-2', 'review'],
  ['ranking', null, 'ranking'],
  ['decision', 'panel-2', 'panel'],
] as const)('an upheld objection runs again from %s', async (stage, round, purpose) => {
  const s = await inNotice({ objections: () => ({ upheld: true, stage, findings: 'Justified.' }) });
  const code = s.codeOf('D2-2');
  const pairs = s.state.pairs;
  await s.send('raiseObjection', { about: code, grounds: 'It was not fair.' }, 'D4-6');
  await s.answer();
  s.habits.objections = () => ({ upheld: false, findings: 'No.' });
  await s.to('notice');
  expect(s.state.runs.notice).toBe(2);
  expect(s.state.rankings).toHaveLength(stage === 'decision' ? 1 : 2);
  if (round && stage !== 'screening') expect(s.round(purpose as 'review')!.stream.endsWith(round)).toBe(true);
  if (stage === 'screening') expect(s.state.applications[code]!.screening!.by).not.toBe('rule');
  if (stage === 'review') {
    expect(s.round('review')!.tasks.size).toBe(2);
    const others = s.state.pairs.filter((p) => p.application === code).map((p) => p.reviewer);
    const were = pairs.filter((p) => p.application === code).map((p) => p.reviewer);
    expect(others.some((r) => !were.includes(r))).toBe(true);
  }
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
});

test.each([
  ['no time passes', 0, false],
  ['it is upheld', 2, true],
])('nobody hears of another end when %s', async (_, days, upheld) => {
  const s = await inNotice({ objections: () => null });
  await s.send('raiseObjection', { about: null, grounds: 'It was not posted.' }, 'D4-6');
  s.memory.now += days * DAY;
  s.habits.objections = () => ({ upheld, ...(upheld ? { stage: 'decision' } : {}), findings: 'So it is.' });
  await s.answer();
  expect(s.told('selection.objectionResolved')).toEqual(['D4-6']);
  expect(s.told('selection.noticeMoved')).toEqual([]);
});

test('several objections are all answered before the selection goes back, to the earliest stage', async () => {
  const s = await inNotice({ objections: () => null });
  await s.send('raiseObjection', { about: s.codeOf('D2-2'), grounds: 'One.' }, 'D4-6');
  await s.send('raiseObjection', { about: s.codeOf('D2-3'), grounds: 'Two.' }, 'D3-6');
  s.habits.objections = (t) => ({ upheld: true, stage: t.id === 'O-1' ? 'decision' : 'review', findings: 'So it is.' });
  await s.answer();
  expect(s.events('StageStarted').at(-1)).toBeDefined();
  expect(s.events('StageStarted').filter((e) => e.because === 'objection')).toMatchObject([{ stage: 'review' }]);
  await s.memory.until(START);
});

test('nobody objects to the same again while it is looked into, or once it was decided in this notice', async () => {
  const s = await inNotice({ objections: () => null });
  const about = s.codeOf('D2-2');
  const again = { about, grounds: 'As I have said.' };
  await s.send('raiseObjection', { about, grounds: 'He was late.' }, 'D4-6');
  expect(s.refused('raiseObjection', again, 'D4-6')).toMatch(/O-1 is being looked into/);
  // Another person has reasons of their own, and another subject is another question.
  await s.send('raiseObjection', { about, grounds: 'He was not there.' }, 'D3-6');
  await s.send('raiseObjection', { about: null, grounds: 'It was not posted.' }, 'D4-6');
  s.habits.objections = () => ({ upheld: false, findings: 'He was not.' });
  await s.answer();
  const { until, clockStoppedAt } = s.state;
  expect(clockStoppedAt).toBeNull();
  for (const one of [again, { ...again, about: null }])
    expect(s.refused('raiseObjection', one, 'D4-6')).toMatch(/O-[13] was dismissed in this public notice/);
  expect(s.state).toMatchObject({ until, clockStoppedAt: null });
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
});

test('a new decision may be objected to anew', async () => {
  const s = await inNotice({
    objections: (t) => ({ upheld: t.about === null, stage: 'decision', findings: 'So it is.' }),
  });
  const about = s.codeOf('D2-2');
  for (const one of [about, null]) await s.send('raiseObjection', { about: one, grounds: 'Unfair.' }, 'D4-6');
  await s.answer();
  s.habits.objections = () => ({ upheld: false, findings: 'No.' });
  await s.to('notice');
  expect(s.state.runs.notice).toBe(2);
  await s.send('raiseObjection', { about, grounds: 'Unfair still.' }, 'D4-6');
  await s.to('closed');
});

test('one person objects three times in a public notice, and no more, whatever was decided', async () => {
  const s = await inNotice();
  const grounds = 'It was not fair.';
  for (const person of PEOPLE.slice(0, 3)) {
    await s.send('raiseObjection', { about: s.codeOf(person), grounds }, 'D4-6');
    await s.answer();
  }
  const { until } = s.state;
  const more = { about: s.codeOf(PEOPLE[3]!), grounds };
  expect(s.refused('raiseObjection', more, 'D4-6')).toMatch(/3 times in this public notice \(O-1, O-2, O-3\)/);
  expect(s.state).toMatchObject({ until, clockStoppedAt: null });
  await s.send('raiseObjection', more, 'D3-6');
  await s.to('closed');
});

describe('whoever decides an objection', () => {
  const reason = 'Somebody else is to do it.';
  const open = async (about: string | null, other: object = {}) => {
    const s = await inNotice({ objections: () => null }, { handlers: ['D1-3', 'D2-1', 'D5-4'], ...other });
    const code = about && s.codeOf(about);
    await s.send('raiseObjection', { about: code, grounds: 'It was not fair.' }, 'D2-6');
    const asked = () => s.state.objections['O-1']!.asked;
    const give = (to: string) =>
      s.memory.send(asked().round, 'reassign', { tasks: [asked().task], to, reason }, 'D1-1')?.code ?? null;
    return { s, asked, give };
  };

  test.each([
    ['an application', 'D1-5'],
    ['the procedure', null],
  ])('is of no panel and of no line of the objector, for one to %s', async (_what, about) => {
    const { asked, give } = await open(about);
    // D1-3 sits in the panel, and D2-1 is the manager of whoever objects.
    expect(asked().who).toBe('D5-4');
    expect(['D1-3', 'D1-2', 'D2-1', 'D2-6', 'D5-5'].map(give)).toEqual([
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'not-allowed',
      null,
    ]);
  });

  test('is above the objector neither now nor later, and answers nothing once they are', async () => {
    const { s, asked, give } = await open(null);
    const people = s.memory.organisation.people;
    const moved = { ...people.get('D2-6')!, manager: 'D5-4' };
    s.memory.organisation = { ...s.memory.organisation, people: new Map([...people, ['D2-6', moved]]) };
    const answer = { upheld: false, findings: 'Nothing was found.' };
    const submit = s.memory.send(asked().round, 'submit', { task: asked().task, answer }, 'D5-4');
    expect(submit?.code).toBe('not-allowed');
    expect(give('D5-1')).toBe('not-allowed');
    expect(give('D5-5')).toBeNull();
  });

  test('has not judged it either where operations asked them by hand', async () => {
    const s = await (await new Scenario().start({ blind: false, handlers: ['D5-4', 'D5-5'] })).to('call');
    for (const p of PEOPLE) await s.apply(p);
    await s.to('review');
    const code = s.codeOf('D2-2');
    const { round, task: like } = s.state.pairs.find((p) => p.application === code)!;
    const added = { id: '+D5-4', assignee: 'D5-4', about: code };
    expect(s.memory.send(round!, 'addTasks', { tasks: [added] }, 'D1-1')).toBeNull();
    expect(like).not.toBe('+D5-4');
    s.habits.objections = () => null;
    await s.to('notice');
    expect(s.state.judgedByHand[code]).toEqual(['D5-4']);
    await s.send('raiseObjection', { about: code, grounds: 'It was not fair.' }, 'D4-6');
    expect(s.state.objections['O-1']!.asked.who).toBe('D5-5');
  });
});
