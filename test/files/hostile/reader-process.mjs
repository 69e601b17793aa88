// Reads one table after the other in a process of its own, with as little memory as a table may take, and tells how each went.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const dist = process.argv[2];
const from = (file) => import(pathToFileURL(path.join(dist, 'files', file)).href);
const modules = Object.fromEntries(
  await Promise.all(
    Object.entries({
      sheet: 'sheet.js',
      table: 'table.js',
      attendance: 'attendance.js',
      needs: 'needs.js',
      quotes: 'quotes.js',
      rooms: 'rooms.js',
      catalogue: 'catalogue.js',
      trainers: 'trainers.js',
      ratings: 'ratings.js',
      scores: 'scores.js',
      courses: 'courses.js',
      employees: 'employees.js',
      organisation: 'organisation.js',
      judges: 'judges.js',
      faults: 'faults.js',
    }).map(async ([name, file]) => [name, await from(file)]),
  ),
);

const ids = (letter, n) => Array.from({ length: n }, (_, i) => `${letter}${String(i + 1).padStart(3, '0')}`);
const known = {
  people: new Set(ids('E', 120)),
  departments: new Set(ids('D', 9).map((id) => id.replace('D0', 'D'))),
  elements: new Set(['S.01', 'S.02']),
  courses: new Set(['C-DATA']),
};
const rated = {
  people: ids('E', 120).map((id) => ({ id, post: 'P-01' })),
  posts: [
    { code: 'P-01', elements: [...ids('S.', 40), ...ids('K.', 40)].map((id) => ({ element: id.replace('.0', '.') })) },
  ],
};
const read = {
  attendance: (t) => modules.attendance.readAttendance(t, known),
  needs: (t) => modules.needs.readNeeds(t, known),
  quotes: (t) => modules.quotes.readQuotes(t, {}),
  rooms: (t) => modules.rooms.readRooms(t),
  courses: (t) => modules.catalogue.readCatalogue(t, {}),
  bought: (t) => modules.catalogue.readCatalogue(t, {}),
  trainers: (t) => modules.trainers.readTrainers(t, {}),
  ratings: (t) => modules.ratings.readRatings(t, rated),
  'self-ratings': (t) => modules.ratings.readRatings(t, rated, 'self'),
  scores: (t) => modules.scores.readScores(t),
  criteria: (t) => modules.scores.readCriteria(t),
  'listed-courses': (t) => modules.courses.readCourses(t),
  employees: (t) => modules.employees.readEmployees(t),
};

/** What lies beside a table in its folder. */
const beside = {
  data: { 'organisation/departments.csv': 'organisation', 'organisation/employees.csv': 'organisation' },
  judges: {},
};

async function readIn(folder, door, name, given) {
  const [kind, ...rest] = door.split('/');
  const file = `${rest.join('/')}${path.extname(name).toLowerCase()}`;
  for (const part of Object.keys(beside[kind])) {
    await mkdir(path.join(folder, path.dirname(part)), { recursive: true });
    await copyFile(path.join('samples', part), path.join(folder, part));
  }
  if (kind === 'judges') await copyFile('samples/judges/scores.csv', path.join(folder, 'scores.csv'));
  await rm(path.join(folder, `${rest.join('/')}.csv`), { force: true });
  await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
  await copyFile(given, path.join(folder, file));
  return kind === 'judges' ? modules.judges.readJudges(folder) : modules.organisation.readOrganisationFolder(folder);
}

async function readOne(door, name, file) {
  if (!door.includes('/')) return read[door](await modules.sheet.readSheet(await readFile(file), name));
  const folder = await mkdtemp(path.join(tmpdir(), 'rostrum-hostile-'));
  try {
    return await readIn(folder, door, name, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const memory = existsSync('/proc/self/clear_refs') ? '/proc/self/status' : undefined;
/** The most that the process has had since this was last asked, in MiB; elsewhere than on Linux what it has now. */
function peak() {
  if (!memory) return process.memoryUsage().rss / 1_048_576;
  const mb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(memory, 'utf8'))[1]) / 1024;
  writeFileSync('/proc/self/clear_refs', '5');
  return mb;
}

/** As many sentences as a person would look at, the last of them whole. */
function beginningOf(sentences) {
  const first = sentences.slice(0, 100_000);
  return first === sentences ? first : first.slice(0, first.lastIndexOf('\n'));
}

const before = process.memoryUsage().rss / 1_048_576;

process.on('message', async ({ door, name, file }) => {
  // What is left of the files before is nobody's any more.
  global.gc();
  peak();
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const told = await readOne(door, name, file).then(
    () => ({ taken: true }),
    (error) =>
      error instanceof modules.faults.FileFaults
        ? { sentences: beginningOf(error.message), length: error.message.length }
        : { failed: String(error?.stack ?? error) },
  );
  const { user, system } = process.cpuUsage(cpu);
  process.send({ ...told, ms: performance.now() - began, cpuMs: (user + system) / 1000, mb: peak() - before });
});
process.send({ ready: true });
