import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Course, Quote } from '../../../contracts/planning.ts';
import { sentencesOfSourcing } from '../../../domain/cycle/sourcing/sentences.ts';
import { hoursOf, sourceNeeds } from '../../../domain/cycle/sourcing/sources.ts';
import { compareQuotes, type Supply, type WantedSource } from '../../../domain/cycle/sourcing/supply.ts';
import { emptySelection } from '../../../domain/selection/state.ts';
import { atNeeds, CONFIRMING } from './needing.ts';
import type { CycleRun, Habits, Terms } from './run.ts';

const label = (text: string) => ({ en: text, 'zh-CN': text });

const course = (id: string, other: object = {}) =>
  Course.parse({
    id,
    title: label(id),
    elements: ['welding'],
    level: 5,
    hours: 8,
    days: 1,
    minSeats: 2,
    maxSeats: 10,
    topics: ['metal'],
    runCost: 1000,
    seatCost: 10,
    benefit: label(id),
    goal: label(id),
    ...other,
  });

const quote = (id: string, other: object = {}) =>
  Quote.parse({
    id,
    provider: 'Arc Ltd',
    course: 'C-1',
    runCost: 5000,
    maxSeats: 20,
    validUntil: '2027-12-31',
    ...other,
  });

const trainer = (person: string, other: object = {}) => ({
  person,
  courses: [],
  topics: ['metal'],
  hours: 16,
  until: '2028-01-31',
  ...other,
});

const want = (id: string, other: Partial<WantedSource> = {}): WantedSource => ({
  id,
  element: 'welding',
  level: 5,
  course: null,
  needs: [],
  people: 10,
  priority: 5,
  ...other,
});

const byId = <T extends { id: string }>(list: readonly T[]) => Object.fromEntries(list.map((x) => [x.id, x]));

const supply = (other: Partial<Omit<Supply, 'rules'>> & { rules?: Partial<Supply['rules']> } = {}): Supply => ({
  courses: byId([course('C-1')]),
  quotes: {},
  trainers: [trainer('T1')],
  period: { from: '2027-03-01', to: '2027-12-31' },
  today: '2027-01-15',
  ...other,
  rules: {
    order: ['internal', 'outside', 'coaching'],
    coachingUpTo: 2,
    seatCeiling: null,
    trainerHours: 40,
    ...other.rules,
  },
});

const [QUOTES, NOBODY] = [byId([quote('Q-1')]), [] as Supply['trainers']];

describe('sourcing by rule', () => {
  test('an internal trainer comes first, with the cost of the runs and seats', () => {
    const [found] = sourceNeeds([want('M-1', { people: 11 })], supply({ quotes: QUOTES }));
    expect(found).toMatchObject({
      source: 'internal',
      course: 'C-1',
      reason: 'trainer-qualified',
      trainers: ['T1'],
      cost: 2110,
    });
    expect(found!.passed).toEqual([]);
  });

  test('few people are coached whatever there is', () => {
    expect(sourceNeeds([want('M-1', { people: 2 })], supply())[0]).toMatchObject({
      source: 'coaching',
      reason: 'few-people',
    });
  });

  test.each([
    ['nobody may teach it', { trainers: NOBODY, quotes: QUOTES }, 'outside', ['no-trainer']],
    [
      'the appointment ends too early',
      { trainers: [trainer('T1', { until: '2027-12-30' })], quotes: QUOTES },
      'outside',
      ['no-trainer'],
    ],
    [
      'the topic is another one',
      { trainers: [trainer('T1', { topics: ['wood'] })], quotes: QUOTES },
      'outside',
      ['no-trainer'],
    ],
    [
      'the trainer has too few hours',
      { trainers: [trainer('T1', { hours: 7 })], quotes: QUOTES },
      'outside',
      ['trainers-full'],
    ],
    [
      'the quote has run out',
      { trainers: NOBODY, quotes: byId([quote('Q-1', { validUntil: '2027-02-28' })]) },
      'coaching',
      ['no-trainer', 'no-quote'],
    ],
    [
      'the provider is over the ceiling',
      { trainers: NOBODY, quotes: QUOTES, rules: { seatCeiling: 499 } },
      'coaching',
      ['no-trainer', 'over-ceiling'],
    ],
    [
      'the catalogue has no course of the level',
      { courses: byId([course('C-1', { level: 4 })]) },
      'coaching',
      ['no-course', 'no-course'],
    ],
    [
      'coaching is not among the rules',
      { trainers: NOBODY, rules: { order: ['internal' as const] } },
      'none',
      ['no-trainer'],
    ],
  ])('when %s, the next source is tried and the reason kept', (_when, other, source, reasons) => {
    const [found] = sourceNeeds([want('M-1')], supply(other));
    expect(found!.source).toBe(source);
    expect(found!.passed.map((p) => p.reason)).toEqual(reasons);
  });

  test('quotes are compared for all people, with the better rated before at equal cost', () => {
    const quotes = byId([
      quote('Q-1', { runCost: 4000, maxSeats: 5 }),
      quote('Q-2', { runCost: 7000, rating: 3 }),
      quote('Q-3', { runCost: 7000, rating: 4.5 }),
      quote('Q-4', { runCost: 7000, rating: 4.5 }),
      quote('Q-5', { runCost: 0, seatCost: 900 }),
    ]);
    const all = supply({ trainers: NOBODY, quotes, rules: { seatCeiling: 850 } });
    expect(compareQuotes(want('M-1'), all).map((c) => [c.quote.id, c.cost, c.overCeiling])).toEqual([
      ['Q-3', 7000, false],
      ['Q-4', 7000, false],
      ['Q-2', 7000, false],
      ['Q-1', 8000, false],
      ['Q-5', 9000, true],
    ]);
    expect(sourceNeeds([want('M-1')], all)[0]).toMatchObject({
      source: 'outside',
      quote: 'Q-3',
      cost: 7000,
      quotes: ['Q-3', 'Q-4', 'Q-2', 'Q-1', 'Q-5'],
    });
  });

  test('the hours of a trainer go to the most wanted needs', () => {
    const wanted = [want('M-1', { priority: 9 }), want('M-2', { priority: 1 }), want('M-3', { priority: 2 })];
    expect(sourceNeeds(wanted, supply()).map((s) => [s.merged, s.source])).toEqual([
      ['M-1', 'coaching'],
      ['M-2', 'internal'],
      ['M-3', 'internal'],
    ]);
  });

  test('no trainer is given more hours than there are, and every need has a source with a reason', () => {
    const person = fc.record({ hours: fc.integer({ min: 0, max: 60 }), topics: fc.subarray(['metal', 'wood']) });
    const needs = fc.array(
      fc.record({ people: fc.integer({ min: 1, max: 40 }), priority: fc.integer({ min: 1, max: 9 }) }),
    );
    fc.assert(
      fc.property(fc.array(person, { maxLength: 4 }), needs, (people, list) => {
        const all = supply({ trainers: people.map((p, i) => trainer(`T${i}`, p)), quotes: QUOTES });
        const wanted = list.map((n, i) => want(`M-${i}`, n));
        const left = hoursOf(all);
        const found = sourceNeeds(wanted, all, left);
        expect(found.map((s) => s.merged).sort()).toEqual(wanted.map((w) => w.id).sort());
        for (const hours of left.values()) expect(hours).toBeGreaterThanOrEqual(0);
        const given = [...hoursOf(all)].reduce((sum, [t, hours]) => sum + hours - left.get(t)!, 0);
        const taught = found.filter((s) => s.source === 'internal').map((s) => wanted.find((w) => w.id === s.merged)!);
        expect(given).toBe(taught.reduce((sum, w) => sum + 8 * Math.ceil(w.people / 10), 0));
        for (const s of found) for (const l of sentencesOfSourcing(s)) expect(l['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
      }),
    );
  });
});

async function atSourcing(terms: Terms = {}, habits: Habits = {}): Promise<CycleRun> {
  const run = await atNeeds({ ...CONFIRMING, ...habits }, terms);
  return run.to('sourcing');
}

describe('the stage of the cycle', () => {
  test('sources every merged need, and chooses anew when quotes and trainers come in', async () => {
    const run = await atSourcing();
    expect(Object.values(run.state.sourcing).map((s) => [s.merged, s.source, s.reason])).toEqual([
      ['M-0001', 'coaching', 'nothing-else'],
      ['M-0002', 'coaching', 'nothing-else'],
      ['M-0003', 'coaching', 'nothing-else'],
    ]);
    await run.send('setTrainers', { trainers: [{ person: 'D5-2', courses: ['C-WELD'], hours: 8 }] });
    await run.send('setQuotes', {
      quotes: [
        { id: 'Q-1', provider: 'Safe Ltd', course: 'C-SAFE', runCost: 1, maxSeats: 9, validUntil: '2027-06-30' },
      ],
    });
    expect(Object.values(run.state.sourcing).map((s) => [s.source, s.course])).toEqual([
      ['coaching', null],
      ['outside', 'C-SAFE'],
      ['internal', 'C-WELD'],
    ]);
  });

  test('knows the trainers whom a selection has appointed', async () => {
    const id = 'selection:trainers-2027' as const;
    const run = await atNeeds(CONFIRMING, { selections: [id] });
    await run.to('summary');
    const courses = [{ ...course('C-WELD'), elements: ['welding'] }];
    await run.send('setCourses', { courses });
    const appointed = (person: string, until: string) => ({
      person,
      topics: ['metal'],
      withdrawn: false,
      appointment: { from: '2026-01-01', until, document: 'x' },
    });
    const applications = {
      'A-1': appointed('D5-2', '2028-06-30'),
      'A-2': { ...appointed('D5-3', ''), appointment: null },
    };
    run.memory.put(id, { ...emptySelection(id), applications });
    await run.send('finishStage', { stage: 'summary', reason: 'All are merged.' });
    expect(run.events('TrainersRecognised')).toEqual([
      { trainers: [{ person: 'D5-2', topics: ['metal'], until: '2028-06-30', selection: id }] },
    ]);
    expect(run.state.sourcing['M-0003']).toMatchObject({ source: 'internal', trainers: ['D5-2'] });
  });

  test('keeps what a person has chosen, with a reason, and goes on when a person ends it', async () => {
    const run = await atSourcing();
    const reason = 'The supplier teaches it for free.';
    expect(run.refused('chooseSource', { merged: 'M-0003', source: 'internal', course: 'C-WELD', reason })).toMatch(
      /set a trainer first/,
    );
    expect(run.refused('chooseSource', { merged: 'M-0003', source: 'outside', reason })).toMatch(/Name the quote/);
    expect(run.refused('chooseSource', { merged: 'M-0009', source: 'none', reason })).toMatch(/no merged need M-0009/);
    await run.send('chooseSource', { merged: 'M-0003', source: 'none', reason });
    await run.send('setTrainers', { trainers: [{ person: 'D5-2', courses: ['C-WELD'], hours: 8 }] });
    expect(run.state.sourcing['M-0003']).toMatchObject({ source: 'none', reason: 'by-hand' });
    await run.send('finishStage', { stage: 'sourcing', reason: 'All have a source.' });
    expect(run.state.stage).toBe('compiling');
  });

  test('refuses resources that do not fit together, and names the row', async () => {
    const run = await atSourcing();
    const bad = { ...course('C-9'), minSeats: 11 };
    expect(run.refused('setCourses', { courses: [course('C-8'), bad] })).toMatch(
      /^Row 2: Course C-9 needs at least 11/,
    );
    expect(run.refused('setCourses', { courses: [bad, bad] })).toMatch(/C-9 is listed twice/);
    expect(run.refused('setQuotes', { quotes: [quote('Q-1')] })).toMatch(/course C-1, which is not in the catalogue/);
    expect(run.refused('setTrainers', { trainers: [{ person: 'X', courses: [], hours: 1 }] })).toMatch(/no employee X/);
    const room = { id: 'R-9', name: 'Attic', seats: 4, closed: [{ from: '2027-05-02', to: '2027-05-01' }] };
    expect(run.refused('setRooms', { rooms: [room] })).toMatch(/ends before it begins/);
  });
});
