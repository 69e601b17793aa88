import { describe, expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import { DAY, type Habits, OPS, Scenario, START } from './scenario.ts';

const screened = async (people: string[], habits: Habits = {}, other = {}) => {
  const s = await (await new Scenario(habits).start(other)).to('call');
  for (const p of people) await s.apply(p);
  return s.to('screening');
};

test('the rule decides with its reasons', async () => {
  const s = await screened(['D2-2', 'D2-5', 'D2-6', 'D2-7']);
  await s.to('reviewers');
  const of = (p: string) => s.state.applications[s.codeOf(p)]!.screening!;
  expect(of('D2-2')).toEqual({ eligible: true, reasons: [], by: 'rule' });
  expect(of('D2-5').eligible).toBe(true);
  expect(of('D2-6')).toEqual({ eligible: false, reasons: ['grade'], by: 'rule' });
  expect(of('D2-7').reasons).toEqual(['grade', 'service']);
});

test('a named expert without a performance record goes to a person', async () => {
  const s = await screened(['D2-2']);
  s.hire('D3-3', { performance: {} });
  await s.send('allowLate', { person: 'D3-3', reason: 'Was abroad.' });
  await s.apply('D3-3');
  await s.to('reviewers');
  const application = s.state.applications[s.codeOf('D3-3')]!;
  expect(application.screening).toMatchObject({ eligible: true, by: application.screeningTask!.who });
  expect(application.performance).toBeNull();
});

test('a screener who declines or stays silent is followed by the next, and then by operations', async () => {
  const s = await screened(['D2-2'], { screening: () => null });
  s.hire('D3-3', { performance: {} });
  await s.send('allowLate', { person: 'D3-3', reason: 'Was abroad.' });
  await s.apply('D3-3');
  await s.answer();
  const code = s.codeOf('D3-3');
  const first = s.state.applications[code]!.screeningTask!;
  expect(s.memory.send(first.round, 'decline', { task: first.task, reason: 'On leave.' }, first.who!)).toBeNull();
  const second = s.state.applications[code]!.screeningTask!;
  expect(second.who).not.toBe(first.who);
  await s.memory.until(START + 120 * DAY);
  expect(s.state.applications[code]!.screeningTask!.who).toBeNull();
  expect(s.state.stage).toBe('screening');
  expect(s.refused('decideScreening', { application: code, eligible: true, reason: 'Mine.' }, 'D3-3')).toMatch(
    /involved/,
  );
  await s.send('decideScreening', { application: code, eligible: true, reason: 'Known for years.' });
  await s.to('review');
  expect(s.memory.refusedOrders).toEqual([]);
});

test('whoever applies decides about nobody: what they were to screen goes to somebody else', async () => {
  const s = await screened(['D2-2'], { screening: () => null });
  s.hire('D3-3', { performance: {} });
  await s.send('allowLate', { person: 'D3-3', reason: 'Was abroad.' });
  await s.apply('D3-3');
  await s.answer();
  const code = s.codeOf('D3-3');
  const first = s.state.applications[code]!.screeningTask!;
  await s.send('allowLate', { person: first.who!, reason: 'Was ill.' });
  await s.apply(first.who!);
  expect(s.round('screening')!.tasks.get(first.task)).toMatchObject({ state: 'withdrawn', assignee: first.who });
  const second = s.state.applications[code]!.screeningTask!;
  expect([first.who, null]).not.toContain(second.who);
  expect(s.round('screening')!.tasks.get(second.task)).toMatchObject({ state: 'open', assignee: second.who });
  expect(s.memory.refusedOrders).toEqual([]);
});

test.each([true, false])(
  'an ineligible applicant objects; somebody not involved decides (upheld: %s)',
  async (upheld) => {
    const s = await screened(['D2-2', 'D2-6'], { 'screening-objections': () => ({ upheld, reason: 'Looked into.' }) });
    expect(s.refused('objectToScreening', { grounds: 'I am eligible.' }, 'D2-2')).toMatch(
      /nothing to object|not been found/,
    );
    await s.to('reviewers');
    const code = s.codeOf('D2-6');
    await s.send('objectToScreening', { grounds: 'I teach already.' }, 'D2-6');
    expect(s.refused('objectToScreening', { grounds: 'Again.' }, 'D2-6')).toMatch(/already/);
    await s.to('review');
    expect(s.state.applications[code]!.screening!.eligible).toBe(upheld);
    expect(s.told('selection.objectionResolved')).toEqual(['D2-6']);
    expect(s.refused('objectToScreening', { grounds: 'Too late.' }, 'D2-6')).toMatch(/until the review opens|eligible/);
    expect(s.memory.refusedOrders).toEqual([]);
  },
);

test('an objection to screening that nobody could decide goes to the handler who is added', async () => {
  const s = await screened(['D2-2', 'D2-6'], {
    'screening-objections': ({ assignee }) => (assignee === 'D5-6' ? { upheld: true, reason: 'Looked into.' } : null),
  });
  await s.to('reviewers');
  const code = s.codeOf('D2-6');
  await s.send('objectToScreening', { grounds: 'I teach already.' }, 'D2-6');
  const objection = () => s.state.applications[code]!.objection!;
  while (objection().who) {
    const { round, task, who } = objection();
    s.memory.send(round as StreamId, 'decline', { task, reason: 'No time.' }, who!);
  }
  expect(s.alarms).toContain('handler-missing');
  await s.send('addHandlers', { handlers: ['D5-6'], reason: 'Nobody was left.' });
  expect(objection().who).toBe('D5-6');
  await s.to('review');
  expect(s.state.applications[code]!.screening!.eligible).toBe(true);
  expect(s.memory.refusedOrders).toEqual([]);
});

test('who decides an open objection outside the round leaves the reason on record', async () => {
  const s = await screened(['D2-2', 'D2-6'], { 'screening-objections': () => null });
  await s.to('reviewers');
  const application = s.codeOf('D2-6');
  await s.send('objectToScreening', { grounds: 'I teach already.' }, 'D2-6');
  await s.send('decideScreening', { application, eligible: true, reason: 'Known for years.' });
  expect(s.events('ScreeningObjectionResolved')).toMatchObject([{ application, upheld: true, note: { of: 'D2-6' } }]);
});

test('when nobody is eligible, everybody hears so and the selection closes', async () => {
  const s = await screened(['D2-6']);
  await s.to('closed');
  expect(Object.values(s.state.outcomes!)).toEqual(['ineligible']);
  expect(s.told('selection.result')).toEqual(['D2-6']);
});

test('when nobody applied, the selection closes as well', async () => {
  const s = await screened([]);
  await s.to('closed');
  expect(s.state.outcomes).toEqual({});
});

test('screeners can be exchanged after the opening; what nobody could take goes to the new ones', async () => {
  const s = await screened(['D2-2']);
  s.hire('D3-3', { performance: {} });
  for (const gone of ['D1-4', 'D5-1']) s.hire(gone, { employed: false });
  await s.send('allowLate', { person: 'D3-3', reason: 'Was abroad.' });
  await s.apply('D3-3');
  await s.answer();
  const code = s.codeOf('D3-3');
  expect(s.alarms).toContain('screener-missing');
  expect(s.state.applications[code]!.screeningTask!.who).toBeNull();
  const reason = 'The others have left.';
  expect(s.refused('setScreeners', { screeners: ['D9-9'], reason })).toMatch(/Among the screeners: .*D9-9/);
  await s.send('setScreeners', { screeners: ['D5-4'], reason });
  expect(s.state.applications[code]!.screeningTask!.who).toBe('D5-4');
  await s.to('review');
  expect(s.state.applications[code]!.screening).toMatchObject({ eligible: true, by: 'D5-4' });
  expect(s.memory.refusedOrders).toEqual([]);
  expect(s.refused('setScreeners', { screeners: ['D5-4'], reason })).toMatch(/Screening is over/);
});

describe('whoever has agreed to an application in the place of the manager', () => {
  const agreedBy = async (who: string, applicant: string, other: object) => {
    const s = await (await new Scenario({ agreements: () => null }).start(other)).to('call');
    await s.apply(applicant);
    const code = s.codeOf(applicant);
    const given = { tasks: [code], to: who, reason: 'The manager has the flu.' };
    expect(s.memory.send(s.round('agreements')!.stream, 'reassign', given, OPS)).toBeNull();
    s.habits.agreements = () => ({ agrees: true });
    await s.answer();
    expect(s.state.applications[code]).toMatchObject({ agreement: 'agreed', agreementBy: who });
    return { s, code };
  };
  const reason = 'Somebody else is to do it.';

  test('does not screen it', async () => {
    const { s, code } = await agreedBy('D5-1', 'D2-5', { screeners: ['D5-1', 'D5-6'] });
    s.hire('D2-5', { performance: {} });
    s.habits.screening = () => null;
    await s.to('screening');
    while (!s.state.applications[code]!.screeningTask) await s.memory.sleep();
    const { round, task, who } = s.state.applications[code]!.screeningTask!;
    expect(who).toBe('D5-6');
    const given = s.memory.send(round, 'reassign', { tasks: [task], to: 'D5-1', reason }, OPS);
    expect(given).toMatchObject({ code: 'not-allowed' });
  });

  test.each(['screening', 'selection'])('decides no objection to the %s', async (what) => {
    const { s, code } = await agreedBy('D5-4', what === 'screening' ? 'D2-6' : 'D2-5', { handlers: ['D5-4', 'D5-5'] });
    s.habits['screening-objections'] = () => null;
    s.habits.objections = () => null;
    await s.to(what === 'screening' ? 'reviewers' : 'notice');
    if (what === 'screening') await s.send('objectToScreening', { grounds: 'I teach already.' }, 'D2-6');
    else await s.send('raiseObjection', { about: code, grounds: 'It was not fair.' }, 'D4-6');
    const { round, task, who } =
      what === 'screening' ? s.state.applications[code]!.objection! : s.state.objections['O-1']!.asked;
    expect(who).toBe('D5-5');
    const given = s.memory.send(round, 'reassign', { tasks: [task], to: 'D5-4', reason }, OPS);
    expect(given).toMatchObject({ code: 'not-allowed' });
  });
});

test('whoever found an applicant ineligible, and was overruled, decides no objection about them either', async () => {
  const s = await (
    await new Scenario({
      screening: () => ({ eligible: false, reason: 'Too short.' }),
      'screening-objections': () => ({ upheld: true, reason: 'Looked into.' }),
      objections: () => null,
    }).start({ screeners: ['D5-4'], handlers: ['D5-4', 'D5-5', 'D5-6'] })
  ).to('call');
  s.hire('D2-5', { performance: {} });
  await s.apply('D2-5');
  const code = s.codeOf('D2-5');
  await s.to('reviewers');
  await s.send('objectToScreening', { grounds: 'I teach already.' }, 'D2-5');
  await s.to('notice');
  expect(s.state.applications[code]).toMatchObject({ screening: { eligible: true, by: 'D5-5' }, overruled: 'D5-4' });
  await s.send('raiseObjection', { about: code, grounds: 'It was not fair.' }, 'D4-6');
  expect(s.state.objections['O-1']!.asked.who).toBe('D5-6');
});
