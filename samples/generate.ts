import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueSheet } from '../files/catalogue.ts';
import { readEmployees } from '../files/employees.ts';
import { quotesSheet } from '../files/quotes.ts';
import { roomsSheet } from '../files/rooms.ts';
import { type Cells, writeCsv } from '../files/table.ts';
import { trainersSheet } from '../files/trainers.ts';
import { anchors } from './anchors.ts';
import { calendars } from './calendars.ts';
import { COURSES } from './courses.ts';
import { Dice } from './dice.ts';
import { judging } from './judging.ts';
import { models } from './models.ts';
import { absenceRows, departmentRows, type Employee, employeeRows, employees } from './people.ts';
import { ratings } from './ratings.ts';
import { cycleTermsFor, QUOTES, ROOMS, TRAINERS } from './training.ts';

/** Every part has a seed of its own, so that a change to one leaves the others as they are. */
const SEED = { people: 20261124, models: 17, judging: 4242, ratings: 90210 };

/** The sample company: path below `samples` to the text of the file. The same on every machine. */
export function sampleFiles(): Map<string, string> {
  const files = new Map<string, string>();
  const add = (name: string, rows: readonly Cells[]) => files.set(name, writeCsv(Object.keys(rows[0]!), rows));
  const people = employees(new Dice(SEED.people));
  const { posts, postElements, elements } = models(new Dice(SEED.models));
  add('organisation/departments.csv', departmentRows(people));
  add('organisation/employees.csv', employeeRows(people));
  add('organisation/absences.csv', absenceRows(people));
  add('posts/posts.csv', posts);
  add('posts/post_elements.csv', postElements);
  add('posts/elements.csv', elements);
  add('posts/level_anchors.csv', anchors(elements));
  const { supervisors, selves } = ratings(new Dice(SEED.ratings), people, postElements);
  add('organisation/ability_ratings.csv', supervisors);
  add('organisation/self_ratings.csv', selves);
  for (const [name, rows] of Object.entries(calendars())) add(`calendars/${name}`, rows);
  for (const [name, rows] of Object.entries(judging(new Dice(SEED.judging), people))) add(`judges/${name}`, rows);
  add('training/courses.csv', catalogueSheet(COURSES).rows);
  add('training/quotes.csv', quotesSheet(QUOTES).rows);
  add('training/rooms.csv', roomsSheet(ROOMS).rows);
  add('training/trainers.csv', trainersSheet(TRAINERS).rows);
  files.set('training/cycle.json', `${JSON.stringify(cycleTerms(people), null, 2)}\n`);
  return files;
}

/** The terms of a cycle over the sample company, as `open` takes them. */
function cycleTerms(people: readonly Employee[]) {
  const rows = employeeRows(people);
  const table = {
    name: 'employees.csv',
    columns: Object.keys(rows[0]!),
    rows: rows.map((cells, i) => ({ line: i + 2, cells })),
  };
  const departments = departmentRows(people).map((row) => ({
    id: row.department_id!,
    name: row.name!,
    nameZh: row.name_zh!,
    head: row.head_employee_id!,
    influence: row.influence === 'true',
  }));
  const { people: staff } = readEmployees(table);
  return cycleTermsFor({ people: staff, departments }, { courses: COURSES, rooms: ROOMS });
}

/** Writes the sample company into a folder. */
async function writeSamples(folder: string): Promise<void> {
  for (const [name, text] of sampleFiles()) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeSamples(process.argv[2] ?? 'samples');
