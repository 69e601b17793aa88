import { expect, test } from '@jest/globals';
import { CYCLE_COMMANDS, type CycleTerms } from '../../../contracts/cycle.ts';
import type { StreamId } from '../../../contracts/ids.ts';
import { termsFromLast } from '../../../domain/cycle/next-terms.ts';
import type { OrganisationState } from '../../../domain/organisation/state.ts';
import { previewOf } from '../../../domain/preview/preview.ts';
import { cycleCompany } from './company.ts';
import { CycleRun, cycleTerms, DAY, OPS, START, type Terms } from './run.ts';

const preview = (of: CycleTerms, organisation: OrganisationState = cycleCompany(), now = START) =>
  previewOf('cycle', of, organisation, { owner: OPS, now });
const terms = (other: Terms = {}): CycleTerms => CYCLE_COMMANDS.open.parse(cycleTerms(other));

test('the timetable is shown before the start, as the cycle will have it', async () => {
  const { stages, refusal } = await preview(terms());
  expect(refusal).toBeNull();
  const run = await new CycleRun().open();
  expect(Object.fromEntries(stages.map(({ stage, start, end }) => [stage, { start, end }]))).toEqual(run.state.plan);
  expect(stages.every((s) => s.latestEnd! >= s.end!)).toBe(true);
});

test('terms that cannot stand are refused in the preview as at the opening', async () => {
  const { refusal } = await preview(terms({ approval: { management: [OPS], hr: ['D1-3'] } }));
  expect(refusal).toMatch(/four eyes/);
});

test('years that a calendar does not know, and a stage of years, are told before the start and at the opening', async () => {
  const at = (text: string) => Date.parse(`${text}T18:00:00+08:00`);
  const far = terms({
    period: { from: '2030-03-01', to: '2031-12-31' },
    timetable: { ...terms().timetable, mobilisation: at('2029-10-12'), execution: at('2032-01-10') },
  });
  const { notes, refusal } = await preview(far);
  expect(refusal).toBeNull();
  expect(notes).toEqual([
    {
      en: 'Calendar CN has no days after 2030; 2031 to 2032 are reckoned by the weekly rhythm, holidays and all.',
      'zh-CN': '日历 CN 在 2030 年之后没有日期；2031至2032 年按每周作息推算，不计节假日。',
    },
    {
      en: 'Calendar CN has no make-up workdays after 2029: 2030 is not announced yet, and days may move when it is imported anew.',
      'zh-CN': '日历 CN 在 2029 年之后没有调休上班日：2030 年尚未公布，重新导入后日期可能变动。',
    },
    {
      en: 'The stage "mobilisation" takes more than a year, from 2026-11-02 to 2029-10-12; check the year of its date.',
      'zh-CN': '“动员”环节自 2026-11-02 至 2029-10-12，超过一年；请核对日期的年份。',
    },
    expect.objectContaining({ en: expect.stringContaining('The stage "execution"') }),
  ]);
  const run = await new CycleRun().open(far);
  expect(run.alarms).toEqual(['calendar-ends', 'calendar-unannounced']);
  expect(run.memory.notices[0]!.about.calendars).toEqual(['CN: 2031-2032']);
  expect((await preview(terms())).notes).toEqual([]);
});

test('what is shown for mobilisation, ratings and needs is what is sent when nobody answers', async () => {
  const run = new CycleRun({ mobilisation: () => null, ratings: () => null, talks: () => null, needs: () => null });
  run.away('D4-2', '2026-11-10', '2026-11-20');
  const { messages } = await preview(terms({ talks: 'nobody' }), run.memory.organisation);
  await run.open({ talks: 'nobody' });
  await run.to('summary');
  const isCompared = (purpose: string | null, template: string) =>
    template === 'cycle.mobilisation' || ['mobilisation', 'ratings', 'needs'].includes(purpose ?? '');
  const shown = messages
    .filter((m) => isCompared(m.purpose, m.template))
    .flatMap((m) => m.people.map((p) => `${m.purpose} ${m.template} ${m.rung} ${p} ${m.at}`));
  const sent = run.memory.notices
    .filter(
      (n) =>
        n.template === 'cycle.mobilisation' ||
        ['round.invitation', 'round.reminder', 'round.escalation'].includes(n.template),
    )
    .map((n) => {
      const round = run.state.rounds[n.stream];
      return `${round?.purpose ?? null} ${n.template} ${n.about.rung ?? null} ${n.to} ${n.notBefore}`;
    });
  expect(sent.length).toBeGreaterThan(60);
  expect(shown.sort()).toEqual(sent.sort());
});

test('the preview goes to the approved plan, whose approvers are those there may be at most', async () => {
  const { notes, stages, messages } = await preview(terms());
  expect(notes).toEqual([]);
  expect(stages.map((s) => s.stage).at(-1)).toBe('feedback');
  const asked = (purpose: string) => messages.filter((m) => m.purpose === purpose && m.template === 'round.invitation');
  for (const purpose of ['commitments', 'approval']) expect(asked(purpose).length).toBeGreaterThan(0);
  expect(asked('approval').flatMap((m) => m.people)).toEqual(
    expect.arrayContaining(['D1-1', 'D2-1', 'D3-1', 'D4-1', 'D5-1', 'D1-3']),
  );
  expect(asked('approval').every((m) => m.atMost)).toBe(true);
  expect(messages.filter((m) => m.template === 'cycle.planFrozen').length).toBeGreaterThan(0);
  expect(messages.filter((m) => m.template.startsWith('offering.'))).toEqual([]);
});

test('messages carry the local hour of whoever gets them, at a civil time', async () => {
  const organisation = cycleCompany();
  const people = new Map(organisation.people);
  people.set('D5-1', { ...people.get('D5-1')!, timeZone: 'Europe/Berlin' });
  // A Saturday evening.
  const { messages } = await preview(terms(), { ...organisation, people }, Date.parse('2026-11-07T20:34:00+08:00'));
  const late = messages.filter((m) => m.local.slice(11) < '08:00' || m.local.slice(11) >= '20:00');
  // What waits for operations waits for no hour.
  expect(late.filter((m) => m.template !== 'cycle.attention')).toEqual([]);
  expect(messages[0]).toMatchObject({ template: 'cycle.mobilisation', local: '2026-11-09 08:00' });
  expect(messages.some((m) => m.timeZone === 'Europe/Berlin' && m.people.includes('D5-1'))).toBe(true);
});

test('messages are counted by day and by person, and what depends on answers is marked', async () => {
  const { messages, total, days, mostInAll, mostInADay } = await preview(terms());
  expect(messages.reduce((sum, m) => sum + m.people.length, 0)).toBe(total);
  expect(days.reduce((sum, d) => sum + d.messages, 0)).toBe(total);
  expect(mostInAll[0]!.messages).toBeGreaterThanOrEqual(mostInAll[1]!.messages);
  expect(mostInADay[0]!.messages).toBeGreaterThan(1);
  expect(messages.filter((m) => m.purpose === 'talks').every((m) => m.atMost)).toBe(true);
  expect(messages.filter((m) => m.purpose === 'ratings').some((m) => m.atMost)).toBe(false);
});

test('a company of three thousand is previewed whole', async () => {
  const organisation = cycleCompany();
  const people = new Map(organisation.people);
  for (let n = 0; n < 3_000; n++) {
    const id = `X${n}-6`;
    people.set(id, { ...people.get('D3-6')!, id, manager: n < 10 ? 'D3-2' : `X${Math.floor(n / 10)}-6` });
  }
  const { messages, mostInAll } = await preview(terms({ selfRating: true }), { ...organisation, people });
  const asked = messages.filter((m) => m.purpose === 'self-ratings' && m.template === 'round.invitation');
  expect(asked.reduce((sum, m) => sum + m.people.length, 0)).toBe(3_034);
  expect(messages.length).toBeLessThan(200);
  expect(mostInAll).toHaveLength(20);
});

test('the next cycle begins with the terms of the last, moved by its length', async () => {
  const run = await new CycleRun().open();
  const { scale } = run.state.toolkit;
  const method = { ...scale!.method, text: { en: 'Sharper.', 'zh-CN': '更清晰' } };
  await run.send('changeMethod', { method, reason: 'Learnt from the year.' });
  const next = termsFromLast(run.state);
  expect(next).toMatchObject({
    previous: run.id,
    title: { en: 'Training plan 2028' },
    period: { from: '2028-03-01', to: '2028-12-31' },
  });
  expect(next.toolkit[0]).toEqual(method);
  expect(next.timetable.execution).toBe((run.state.timetable!.execution as number) + 366 * DAY);
  expect(next.timetable.ratings).toBe('10bd');
  expect(CYCLE_COMMANDS.open.safeParse(next).success).toBe(true);
  const later = new CycleRun({}, { id: 'cycle:plan-2028', now: START + 365 * DAY });
  await later.send('open', next);
  expect(later.state.phase).toBe('running');
});

test('the preview of a cycle looks at the one before it', async () => {
  const run = await new CycleRun().open();
  const next = termsFromLast(run.state);
  const told = async (standing?: ReadonlyMap<StreamId, unknown>) => {
    const opener = { owner: OPS, now: START + 365 * DAY, ...(standing ? { standing: async () => standing } : {}) };
    const { refusal, messages } = await previewOf('cycle', next, cycleCompany(), opener);
    expect(refusal).toBeNull();
    return messages.filter((m) => m.template === 'cycle.attention').length;
  };
  const without = await told();
  // What is closed says nothing of itself; what is missing, or under way, is told to operations.
  expect(await told(new Map([[run.id, { ...run.state, phase: 'closed' }]]))).toBe(without - 1);
  expect(await told(new Map([[run.id, run.state]]))).toBe(without);
});

test.each([
  ['a quarter', '2027-01-01', '2027-03-31', '2027-04-01', '2027-06-30'],
  ['a year', '2027-01-01', '2027-12-31', '2028-01-01', '2028-12-31'],
  ['a year across the turn', '2026-09-01', '2027-08-31', '2027-09-01', '2028-08-31'],
  ['some weeks', '2027-01-04', '2027-02-14', '2027-02-15', '2027-03-28'],
  ['most of a year', '2027-02-15', '2027-12-20', '2028-02-15', '2028-12-20'],
])('behind %s comes another', async (_what, from, to, nextFrom, nextTo) => {
  const run = await new CycleRun().open();
  const state = { ...run.state, terms: { ...run.state.terms!, period: { from, to } } };
  expect(termsFromLast(state).period).toEqual({ from: nextFrom, to: nextTo });
});
