import { expect, test } from '@jest/globals';
import { mayApply } from '../../../domain/selection/may-apply.ts';
import { unreachedDepartments } from '../../../domain/selection/reach.ts';
import { selectionView } from '../../../domain/selection/view.ts';
import { DAY, Scenario, terms } from './scenario.ts';

const applying = { profile: 'x', topics: ['safety'], outline: 'x', hoursPerMonth: 4 };
const inCall = async (habits = {}, other = {}) => (await new Scenario(habits).start(other)).to('call');

test('endorsements are gathered, also those that did not come', async () => {
  const s = await inCall({
    endorsements: (t: { assignee: string }) => (t.assignee === 'D2-1' ? null : { supports: true }),
  });
  expect(s.state.endorsements).toEqual({ supporting: ['D1-1'], refusing: [], silent: ['D2-1'] });
});

test('a department that no notice reached is seen before the call closes', async () => {
  const s = await inCall();
  for (const d of ['D1', 'D2', 'D3', 'D4']) await s.send('recordReach', { person: `${d}-5` }, `${d}-5`);
  expect(unreachedDepartments(s.state)).toEqual(['D5']);
  await s.memory.until(s.state.until! - DAY);
  expect(s.state.stage).toBe('call');
  expect(s.state.unreached).toEqual(['D5']);
  expect(s.told('selection.unreached')).toEqual(['D5-1']);
  const view = selectionView(s.state, () => undefined);
  expect(view.reach.D1).toEqual({ told: 7, reached: 1 });
  expect(view.unreached).toEqual(['D5']);
});

test('a department from which somebody has applied has been reached', async () => {
  const s = await inCall();
  for (const d of ['D1', 'D2', 'D3', 'D4']) await s.send('recordReach', { person: `${d}-5` }, `${d}-5`);
  await s.send('apply', applying, 'D5-5');
  expect(unreachedDepartments(s.state)).toEqual([]);
});

test('everybody in scope hears when the call opens, and once only', async () => {
  const s = await inCall();
  const told = s.told('selection.call');
  expect(told.length).toBe(s.told('selection.publicity').length);
  expect(new Set(told).size).toBe(told.length);
  await s.memory.until(s.state.until! - DAY);
  expect(s.told('selection.call')).toEqual(told);
});

test('only the person says that a notice has reached them', async () => {
  const s = await inCall();
  expect(s.refused('recordReach', { person: 'D2-5' }, 'D2-6')).toMatch(/Only D2-5/);
});

test('a nominated person accepts, and whoever nominated hears of it', async () => {
  const s = await inCall();
  await s.send('nominate', { person: 'D2-5', reason: 'Explains well.' }, 'D3-1');
  await s.send('nominate', { person: 'D2-5', reason: 'Me too.' }, 'D4-1');
  expect(s.refused('nominate', { person: 'D3-1', reason: 'Myself.' }, 'D3-1')).toMatch(/yourself/);
  await s.answer();
  expect(s.state.nominations['D2-5']!.answer).toBe('accepted');
  expect(s.told('selection.nominationAnswered')).toEqual(['D3-1']);
});

test('a nomination nobody answered ends with the call as silence', async () => {
  const s = await inCall({ nominations: () => null });
  await s.send('nominate', { person: 'D2-5', reason: 'Explains well.' }, 'D3-1');
  await s.to('screening');
  expect(s.state.nominations['D2-5']!.answer).toBe('silent');
});

test('an application is edited until the close and can be withdrawn and made again', async () => {
  const s = await inCall();
  await s.apply('D2-2');
  expect(s.refused('apply', applying, 'D2-2')).toMatch(/applied already/);
  await s.send('editApplication', { ...applying, topics: ['software'] }, 'D2-2');
  const first = s.codeOf('D2-2');
  expect(s.state.applications[first]).toMatchObject({ topics: ['software'], revision: 2, agreement: 'asked' });
  await s.send('withdrawApplication', { reason: 'No time.' }, 'D2-2');
  await s.apply('D2-2');
  expect(s.codeOf('D2-2')).not.toBe(first);
  expect(first).toMatch(/^A-[0-9A-Z]{4}$/);
  await s.to('screening');
  expect(s.refused('editApplication', applying, 'D2-2')).toMatch(/closed/);
  expect(s.memory.refusedOrders).toEqual([]);
});

test('more hours than the manager agreed to are asked about again', async () => {
  const s = await inCall();
  await s.apply('D2-2');
  await s.answer();
  expect(s.state.applications[s.codeOf('D2-2')]!.agreement).toBe('agreed');
  await s.send('editApplication', { ...applying, hoursPerMonth: 3 }, 'D2-2');
  expect(s.state.applications[s.codeOf('D2-2')]!.agreement).toBe('agreed');
  await s.send('editApplication', { ...applying, hoursPerMonth: 9 }, 'D2-2');
  expect(s.state.applications[s.codeOf('D2-2')]!.agreement).toBe('asked');
  await s.answer();
  expect(s.state.applications[s.codeOf('D2-2')]!.agreement).toBe('agreed');
  expect(s.memory.refusedOrders).toEqual([]);
});

test.each([
  ['refuses', () => ({ agrees: false }), 'refused', 'agreement-refused'],
  ['stays silent', () => null, 'silent', 'agreement-silent'],
])(
  'a manager who %s makes the application ineligible, with the reason',
  async (_what, agreements, agreement, reason) => {
    const s = await inCall({ agreements });
    await s.apply('D2-2');
    await s.to('reviewers').catch(() => undefined);
    const application = s.state.applications[s.codeOf('D2-2')]!;
    expect(application).toMatchObject({ agreement, screening: { eligible: false, reasons: [reason], by: 'rule' } });
    expect(s.told('selection.ineligible')).toEqual(['D2-2']);
  },
);

test('where the policy says so, a silent manager agrees', async () => {
  const s = await inCall({ agreements: () => null }, { policies: { agreements: { silence: 'consent' } } });
  await s.apply('D2-2');
  await s.to('reviewers');
  expect(s.state.applications[s.codeOf('D2-2')]).toMatchObject({ agreement: 'deemed', screening: { eligible: true } });
});

test('after the close only an exception with a reason lets somebody apply', async () => {
  const s = await inCall();
  await s.apply('D2-2');
  await s.to('screening');
  expect(s.refused('apply', applying, 'D3-2')).toMatch(/closed/);
  await s.send('allowLate', { person: 'D3-2', reason: 'Was in hospital.' });
  await s.apply('D3-2');
  await s.to('review');
  expect(s.state.applications[s.codeOf('D3-2')]).toMatchObject({ late: true, screening: { eligible: true } });
});

test('who was allowed to apply late and takes it back is not waited for again, unless somebody says so anew', async () => {
  const s = await inCall();
  await s.apply('D2-2');
  await s.to('screening');
  const late = { person: 'D3-2', reason: 'Was in hospital.' };
  await s.send('allowLate', late);
  await s.apply('D3-2');
  await s.send('withdrawApplication', { reason: 'No time.' }, 'D3-2');
  expect(s.refused('apply', applying, 'D3-2')).toMatch(/closed/);
  await s.send('allowLate', late);
  await s.apply('D3-2');
  await s.to('review');
});

test('criteria corrected while the call is open are a new version, with notice to all applicants', async () => {
  const s = await inCall();
  await s.apply('D2-2');
  const criteria = (terms().criteria as { id: string; weight: string }[]).map((c) => ({
    ...c,
    weight: c.id === 'record' ? '0.4' : '0.3',
  }));
  await s.send('correctCriteria', { criteria, reason: 'Weights mistyped.' });
  expect(s.state.criteriaVersion).toBe(2);
  expect(s.told('selection.criteriaCorrected')).toEqual(['D2-2']);
  expect(s.state.stage).toBe('call');
});

test('criteria corrected after the close open the call again', async () => {
  const s = await inCall();
  await s.apply('D2-2');
  await s.to('screening');
  await s.send('correctCriteria', { criteria: terms().criteria, reason: 'An anchor was wrong.' });
  expect(s.state).toMatchObject({ stage: 'call', runs: { call: 2 } });
  await s.apply('D3-2');
  await s.to('review');
  expect(Object.values(s.state.applications).every((a) => a.screening?.eligible)).toBe(true);
});

test('whoever asks hears by what they may apply, what speaks against it, and what can be done about it', async () => {
  const s = await inCall();
  const months = (back: number) => new Date(Date.UTC(2027, 0, 1) - back * 31 * DAY).toISOString().slice(0, 10);
  s.hire('D2-5', { grade: 'staff', technicalBackbone: true, hiredOn: '2001-01-01' });
  s.hire('D2-6', { grade: 'staff', hiredOn: months(2), performance: {} });
  const asks = (person: string) =>
    mayApply(s.state, person, { organisation: s.memory.organisation, now: s.memory.now });
  const may = asks('D2-5');
  expect([may.answer, may.reasons]).toEqual(['yes', []]);
  expect(may.met.map(({ en }) => en)).toEqual([
    'You are a technical backbone.',
    expect.stringMatching(/^You have been here for \d+ months; 12 are asked for\.$/),
    'Your performance record reaches what is asked for.',
  ]);
  const mayNot = asks('D2-6');
  expect(mayNot).toMatchObject({ answer: 'no', met: [] });
  expect(mayNot.reasons.map(({ code, mend }) => [code, mend?.en])).toEqual([
    ['grade', 'If your grade is recorded wrongly, have it corrected before the call closes.'],
    ['service', expect.stringMatching(/^12 months are asked for, and you have \d+\. If your first day/)],
    ['performance-missing', 'Have it handed in before the call closes, if there is one.'],
  ]);
});
