import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Course, Quote } from '../../contracts/planning.ts';
import { readAttendance, withKnown } from '../../files/attendance.ts';
import { boughtCourses } from '../../files/bought.ts';
import { readCatalogue } from '../../files/catalogue.ts';
import type { FileFaults } from '../../files/faults.ts';
import { readNeeds } from '../../files/needs.ts';
import { readQuotes } from '../../files/quotes.ts';
import { readRooms } from '../../files/rooms.ts';
import { readSheet } from '../../files/sheet.ts';
import { readTrainingFolder } from '../../files/training-folder.ts';
import { folderOf } from './folders.ts';

const table = (name: string, ...lines: string[]) => readSheet(new TextEncoder().encode(`${lines.join('\n')}\n`), name);

async function faultsOf(reading: () => unknown): Promise<readonly string[]> {
  try {
    await reading();
    return [];
  } catch (error) {
    return (error as FileFaults).faults;
  }
}

describe('every bad row has its sentence, and nothing is taken', () => {
  const known = {
    people: new Set(['E1', 'E2']),
    departments: new Set(['D1']),
    elements: new Set(['S.1']),
    courses: new Set(['C-1']),
  };

  test('in needs', async () => {
    const needs = await table(
      'needs.csv',
      'department,element_id,level,course_id,people,urgency,must,goal,problem',
      'D1,S.1,4,,E1|E2,1,true,Welds alone,',
      'D9,S.1,9,,E1,1,,Welds alone,',
      'D1,S.9,4,C-9,E1|E9,4,yes,,',
      'D1,S.1,4,,E1|E2,2,,Welds alone,Scrap',
    );
    expect(await faultsOf(() => readNeeds(needs, known))).toEqual([
      'needs.csv line 3, column department: "D9" names D9, which is not among the departments',
      'needs.csv line 3, column level: "9" must be a whole number from 0 to 7, or empty',
      'needs.csv line 4, column element_id: "S.9" names S.9, which is in no ability model of the posts',
      'needs.csv line 4, column course_id: "C-9" names C-9, which is not in the catalogue of courses',
      'needs.csv line 4, column people: "E1|E9" names E9, who is not among the employees',
      'needs.csv line 4, column urgency: "4" must be a whole number from 1 to 3',
      'needs.csv line 4, column must: "yes" must be true or false',
      'needs.csv line 4, column goal: "" must say what people are to be able to do afterwards',
      'needs.csv line 5, column goal: "Welds alone" is in line 2 already (D1, S.1, 4, , E1|E2, Welds alone)',
    ]);
  });

  test('in quotes', async () => {
    const quotes = await table(
      'quotes.csv',
      'quote_id,provider,course_id,run_cost,seat_cost,max_seats,valid_until,rating',
      'Q-1,Anda,C-1,1200.505,,12,2027-12-31,',
      'Q-1,Anda,C-1,"1,200",,0,31.12.2027,6',
    );
    expect(await faultsOf(() => readQuotes(quotes, known))).toEqual([
      'quotes.csv line 2, column run_cost: "1200.505" must be an amount of money such as 1200.50',
      'quotes.csv line 3, column run_cost: "1,200" must be an amount of money such as 1200.50',
      'quotes.csv line 3, column max_seats: "0" must be a whole number from 1 to 1000',
      'quotes.csv line 3, column valid_until: "31.12.2027" must be a day written YYYY-MM-DD',
      'quotes.csv line 3, column rating: "6" must be a number from 1 to 5, or empty',
      'quotes.csv line 3, column quote_id: "Q-1" is in line 2 already (Q-1)',
    ]);
  });

  test('money is exact, with as many decimals as were written', async () => {
    const rooms = await table(
      'rooms.csv',
      'room_id,name,seats,day_cost',
      'A,a,1,1200',
      'B,b,1,1200.5',
      'C,c,1,0.07',
      'D,d,1,',
    );
    expect(readRooms(rooms).map((r) => r.dayCost)).toEqual([120_000, 120_050, 7, 0]);
    expect(readRooms(await table('rooms.csv', 'room_id,name,seats,day_cost', 'A,a,1,1200'), 1)[0]!.dayCost).toBe(1200);
  });

  test('in rooms, attendance, courses and plans', async () => {
    const rooms = await table('rooms.csv', 'room_id,name,seats,closed', 'R 1,Hall,30,2027-03-02/2027-03-01');
    expect(await faultsOf(() => readRooms(rooms))).toEqual([
      'rooms.csv line 2, column room_id: "R 1" may hold letters, digits and . _ - only',
      'rooms.csv line 2, column closed: "2027-03-02/2027-03-01" must be like 2027-02-10/2027-02-17, several separated by |',
    ]);
    const list = await table('attendance.csv', 'employee_id,present', 'E1,true', 'E7,perhaps');
    expect(await faultsOf(() => readAttendance(list, known))).toEqual([
      'attendance.csv line 3, column employee_id: "E7" names E7, who is not among the employees',
      'attendance.csv line 3, column present: "perhaps" must say yes or no (also 是 or 否, ja or nej, x, true or false), or empty',
    ]);
    const words = ['yes', 'JA', '是', ' x ', 'true', 'no', 'Nej', '否', 'false', ''].map((word, i) => `E${i},${word}`);
    const written = await table('attendance.csv', 'employee_id,present', ...words);
    expect(readAttendance(written)).toEqual({
      present: ['E0', 'E1', 'E2', 'E3', 'E4'],
      absent: ['E5', 'E6', 'E7', 'E8'],
    });
    const header = 'course_id,title,element_ids,level,hours,days,min_seats,max_seats,benefit,goal';
    const courses = await table('courses.csv', header, 'C-1,Welding,S.1|S.1,4,8,1,12,6,Welds,Welds');
    expect(await faultsOf(() => readCatalogue(courses))).toEqual([
      'courses.csv line 2, column max_seats: "6" is below min_seats, 12',
      'courses.csv line 2, column element_ids: "S.1|S.1" names something twice',
    ]);
  });

  test('a column that is missing is named', async () => {
    const rooms = await table('rooms.csv', 'room_id,name', 'R-1,Hall');
    expect(await faultsOf(() => readRooms(rooms))).toEqual([
      'rooms.csv has no column seats; it needs room_id, name, site, seats, day_cost, closed.',
    ]);
  });

  test('in all tables of a folder at once', async () => {
    const folder = await folderOf({
      'training/courses.csv':
        'course_id,title,element_ids,level,hours,days,min_seats,max_seats,benefit,goal\nC-1,W,S.1,4,8,1,2,6,b,g\n',
      'training/quotes.csv':
        'quote_id,provider,course_id,run_cost,max_seats,valid_until\nQ-1,Anda,C-2,1,1,2027-12-31\n',
      'training/rooms.csv': 'room_id,name,seats\nR-1,Hall,none\n',
    });
    expect(await faultsOf(() => readTrainingFolder(folder))).toEqual([
      'quotes.csv line 2, column course_id: "C-2" names C-2, which is not in the catalogue of courses',
      'rooms.csv line 2, column seats: "none" must be a whole number from 1 to 5000',
    ]);
  });
});

const data = path.resolve('../shared/data/courses/courses.csv');
if (existsSync(data)) {
  test('a published list of providers becomes courses and quotes that a plan can use', async () => {
    const listed = await readSheet(await readFile(data), 'courses.csv');
    const { courses, quotes } = boughtCourses(listed, { validUntil: '2027-12-31' });
    expect(courses).toHaveLength(82);
    for (const course of courses) expect(Course.parse(course)).toEqual(course);
    for (const quote of quotes) expect(Quote.parse(quote)).toEqual(quote);
    expect(courses.find((c) => c.id === 'NJ-38807')).toMatchObject({ hours: 64, days: 11, seatCost: 220_000 });
    expect(quotes.find((q) => q.course === 'NJ-38807')).toMatchObject({ seatCost: 247_500, validUntil: '2027-12-31' });
    expect(readCatalogue(listed)).toEqual(courses);
  });
}

const CLOSED = { from: '2027-02-10', to: '2027-02-17' };
const COURSE = [
  'course_id,title,element_ids,level,hours,days,min_seats,max_seats,benefit,goal',
  'C-1,Welding,S.1,4,12,2,4,12,Less scrap,Welds',
];

describe('a column that is left out changes nothing of what is known', () => {
  const rooms = { 'R-1': { id: 'R-1', name: 'Hall', site: 'North', seats: 30, dayCost: 10_000, closed: [CLOSED] } };

  test('of rooms', async () => {
    const bare = await table('rooms.csv', 'room_id,name,seats', 'R-1,Big hall,40', 'R-2,Attic,8');
    expect(readRooms(bare, 100, rooms)).toEqual([
      { ...rooms['R-1'], name: 'Big hall', seats: 40 },
      { id: 'R-2', name: 'Attic', site: '', seats: 8, dayCost: 0, closed: [] },
    ]);
    const said = await table('rooms.csv', 'room_id,name,site,seats,day_cost,closed', 'R-1,Hall,,30,,');
    expect(readRooms(said, 100, rooms)).toEqual([{ ...rooms['R-1'], site: '', dayCost: 0, closed: [] }]);
  });

  test('of quotes', async () => {
    const quote = {
      id: 'Q-1',
      provider: 'A',
      course: 'C-1',
      runCost: 5,
      seatCost: 7,
      maxSeats: 9,
      validUntil: '2028-01-01',
      rating: 4.5,
    };
    const bare = await table(
      'quotes.csv',
      'quote_id,provider,course_id,run_cost,max_seats,valid_until',
      'Q-1,A,C-1,6,9,2028-01-01',
    );
    expect(readQuotes(bare, {}, 100, { 'Q-1': quote })).toEqual([{ ...quote, runCost: 600 }]);
  });

  test('of courses', async () => {
    const [course] = readCatalogue(await table('courses.csv', ...COURSE));
    const known = Course.parse({
      ...course,
      title: { en: 'Welding', 'zh-CN': '焊接' },
      form: 'case',
      room: false,
      topics: ['welding'],
      runCost: 100,
      seatCost: 200,
      closes: 0.123456,
      test: true,
      goal: { en: 'Welds', 'zh-CN': '会焊接' },
    });
    expect(readCatalogue(await table('courses.csv', ...COURSE), {}, 100, { 'C-1': known })).toEqual([known]);
  });

  test('and a list of who was there says nothing of whom it does not name', () => {
    const known = { present: ['E1', 'E2'], absent: ['E3'] };
    expect(withKnown({ present: ['E3'], absent: ['E1'] }, known)).toEqual({ present: ['E3', 'E2'], absent: ['E1'] });
    expect(withKnown({ present: ['E3'], absent: [] }, null)).toEqual({ present: ['E3'], absent: [] });
  });
});
