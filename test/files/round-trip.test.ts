import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import readBook from 'read-excel-file/node';
import { cleaned } from '../../contracts/cleaned.ts';
import { guarded } from '../../contracts/formula.ts';
import { decideImport } from '../../domain/organisation/import.ts';
import { personAfter } from '../../domain/organisation/imported.ts';
import { emptyOrganisation } from '../../domain/organisation/state.ts';
import { attendanceSheet, readAttendance } from '../../files/attendance.ts';
import { catalogueSheet, readCatalogue } from '../../files/catalogue.ts';
import { readEmployees } from '../../files/employees.ts';
import { employeesSheet, ratingsSheet } from '../../files/export.ts';
import { needsSheet, readNeeds } from '../../files/needs.ts';
import { readOrganisationFolder } from '../../files/organisation.ts';
import { quotesSheet, readQuotes } from '../../files/quotes.ts';
import { readRatings } from '../../files/ratings.ts';
import { readRooms, roomsSheet } from '../../files/rooms.ts';
import { csvOf, readSheet, type Sheet, xlsxOf } from '../../files/sheet.ts';
import { readTable } from '../../files/table.ts';
import { readTrainers, trainersSheet } from '../../files/trainers.ts';
import { command, having } from '../domain/organisation/company.ts';
import { withoutKnownNames } from '../domain/organisation/known-names.ts';
import { folderOf, smallCompany } from './folders.ts';
import { FORMULAS, isFormula } from './formulas.ts';

/** What people write into spreadsheets: commas, quotes, line breaks, Chinese, and what looks like a formula. */
const signs = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      ' ',
      ',',
      '"',
      "'",
      '=',
      '+',
      '-',
      '@',
      '\n',
      '|',
      ';',
      '0',
      '7',
      '焊',
      '接',
      'é',
      '“',
      '，',
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((all) => all.join('').trim())
  .filter((s) => s !== '');
/** What they may write at all, as it is kept. */
const any = fc
  .oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 12 }))
  .map(cleaned)
  .filter((s) => s !== '');
const text = fc.oneof(signs, any);
const label = fc.record({ en: text, 'zh-CN': text });
const code = fc.stringMatching(/^[A-Z][A-Z0-9._-]{0,6}$/);
const codes = (most: number, least = 0) => fc.uniqueArray(code, { minLength: least, maxLength: most });
const money = fc.integer({ min: 0, max: 1_000_000_000_000 });
const day = fc.integer({ min: 1, max: 28 }).map((d) => `2027-02-${String(d).padStart(2, '0')}`);
const window = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const share = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000);
const listOf = <T>(row: fc.Arbitrary<T>, id: (row: T) => unknown) =>
  fc.uniqueArray(row, { maxLength: 6, selector: (r) => JSON.stringify(id(r)) });

const need = fc.record({
  department: code,
  element: fc.option(code),
  level: fc.option(fc.integer({ min: 0, max: 7 })),
  course: fc.option(code),
  people: codes(4),
  urgency: fc.constantFrom(1 as const, 2 as const, 3 as const),
  must: fc.boolean(),
  goal: text,
  problem: fc.oneof(text, fc.constant('')),
});
const quote = fc.record({
  id: code,
  provider: text,
  course: code,
  runCost: money,
  seatCost: money,
  maxSeats: fc.integer({ min: 1, max: 1000 }),
  validUntil: day,
  rating: fc.option(share.map((s) => 1 + Math.round(s * 40) / 10)),
});
const room = fc.record({
  id: code,
  name: text,
  site: fc.oneof(text, fc.constant('')),
  seats: fc.integer({ min: 1, max: 5000 }),
  dayCost: money,
  closed: fc.array(window, { maxLength: 3 }),
});
const course = fc.record(
  {
    id: code,
    title: label,
    elements: codes(3, 1),
    level: share.map((s) => Math.round(s * 700) / 100),
    form: fc.constantFrom('lecture' as const, 'sand-table' as const, 'coaching' as const),
    hours: fc.integer({ min: 1, max: 800 }).map((h) => h / 2),
    days: fc.integer({ min: 1, max: 20 }),
    minSeats: fc.integer({ min: 1, max: 10 }),
    maxSeats: fc.integer({ min: 10, max: 1000 }),
    room: fc.boolean(),
    topics: codes(2),
    runCost: money,
    seatCost: money,
    closes: share,
    test: fc.constant(true),
    benefit: label,
    goal: label,
  },
  {
    requiredKeys: [
      'id',
      'title',
      'elements',
      'level',
      'form',
      'hours',
      'days',
      'minSeats',
      'maxSeats',
      'room',
      'topics',
      'runCost',
      'seatCost',
      'closes',
      'benefit',
      'goal',
    ],
  },
);
const trainer = fc.record({
  person: code,
  courses: codes(4),
  hours: fc.integer({ min: 0, max: 400 }).map((h) => h / 4),
});
const attendance = fc
  .uniqueArray(code, { maxLength: 8 })
  .map((people) => ({ present: people.filter((_, i) => i % 2 === 0), absent: people.filter((_, i) => i % 2 === 1) }));

/** Writes and reads in every format; the rows must come back as they were. */
async function comesBack(sheet: Sheet, read: (table: Awaited<ReturnType<typeof readSheet>>) => unknown, rows: unknown) {
  expect(read(await readSheet(csvOf(sheet), 'a.csv'))).toEqual(rows);
  expect(read(await readSheet(csvOf(sheet, { bom: true }), 'a.csv'))).toEqual(rows);
  expect(read(await readSheet(await xlsxOf(sheet), 'a.xlsx'))).toEqual(rows);
}
const RUNS = { numRuns: 20 };

describe('what is exported can be imported again', () => {
  test('needs', () =>
    fc.assert(
      fc.asyncProperty(
        listOf(need, ({ problem, urgency, must, ...key }) => key),
        (rows) => comesBack(needsSheet(rows), (t) => readNeeds(t), rows),
      ),
      RUNS,
    ));
  test('quotes, in any currency', () =>
    fc.assert(
      fc.asyncProperty(
        listOf(quote, (q) => q.id),
        fc.constantFrom(1, 100, 1000),
        (rows, units) => comesBack(quotesSheet(rows, units), (t) => readQuotes(t, {}, units), rows),
      ),
      RUNS,
    ));
  test('rooms', () =>
    fc.assert(
      fc.asyncProperty(
        listOf(room, (r) => r.id),
        (rows) => comesBack(roomsSheet(rows), (t) => readRooms(t), rows),
      ),
      RUNS,
    ));
  test('courses', () =>
    fc.assert(
      fc.asyncProperty(
        listOf(course, (c) => c.id),
        (rows) => comesBack(catalogueSheet(rows), (t) => readCatalogue(t), rows),
      ),
      RUNS,
    ));
  test('trainers', () =>
    fc.assert(
      fc.asyncProperty(
        listOf(trainer, (t) => t.person),
        (rows) => comesBack(trainersSheet(rows), (t) => readTrainers(t), rows),
      ),
      RUNS,
    ));
  test('attendance', () =>
    fc.assert(
      fc.asyncProperty(attendance, (list) => comesBack(attendanceSheet([], list), (t) => readAttendance(t), list)),
      RUNS,
    ));

  test('people and ratings, through a data folder', async () => {
    const organisation = await readOrganisationFolder(await folderOf(smallCompany));
    const state = having(emptyOrganisation(), command('importOrganisation', organisation));
    const { absences = [] } = organisation;
    const people = organisation.people!.map((p) => ({ ...p, ...personAfter(undefined, p) }));
    const posts = [...state.posts.values()].map((post) => ({ ...post, elements: [...post.elements] }));
    const folder = await folderOf({
      ...smallCompany,
      'organisation/employees.csv': csvOf(employeesSheet(people, absences), { bom: true }),
    });
    const again = await readOrganisationFolder(folder);
    expect(again).toEqual(organisation);
    expect(decideImport(state, withoutKnownNames(again, new Map(people.map((p) => [p.id, p as Named]))))).toEqual([]);
    const table = await readSheet(await xlsxOf(employeesSheet(people, absences)), 'employees.xlsx');
    expect(readEmployees(table)).toEqual({ people: organisation.people, absences });
    const ratings = [{ person: 'E002', rater: 'E001', element: 'S.1', rating: '3.5', ratedOn: null }];
    expect(readRatings(await readSheet(csvOf(ratingsSheet(ratings)), 'r.csv'), { people, posts })).toEqual(ratings);
  });
});

type Named = { readonly name: string; readonly email: string };

test('a list in GB18030 is read as one in UTF-8', async () => {
  const sheet = roomsSheet([
    { id: 'R-1', name: '三号楼,“大”会议室', site: '上海', seats: 30, dayCost: 50, closed: [] },
  ]);
  const table = await readSheet(iconv.encode(new TextDecoder().decode(csvOf(sheet)), 'gb18030'), '教室.csv');
  expect(readRooms(table)).toMatchObject([{ name: '三号楼,“大”会议室', site: '上海', dayCost: 50 }]);
});

test('any text comes back out of a sheet as it is kept', async () => {
  const kept = fc.oneof(
    any,
    fc.constantFrom(
      '_x0041_',
      '_x005F_x0041_',
      '\ufffd',
      "'",
      "''=",
      ';',
      "x;'=1",
      '__proto__',
      'constructor',
      'toString',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(kept, { minLength: 1, maxLength: 4 }), async (texts) => {
      const sheet = { columns: ['a', 'b'], rows: texts.map((a) => ({ a, b: '=b' })) };
      for (const [bytes, name] of [
        [csvOf(sheet), 'x.csv'],
        [csvOf(sheet, { bom: true }), 'x.csv'],
        [await xlsxOf(sheet), 'x.xlsx'],
      ] as const) {
        const { rows } = await readSheet(bytes, name);
        expect([name, rows.map(({ cells }) => cells.a!.trim())]).toEqual([name, texts.map((t) => t.trim())]);
      }
    }),
    { numRuns: 60 },
  );
});

/** Every table that is exported, with a text wherever it holds words of people. */
const exported = (text: string): Readonly<Record<string, Sheet>> => {
  const label = { en: text, 'zh-CN': text };
  const some = <T>(row: fc.Arbitrary<T>) => fc.sample(row, { numRuns: 1, seed: 1 })[0]!;
  const person = {
    id: 'E1',
    department: 'D1',
    manager: null,
    post: 'P',
    grade: 'staff',
    hiredOn: '2020-01-01',
  } as const;
  const rest = { locale: 'en', timeZone: 'UTC', calendar: 'CN', technicalBackbone: false, performance: {} } as const;
  return {
    needs: needsSheet([{ ...some(need), goal: text, problem: text }]),
    quotes: quotesSheet([{ ...some(quote), provider: text }]),
    rooms: roomsSheet([{ ...some(room), name: text, site: text }]),
    courses: catalogueSheet([{ ...some(course), title: label, benefit: label, goal: label, topics: [text] }]),
    attendance: attendanceSheet(['E1'], undefined, new Map([['E1', text]])),
    people: employeesSheet([{ ...person, ...rest, left: null, name: text, email: text } as never]),
  };
};

test('nothing that is exported is calculated by a spreadsheet', async () => {
  for (const [name, { columns }] of Object.entries(exported(''))) {
    const rows = FORMULAS.flatMap((text) => exported(text)[name]!.rows);
    const csv = (await readTable(csvOf({ columns, rows }, { bom: true }), 'a.csv')).rows;
    const book = (await readBook(Buffer.from(await xlsxOf({ columns, rows })))).flatMap(({ data }) => data.flat());
    const cells = {
      csv: csv.flatMap((row) => Object.values(row.cells)),
      xlsx: book.filter((cell) => typeof cell === 'string'),
    } as const;
    for (const kind of ['csv', 'xlsx'] as const) {
      expect([name, cells[kind].filter((cell) => isFormula(cell, kind))]).toEqual([name, []]);
      // The words of people are there, whatever stands before them.
      expect(cells[kind].filter((cell) => cell.includes('SUM(1)')).length).toBeGreaterThanOrEqual(FORMULAS.length / 11);
    }
  }
});

test('nothing that leaves begins like a formula', () => {
  const sheet = {
    columns: ['a'],
    rows: [' =1', '\u3000＝1', '＋1', '－1', '＠x', 'a;=1', 'a; @x', '=1+1', '+x', '-x', '@x', '-5', "'=x"].map(
      (a) => ({ a }),
    ),
  };
  expect(guarded('\n=1', 'xlsx')).toBe("'\n=1");
  expect(guarded('a;=1', 'xlsx')).toBe('a;=1');
  expect(new TextDecoder().decode(csvOf(sheet)).split('\n').slice(1, -1)).toEqual([
    "' =1",
    "'\u3000＝1",
    "'＋1",
    "'－1",
    "'＠x",
    "a;'=1",
    "a; '@x",
    "'=1+1",
    "'+x",
    "'-x",
    "'@x",
    '-5',
    "''=x",
  ]);
});
