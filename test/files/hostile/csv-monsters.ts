import iconv from 'iconv-lite';
import { type Monster, once } from './monster.ts';

const MB = 1_048_576;
const columnsOf = (valid: string) => valid.split('\n')[0]!.split(',').length;
const header = (valid: string) => valid.split('\n')[0]!;
const rowOf = (valid: string) => valid.split('\n')[1]!;

const csv = (what: string, text: (valid: string) => string | Uint8Array): Monster => ({
  ...{ what, name: 'x.csv' as const, alike: text.length === 0 },
  bytes: ({ valid }) => Buffer.from(text(valid) as string),
});
/** As many rows as fit into so many characters, with a text in each cell that is in no other. */
function different(valid: string, cell: (n: number) => string, most = 15 * MB): string {
  const columns = columnsOf(valid);
  const rows = [header(valid)];
  const count = Math.min(140_000, Math.floor(990_000 / columns));
  for (let [n, length] = [0, 0]; n < count * columns && length < most; n += columns) {
    const row = Array.from({ length: columns }, (_, x) => cell(n + x)).join(',');
    rows.push(row);
    length += row.length;
  }
  return `${rows.join('\n')}\n`;
}

export const CSV_MONSTERS: readonly Monster[] = [
  csv('nothing', () => ''),
  csv('a quotation mark that is never closed, and 30 MB behind it', (v) => `${header(v)}\n"${'x'.repeat(30 * MB)}`),
  csv('the same, within what a table may hold', (v) => `${header(v)}\n"${'x,\n'.repeat(5 * MB)}`),
  csv('one line of 50 MB', () => 'x'.repeat(50 * MB)),
  csv('one line of 15 MB', () => 'x'.repeat(15 * MB)),
  csv('a million columns', () => ','.repeat(1_000_000)),
  csv('a million columns with names', () => Array.from({ length: 1_000_000 }, (_, i) => `c${i}`).join(',')),
  csv(
    '2,000 columns and as many rows as there may be',
    () => `${Array.from({ length: 2000 }, (_, i) => `c${i}`).join(',')}\n${`${','.repeat(1999)}1\n`.repeat(700)}`,
  ),
  csv('five million rows of nothing', (v) => `${header(v)}\n${',\n'.repeat(5_000_000)}`),
  csv('ten million line ends', (v) => `${header(v)}\n${'\n'.repeat(10_000_000)}`),
  once(
    'courses',
    csv('200,000 rows in which everything is wrong', (v) =>
      `${header(v)}\n${`${Array(columnsOf(v)).fill('?').join(',')}\n`.repeat(200_000)}`.slice(0, 15 * MB),
    ),
  ),
  csv('100,000 rows that are the same', (v) => `${header(v)}\n${`${rowOf(v)}\n`.repeat(100_000)}`.slice(0, 15 * MB)),
  csv('as many rows as fit, each with an id of its own', (v) => {
    const rest = rowOf(v).replace(/^[^,]*/, '');
    const fits = Math.floor((15 * MB) / (rest.length + 8));
    return `${header(v)}\n${Array.from({ length: Math.min(fits, 149_000) }, (_, i) => `X${i}${rest}\n`).join('')}`;
  }),
  csv('as many rows as fit, each with a formula in it', (v) => {
    const rest = `,x;'=欧${rowOf(v).replace(/^[^,]*,?[^,]*/, '')}`;
    const fits = Math.floor((15 * MB) / (rest.length + 8));
    return `${header(v)}\n${Array.from({ length: Math.min(fits, 149_000) }, (_, i) => `X${i}${rest}\n`).join('')}`;
  }),
  csv('rows of a cell too few', (v) => `${header(v)}\n${'x\n'.repeat(1_000_000)}`),
  once(
    'employees',
    csv(
      'a list of millions in each cell',
      (v) => `${header(v)}\n${`${Array(columnsOf(v)).fill('a|'.repeat(60_000)).join(',')}\n`.repeat(8)}`,
    ),
  ),
  csv('a list of different things in each cell', (v) => {
    const list = Array.from({ length: 150_000 }, (_, i) => `X${i}`).join('|');
    return `${header(v)}\n${Array(columnsOf(v)).fill(list).join(',')}\n`.slice(0, 15 * MB);
  }),
  csv('windows without an end', (v) =>
    `${header(v)}\n${Array(columnsOf(v)).fill('2027-01-01/2027-01-02|'.repeat(40_000)).join(',')}\n`.slice(0, 15 * MB),
  ),
  csv(
    'marks on one character',
    (v) => `${header(v)}\n${Array(columnsOf(v)).fill('a\u0345\u0334'.repeat(50_000)).join(',')}\n`,
  ),
  csv(
    'spaces before and behind',
    (v) =>
      `${header(v)}\n${Array(columnsOf(v))
        .fill(`x${' '.repeat(300_000)}x`)
        .join(',')}\n`,
  ),
  csv('digits', (v) => `${header(v)}\n${Array(columnsOf(v)).fill('9'.repeat(400_000)).join(',')}\n`),
  csv(
    'semicolons and formulas',
    (v) => `${header(v)}\n${Array(columnsOf(v)).fill(";'='=".repeat(100_000)).join(',')}\n`,
  ),
  csv('apostrophes', (v) => `${header(v)}\n${Array(columnsOf(v)).fill("'".repeat(500_000)).join(',')}\n`),
  csv(
    'a mail address of 500,000 letters',
    (v) =>
      `${header(v)}\n${Array(columnsOf(v))
        .fill(`${'a.'.repeat(250_000)}@x`)
        .join(',')}\n`,
  ),
  csv(
    'names that every object has',
    (v) => `${header(v)},__proto__,constructor,toString\n${rowOf(v)},__proto__,constructor,valueOf\n`,
  ),
  csv('UTF-16', (v) => iconv.encode(v, 'utf16le', { addBOM: true })),
  csv('UTF-16 the other way round, without a mark', (v) => iconv.encode(v, 'utf16be')),
  csv('15 MB of Chinese in GB18030', (v) => iconv.encode(`${header(v)}\n${'欧阳思远'.repeat(1_900_000)}`, 'gb18030')),
  csv('halves of characters as bytes', (v) =>
    Buffer.concat([Buffer.from(`${header(v)}\n`), Buffer.from('eda080eda080', 'hex')]),
  ),
  csv('NULs', (v) => `${header(v)}\n${'\0'.repeat(10 * MB)}`),
  csv('bytes of every kind', () => Buffer.from(Array.from({ length: 5 * MB }, (_, i) => (i * 7919) % 256))),
  once(
    'courses',
    csv('a cell of fifteen million line ends', (v) => `${header(v)}\n"${'\n'.repeat(15 * MB)}"\n`),
  ),
  once(
    'courses',
    csv('fifteen million letters of two bytes', (v) => `${header(v)}\n${'éж '.repeat(5 * MB)}\n`),
  ),
  once(
    'courses',
    csv('48 MB of Chinese in GB18030', (v) => iconv.encode(`${header(v)}\n${'欧阳思远'.repeat(5_900_000)}`, 'gb18030')),
  ),
  once(
    'employees',
    csv('more years than anybody is graded for', () => {
      const years = Array.from({ length: 1_990 }, (_, n) => `performance_${1000 + n}`);
      return `employee_id,${years.join(',')}\n${`E001,${Array(1_990).fill('x').join(',')}\n`.repeat(500)}`;
    }),
  ),
  once(
    'courses',
    csv(
      'days that are none, without an end',
      (v) => `${header(v)}\n${`${Array(columnsOf(v)).fill('a|'.repeat(90_000)).join(',')}\n`.repeat(5)}`,
    ),
  ),
  csv('as many cells as fit, each with a text of its own', (v) => different(v, (n) => `欧阳思远的部门${n}`)),
  csv('as many cells as fit, each with formulas', (v) => different(v, (n) => `x;'=${n};'=欧`)),
  csv('2,000 columns and as many rows as they may have', () => {
    const columns = Array.from({ length: 2_000 }, (_, n) => `c${n}${'x'.repeat(1_900)}`);
    return `${columns.join(',')}\n${`${Array.from({ length: 2_000 }, (_, n) => `v${n}`).join(',')}\n`.repeat(498)}`;
  }),
  once(
    'quotes',
    csv('as many quotation marks as fit', (v) => `${header(v)}\n${`"${'""'.repeat(1_900_000)}"\n`.repeat(4)}`),
  ),
];
