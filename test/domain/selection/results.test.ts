import { expect, test } from '@jest/globals';
import { certificatesWanted, termEnd } from '../../../domain/selection/certificates.ts';
import { missingCertificates, OPS, Scenario, START } from './scenario.ts';

const PEOPLE = ['D2-2', 'D2-3', 'D2-4', 'D1-5', 'D2-6'];

const inResults = async (habits = {}, other = {}) => {
  const s = await (await new Scenario({ acceptance: () => null, ...habits }).start(other)).to('call');
  for (const p of PEOPLE) await s.apply(p);
  return s.to('results');
};
const of = (s: Scenario, outcome: string) => Object.values(s.state.outcomes!).filter((o) => o === outcome).length;

test('every applicant gets a result with strengths and gaps', async () => {
  const s = await inResults();
  expect(s.told('selection.result').sort()).toEqual([...PEOPLE].sort());
  const [best] = s.state.ranking!.ranking;
  const worst = s.state.ranking!.ranking.at(-1)!;
  expect(s.state.applications[best!.application]!.result).toMatchObject({ standing: 'candidate', rank: 1, gaps: [] });
  const { gaps, criteria } = s.state.applications[worst.application]!.result!;
  expect(gaps).toContain('knowledge');
  expect(criteria.find((c) => c.criterion === 'communication')).toMatchObject({ minimum: 3 });
  expect(s.state.applications[s.codeOf('D2-6')]!.result).toMatchObject({ standing: 'ineligible', rank: null });
});

test('a declined seat goes to the next in the ranking', async () => {
  const s = await inResults();
  const first = s.state.decision!.candidates[0];
  s.habits.acceptance = (t) => ({ accepts: t.about !== first });
  await s.to('closed');
  const third = s.state.ranking!.ranking[2]!.application;
  expect(s.events('SeatOffered').at(-1)).toMatchObject({ application: third, reserve: true });
  expect([of(s, 'appointed'), of(s, 'declined'), of(s, 'not-selected'), of(s, 'ineligible')]).toEqual([2, 1, 1, 1]);
  expect(s.memory.refusedOrders).toEqual([]);
});

test('a declined seat goes to nobody whom the panel took out', async () => {
  const s = await (await new Scenario({ panel: () => null }).start()).to('call');
  for (const p of PEOPLE) await s.apply(p);
  await s.to('decision');
  const [one, two, three, four] = s.state.ranking!.ranking.map((r) => r.application) as [
    string,
    string,
    string,
    string,
  ];
  s.habits.panel = () => ({ candidates: [two, three], ground: 'coverage', reason: 'Nobody else teaches it.' });
  s.habits.acceptance = (t) => ({ accepts: t.about !== two });
  await s.to('closed');
  const offered = s.events('SeatOffered').map((e) => e.application);
  expect(offered).toEqual([two, three, four]);
  expect(s.state.applications[one]!.result!.standing).toBe('not-selected');
  expect(s.state.applications[four]!.result!.standing).toBe('reserve');
});

test('the seat of a candidate who has left the company goes to the next in the ranking', async () => {
  const s = await (await new Scenario().start()).to('call');
  for (const p of PEOPLE) await s.apply(p);
  await s.to('notice');
  const [first] = s.state.decision!.candidates;
  s.hire(s.state.applications[first!]!.person, { employed: false });
  await s.to('closed');
  expect(s.memory.refusedOrders).toEqual([]);
  const third = s.state.ranking!.ranking[2]!.application;
  expect(s.events('SeatOffered').at(-1)).toMatchObject({ application: third, reserve: true });
  expect([of(s, 'appointed'), of(s, 'declined'), of(s, 'withdrawn')]).toEqual([2, 0, 1]);
});

test('a seat that comes free goes to the first in the ranking whom the quotas allow', async () => {
  const method = { method: 'mean', decimals: 2, quotas: [{ attribute: 'department', max: 1 }] };
  const s = await (await new Scenario({ acceptance: () => null }).start({ method })).to('call');
  for (const p of ['D1-5', 'D2-4', 'D2-3', 'D3-2']) await s.apply(p);
  await s.to('results');
  const seats = s.state.decision!.candidates.map((code) => s.state.applications[code]!.person);
  expect(seats).toEqual(['D1-5', 'D2-4']);
  s.habits.acceptance = (t) => ({ accepts: t.assignee !== 'D1-5' });
  await s.to('closed');
  expect(s.events('SeatOffered').at(-1)).toMatchObject({ application: s.codeOf('D3-2'), reserve: true });
  expect(of(s, 'appointed')).toBe(2);
});

test('where the quotas allow nobody who is left, a declined seat stays empty', async () => {
  const method = { method: 'mean', decimals: 2, quotas: [{ attribute: 'department', value: 'D2', max: 1 }] };
  const s = await (await new Scenario({ acceptance: () => null }).start({ method })).to('call');
  for (const p of ['D1-5', 'D2-4', 'D2-3']) await s.apply(p);
  await s.to('results');
  s.habits.acceptance = (t) => ({ accepts: t.assignee !== 'D1-5' });
  await s.to('closed');
  expect([of(s, 'appointed'), of(s, 'declined'), of(s, 'not-selected')]).toEqual([1, 1, 1]);
});

test('where the terms say so, a declined seat stays empty', async () => {
  const s = await inResults(
    { acceptance: (t: { about: string }) => ({ accepts: t.about !== undefined && false }) },
    { declinedSeat: 'nobody' },
  );
  await s.to('closed');
  expect([of(s, 'appointed'), of(s, 'declined')]).toEqual([0, 2]);
});

test('silence about an offer declines it', async () => {
  const s = await inResults();
  await s.to('closed');
  expect(of(s, 'declined')).toBe(4);
});

test('appointments are for the term, with the certificate', async () => {
  const s = await inResults({ acceptance: () => ({ accepts: true }) });
  expect(certificatesWanted(s.state)).toEqual([]);
  await s.to('closed');
  const appointed = Object.values(s.state.applications).filter((a) => a.appointment);
  expect(appointed.map((a) => a.appointment!.document).sort()).toEqual([
    'doc-trainers-2027-001',
    'doc-trainers-2027-002',
  ]);
  for (const { appointment } of appointed) expect(termEnd(appointment!.from, 24)).toBe(appointment!.until);
  expect(s.refused('cancel', { reason: 'Too late.' })).toMatch(/closed/);
});

test.each([
  ['2027-03-01', 24, '2029-02-28'],
  ['2027-08-31', 6, '2028-02-28'],
  ['2028-01-15', 12, '2029-01-14'],
])('a term from %s of %d months ends on %s', (from, months, until) => {
  expect(termEnd(from, months)).toBe(until);
});

test('a certificate that could not be made holds nothing up: its holder is appointed, operations are told', async () => {
  const s = await (await new Scenario({}, START, missingCertificates).start()).to('call');
  for (const p of PEOPLE) await s.apply(p);
  await s.to('closed');
  expect(of(s, 'appointed')).toBe(2);
  expect(s.alarms).toContain('certificates-missing');
  const appointed = s.events('Appointed') as unknown as { document: string | null }[];
  expect(new Set(appointed.map(({ document }) => document))).toEqual(new Set([null, 'doc-trainers-2027-002']));
});

/** What operations heard of, in order, without waiting for anything. */
const news = (s: Scenario) =>
  s.memory.notices
    .filter((n) => n.template === 'selection.news')
    .map((n) => [n.to, n.about.what, ...((n.about.people as string[] | undefined) ?? [])]);

test('operations hear of a declined seat, of the offer to the reserve, of objections, and of the end', async () => {
  const s = await (await new Scenario({ acceptance: () => null }).start()).to('call');
  for (const p of ['D1-5', 'D2-4', 'D2-3', 'D3-2']) await s.apply(p);
  await s.to('notice');
  await s.send('raiseObjection', { about: null, grounds: 'The notice came late.' }, 'D4-3');
  await s.to('results');
  expect(news(s)).toEqual([
    [OPS, 'objection'],
    [OPS, 'objection-dismissed'],
  ]);
  const asked = () => [...s.round('acceptance')!.tasks.values()].filter((t) => t.state === 'open');
  const first = asked()[0]!.assignee;
  s.habits.acceptance = (t) => ({ accepts: t.assignee !== first });
  await s.to('closed');
  const appointed = Object.values(s.state.applications).filter((a) => a.appointment);
  const [declined, offered, closed] = news(s).slice(2);
  expect(declined).toEqual([OPS, 'seat-declined', first]);
  expect(offered!.slice(0, 2)).toEqual([OPS, 'reserve-offered']);
  expect(closed).toEqual([OPS, 'closed', ...appointed.map((a) => a.person)]);
});
