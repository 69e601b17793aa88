import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import readXlsxFile, { readSheet } from 'read-excel-file/node';
import { planWorkbook, printPlan } from '../../documents/plan.ts';
import { show } from '../../documents/plan-report.ts';
import { FORMULAS, isFormula } from '../files/formulas.ts';
import { pagesOf, rightmostOf, textOf } from './pdf-text.ts';

const A4_LANDSCAPE = 842;

const label = (en: string, zh: string) => ({ en, 'zh-CN': zh });
const DIGEST = 'ab12'.repeat(16);

const offering = (id: string, more: object = {}) => ({
  ...{
    id,
    course: 'C-WELD',
    needs: ['M-0001'],
    days: ['2027-04-06', '2027-04-07'],
    room: 'R-1',
    trainer: 'E7',
    quote: null,
  },
  ...{ seats: 12, participants: [], places: 9, cost: 1_234_550, budgetLine: 'general', hours: 12, effect: 18.25 },
  ...more,
});

const mean = (answers: number, value: number | null) => ({ answers, mean: value });
const measures = {
  ...{
    seats: 12,
    invited: 9,
    present: 8,
    absent: 1,
    promised: 18.25,
    measured: 12.5,
    cost: 1_200_000,
    costPerPoint: 96_000,
  },
  ...{ hidden: false, reaction: mean(8, 4.25), learning: { ...mean(8, 81), passed: 7 } },
  transfer: { supervisors: mean(8, 3.5), participants: mean(8, 4) },
};

const lines = [
  {
    planned: offering('O-001'),
    stream: null,
    cancelled: false,
    changes: [{ id: 'C-001', emergency: true, state: 'applied', by: 'E2' }],
  },
  {
    planned: offering('O-002', { quote: 'Q-1', trainer: null, room: null }),
    stream: null,
    cancelled: true,
    changes: [],
  },
];

const report = (more: object = {}) => ({
  locale: 'en' as const,
  title: label('Training plan 2027', '2027 年培训计划'),
  company: label('Rostrum Works', '若思精工'),
  issuedOn: '2027-02-26',
  plan: {
    ...{ version: 2, versions: [], digest: DIGEST, at: 0, frozen: true, whole: true, currency: 'CNY', lines },
    courses: { 'C-WELD': label('Welding', '焊接') },
    rooms: { 'R-1': '三号车间 Workshop' },
    ...{ providers: { 'Q-1': '=Anda' }, needs: {}, budgetLines: {} },
    names: { E7: '诸葛晨曦', E2: 'Zoë Łukasz' },
    plan: {
      ...{ offerings: lines.map((l) => l.planned), effect: 36.5, bound: 40 },
      cuts: [
        {
          need: 'M-0009',
          people: ['E3', 'E4'],
          limit: { kind: 'budget' as const, id: 'general' },
          sentence: 'x',
          lost: 3.5,
        },
      ],
      budget: [{ line: 'general', planned: 1_234_550, limit: 2_000_000 }],
      trainers: [{ person: 'E7', hours: 12, limit: 24 }],
    },
  },
  needs: { 'M-0009': label('Reading drawings', '识图') },
  resources: {
    currency: 'CNY',
    lines: [
      {
        line: 'general',
        label: label('Training', '培训费'),
        limit: 2_000_000,
        committed: null,
        planned: 1_234_550,
        used: 0,
      },
    ],
    rooms: [],
    trainers: [{ person: 'E7', name: '诸葛晨曦', limit: 24, planned: 12, used: 0 }],
    time: { asked: 0, committed: 0, planned: 0, used: 0 },
  },
  effect: {
    ...{
      currency: 'CNY',
      recorded: null,
      privacy: 5,
      departmentNames: {},
      courses: { 'C-WELD': label('Welding', '焊接') },
    },
    offerings: [
      {
        offering: 'O-001',
        course: 'C-WELD',
        fate: null,
        held: true,
        ...measures,
        figures: [{ name: 'Scrap', unit: '%', before: 4.2, after: 3.1 }],
      },
      {
        offering: 'O-002',
        course: 'C-WELD',
        fate: 'cancelled' as const,
        held: false,
        ...measures,
        measured: null,
        costPerPoint: null,
        hidden: true,
      },
    ],
    departments: [
      {
        department: 'D1',
        seats: 9,
        present: 8,
        absent: 1,
        promised: 18.25,
        measured: null,
        cost: 0,
        costPerPoint: null,
        hidden: false,
      },
    ],
    total: { offerings: 2, held: 1, promisedOfMeasured: 18.25, ...measures },
  },
  departments: { D1: label('Plant', '生产部') },
  ...more,
});

describe('the plan on paper', () => {
  test('shows lines, money, cuts, what was measured, and its hash', async () => {
    const text = textOf(await printPlan(report()));
    for (const part of [
      'Approved plan',
      'Version 2',
      DIGEST,
      'O-001',
      '诸葛晨曦',
      '12,345.50',
      'C-001 (emergency)',
      'cancelled',
      '=Anda',
    ]) {
      expect(text).toContain(part);
    }
    for (const part of [
      'M-0009 Reading drawings',
      'budget: Training',
      '3.50',
      '18.25',
      '12.50',
      '960.00',
      'Plant',
      'Online',
    ])
      expect(text).toContain(part);
  });

  test('what the reader does not see is said to be hidden, and by whom it is seen', async () => {
    const { plan } = report();
    const bare = { ...plan, whole: false, plan: { ...plan.plan, budget: [], trainers: [], cuts: [] } };
    const input = report({ plan: bare, resources: null, ask: ['郝蕾'] });
    const text = textOf(await printPlan(input));
    // The budget and the trainers; whether there are any cuts, nobody says who does not see them all.
    expect(text.split('This is not shown to you. Ask for it: 郝蕾.')).toHaveLength(3);
    expect(text.split('There may be more here than is shown to you. Ask for it: 郝蕾.')).toHaveLength(2);
    expect(text).not.toContain('None.');
    // Of a table that the reader sees in part the same is said below it.
    const part = report({ plan: { ...plan, whole: false }, ask: ['郝蕾'] });
    expect(textOf(await printPlan(part))).toContain('There may be more here than is shown to you.');
    const sheet = await readSheet(await planWorkbook(input), 'Budget');
    expect(sheet.at(-1)?.[0]).toBe('This is not shown to you. Ask for it: 郝蕾.');
    expect(textOf(await printPlan(report()))).not.toMatch(/shown to you/);
  });

  test('speaks Chinese, and says when it is a draft', async () => {
    const draft = { ...report().plan, frozen: false };
    const text = textOf(await printPlan(report({ locale: 'zh-CN', plan: draft })));
    for (const part of ['草案，未批准', '2027 年培训计划', '焊接', '预算', '预期与实测', '生产部', '已取消']) {
      expect(text.replaceAll(/\s/g, '')).toContain(part.replaceAll(/\s/g, ''));
    }
  });

  test('a plan of many pages has its hash on every page, and equal input gives equal bytes', async () => {
    const many = Array.from({ length: 120 }, (_, i) => ({
      ...lines[0]!,
      planned: offering(`O-${String(i + 1).padStart(3, '0')}`),
    }));
    const input = report({ plan: { ...report().plan, lines: many } });
    const pdf = await printPlan(input);
    expect(pagesOf(pdf)).toBeGreaterThan(4);
    expect(textOf(pdf).split(DIGEST).length - 1).toBe(pagesOf(pdf) + 1);
    expect((await printPlan(input)).equals(pdf)).toBe(true);
  });
});

const ODD = [
  'محمد حداد',
  'श्रीनिवास',
  '김철수',
  'Ada 🦉',
  'W'.repeat(200),
  '森'.repeat(200),
  '\u{2A6D0}\u202e',
  '=cmd|x',
  '\ud83d',
];
const everywhere = (text: string) => {
  const whole = report();
  return {
    ...whole,
    title: label(text, text),
    company: label(text, text),
    plan: {
      ...whole.plan,
      courses: { 'C-WELD': label(text, text) },
      rooms: { 'R-1': text },
      providers: { 'Q-1': text },
      names: { E7: text, E2: text },
    },
    needs: { 'M-0009': label(text, text) },
    departments: { D1: label(text, text) },
  };
};

const unspaced = (text: string) => text.replace(/\s/g, '');

describe('whatever people and things are called', () => {
  test.each(ODD)('%p, the plan is printed, and nothing of a line lies beside the page', async (text) => {
    const pdf = await printPlan(everywhere(text));
    expect(textOf(pdf)).toContain('12,345.50');
    expect(rightmostOf(pdf)).toBeLessThan(A4_LANDSCAPE);
  });

  test.each(ODD)('%p, the workbook can be opened', async (text) => {
    const sheets = await readXlsxFile(await planWorkbook(everywhere(text)));
    expect(sheets.length).toBeGreaterThan(5);
  });

  test.each(FORMULAS.filter((_, at) => at % 5 === 0))('%j, no cell of the workbook is calculated', async (text) => {
    const cells = (await readXlsxFile(await planWorkbook(everywhere(text)))).flatMap(({ data }) => data.flat());
    const texts = cells.filter((cell): cell is string => typeof cell === 'string');
    expect(texts.filter((cell) => isFormula(cell, 'xlsx'))).toEqual([]);
    expect(texts.filter((cell) => unspaced(cell).includes(unspaced(text))).length).toBeGreaterThan(5);
  });

  test('any text is printed and written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `x${text}`),
        async (text) => {
          expect(pagesOf(await printPlan(everywhere(text)))).toBeGreaterThan(0);
          expect((await readXlsxFile(await planWorkbook(everywhere(text)))).length).toBeGreaterThan(5);
        },
      ),
      { numRuns: 6 },
    );
  });
});

describe('the plan as a workbook', () => {
  test('has a sheet for each table, with figures as numbers', async () => {
    const bytes = await planWorkbook(report());
    const sheets = await readXlsxFile(bytes);
    expect(sheets.map((s) => s.sheet)).toEqual([
      'Plan',
      'Budget',
      'Trainers',
      'Cuts',
      'Promised and measured',
      'By department',
      'Figures of the business',
    ]);
    const rows = await readSheet(bytes, 'Plan');
    expect(rows[2]![0]).toBe(`Hash (SHA-256) ${DIGEST}`);
    const [first, second, total] = rows.slice(-3);
    expect(first!.slice(0, 9)).toEqual([
      ...['O-001', 'Welding', '2027-04-06, 2027-04-07', '三号车间 Workshop', '诸葛晨曦'],
      ...[9, 'Training', 12_345.5, 18.25],
    ]);
    expect(second![4]).toBe("'=Anda");
    expect(total!.slice(5, 9)).toEqual([9, null, 12_345.5, 18.25]);
  });

  test('leaves out nothing: what is hidden is marked, what is unknown stays empty', async () => {
    const rows = await readSheet(await planWorkbook(report()), 'Promised and measured');
    expect(rows.slice(-2)[0]!.slice(0, 7)).toEqual(['O-002', 'Welding', 'no', 12, 8, 18.25, '*']);
    const departments = await readSheet(await planWorkbook(report({ locale: 'zh-CN' })), '按部门');
    expect(departments.at(-1)!.slice(0, 5)).toEqual(['生产部', 9, 8, 18.25, null]);
  });
});

test('figures are written with groups and a real minus', () => {
  expect([show({ number: -1234567.5, decimals: 2 }), show({ number: 0, decimals: 0 }), show(null)]).toEqual([
    '−1,234,567.50',
    '0',
    '–',
  ]);
});
