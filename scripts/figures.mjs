import { existsSync, readdirSync, readFileSync } from 'node:fs';

/* The house in figures: files and lines of each folder, its longest file, and the tests beside it. `npm run figures` */

const FOLDERS = [
  'contracts',
  'domain',
  'db',
  'engine',
  'activities',
  'workflows',
  'workers',
  'api',
  'cli',
  'notices',
  'files',
];
const PROCEDURES = [
  'domain/procedure',
  'domain/selection',
  'domain/cycle',
  'domain/offering',
  'domain/round',
  'domain/turn',
];

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const name = `${entry.parentPath}/${entry.name}`;
      return { name, lines: readFileSync(name, 'utf8').split('\n').length - 1 };
    });
}

const sum = (files) => files.reduce((all, file) => all + file.lines, 0);

function rowOf(folder) {
  const code = filesIn(folder);
  const tests = filesIn(`test/${folder}`);
  const longest = code.reduce((a, b) => (b.lines > a.lines ? b : a), { name: '-', lines: 0 });
  return {
    folder,
    files: code.length,
    lines: sum(code),
    'lines a file': Math.round(sum(code) / Math.max(code.length, 1)),
    longest: `${longest.lines} ${longest.name.slice(folder.length + 1)}`,
    'test lines a line': Number((sum(tests) / Math.max(sum(code), 1)).toFixed(2)),
  };
}

console.table(FOLDERS.map(rowOf));
console.table(PROCEDURES.map(rowOf));
