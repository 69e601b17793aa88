import iconv from 'iconv-lite';
import { bookFrom, LINKS, lettersOf, partsOf, rowsOf, sheetOf, textsOf, WORKBOOK } from './books.ts';
import type { FileDoor } from './doors.ts';
import { type Packed, zipOf } from './zips.ts';

/** A file that somebody has made to be large, slow or misleading. */
export interface Monster {
  readonly what: string;
  readonly name: 'x.csv' | 'x.xlsx';
  /** Made when it is needed, since some are large. */
  readonly bytes: (door: FileDoor) => Buffer;
}

const MB = 1_048_576;
const columnsOf = (valid: string) => valid.split('\n')[0]!.split(',').length;
const header = (valid: string) => valid.split('\n')[0]!;
const rowOf = (valid: string) => valid.split('\n')[1]!;

const csv = (what: string, text: (valid: string) => string | Uint8Array): Monster => ({
  ...{ what, name: 'x.csv' as const },
  bytes: ({ valid }) => Buffer.from(text(valid) as string),
});
const book = (what: string, bytes: (valid: string) => Buffer): Monster => ({
  ...{ what, name: 'x.xlsx' as const },
  bytes: ({ valid }) => bytes(valid),
});
const sheet = (what: string, rows: (valid: string) => string, more = ''): Monster =>
  book(what, (valid) => bookFrom({ sheet: sheetOf(rows(valid), more) }));
const parts = (what: string, change: (all: Packed[]) => Packed[], options = {}): Monster =>
  book(what, (valid) => zipOf(change(partsOf({ sheet: sheetOf(rowsOf([header(valid).split(',')])) })), options));
const changed = (all: Packed[], name: string, more: Partial<Packed>) =>
  all.map((part) => (part.name.endsWith(name) ? { ...part, ...more } : part));

/** A cell of text number 0 at every place of so many rows. */
const filled = (rows: number, columns: number) => {
  const row = (y: number) =>
    `<row r="${y}">${Array.from({ length: columns }, (_, x) => `<c r="${lettersOf(x)}${y}" t="s"><v>0</v></c>`).join('')}</row>`;
  return Array.from({ length: rows }, (_, y) => row(y + 1)).join('');
};

export const MONSTERS: readonly Monster[] = [
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
  csv('200,000 rows in which everything is wrong', (v) =>
    `${header(v)}\n${`${Array(columnsOf(v)).fill('?').join(',')}\n`.repeat(200_000)}`.slice(0, 15 * MB),
  ),
  csv('100,000 rows that are the same', (v) => `${header(v)}\n${`${rowOf(v)}\n`.repeat(100_000)}`.slice(0, 15 * MB)),
  csv('as many rows as fit, each with an id of its own', (v) => {
    const rest = rowOf(v).replace(/^[^,]*/, '');
    const fits = Math.floor((15 * MB) / (rest.length + 8));
    return `${header(v)}\n${Array.from({ length: Math.min(fits, 149_000) }, (_, i) => `X${i}${rest}\n`).join('')}`;
  }),
  csv('rows of a cell too few', (v) => `${header(v)}\n${'x\n'.repeat(1_000_000)}`),
  csv(
    'a list of millions in each cell',
    (v) => `${header(v)}\n${`${Array(columnsOf(v)).fill('a|'.repeat(60_000)).join(',')}\n`.repeat(8)}`,
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
  sheet('a cell far out', () => `${rowsOf([['a', 'b']])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
  sheet('a row far out', () => '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
  sheet('cells at the end of every row', () =>
    Array.from({ length: 20_000 }, (_, y) => `<row r="${y + 1}"><c r="BXX${y + 1}"><v>1</v></c></row>`).join(''),
  ),
  sheet('two million cells', (v) => filled(Math.floor(2_000_000 / columnsOf(v)), columnsOf(v))),
  book('as many cells as there may be, all of one text', (v) =>
    bookFrom({ sheet: sheetOf(filled(Math.floor(999_999 / columnsOf(v)), columnsOf(v))), texts: textsOf(['x']) }),
  ),
  book('the same with a text of a million characters', (v) =>
    bookFrom({
      sheet: sheetOf(filled(Math.floor(400_000 / columnsOf(v)), columnsOf(v))),
      texts: textsOf([` ${'x'.repeat(900_000)}`]),
    }),
  ),
  book('texts that nobody names', () =>
    bookFrom({ sheet: sheetOf(rowsOf([['a']])), texts: `<sst>${'<si><t>x</t></si>'.repeat(1_800_000)}</sst>` }),
  ),
  book('texts that unfold to 110 MB', () =>
    bookFrom({ sheet: sheetOf(''), texts: `<sst><si><t>${'x'.repeat(110 * MB)}</t></si></sst>` }),
  ),
  book('a sheet that unfolds to 110 MB', () => bookFrom({ sheet: sheetOf(' '.repeat(110 * MB)) })),
  book('a sheet that unfolds to 60 MB of spaces', () => bookFrom({ sheet: sheetOf(' '.repeat(60 * MB)) })),
  book('a cell of 60 MB', () => bookFrom({ sheet: sheetOf(rowsOf([[' '.repeat(60 * MB)]])) })),
  book('styles without an end', () =>
    bookFrom({
      sheet: sheetOf(rowsOf([['a']])),
      styles: `<styleSheet><cellXfs>${'<xf numFmtId="1"/>'.repeat(1_700_000)}</cellXfs></styleSheet>`,
    }),
  ),
  book('formats that are slow to tell', () =>
    bookFrom({
      sheet: sheetOf('<row r="1"><c r="A1" s="0"><v>1</v></c></row>'),
      styles: `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'[h.00'.repeat(150_000)}"/></numFmts><cellXfs>${'<xf numFmtId="164"/>'.repeat(50)}</cellXfs></styleSheet>`,
    }),
  ),
  sheet('a million tags within each other', () => `${'<a>'.repeat(1_000_000)}${'</a>'.repeat(1_000_000)}`),
  sheet(
    'a tag with 300,000 attributes',
    () => `<row r="1"><c ${Array.from({ length: 80_000 }, (_, i) => `a${i}="1"`).join(' ')} r="A1"><v>1</v></c></row>`,
  ),
  sheet('a tag without an end', () => `<row ${'r '.repeat(10 * MB)}`),
  sheet('a comment without an end', () => `<!--${'-'.repeat(20 * MB)}`),
  sheet('comments', () => '<!-- x -->'.repeat(2_000_000)),
  sheet('character data', () => `<row r="1"><c r="A1" t="str"><v>${'<![CDATA[x]]>'.repeat(1_000_000)}</v></c></row>`),
  sheet(
    'a million ampersands',
    () => `<row r="1"><c r="A1" t="str"><v>${'&amp;&#x41;&lol;'.repeat(50_000)}</v></c></row>`,
  ),
  sheet(
    'a million merged areas',
    () => rowsOf([['a']]),
    `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1_000_000)}</mergeCells>`,
  ),
  sheet(
    '10,000 merged areas over everything',
    () =>
      rowsOf([
        ['a', 'b'],
        ['1', '2'],
      ]),
    `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(10_000)}</mergeCells>`,
  ),
  sheet(
    'a million formulas without a value',
    (v) =>
      rowsOf([header(v).split(',')]) +
      Array.from({ length: 150_000 }, (_, y) => `<row r="${y + 2}"><c r="A${y + 2}"><f>1</f></c></row>`).join(''),
  ),
  sheet(
    'errors',
    (v) =>
      rowsOf([header(v).split(',')]) +
      Array.from({ length: 150_000 }, (_, y) => `<row r="${y + 2}"><c r="A${y + 2}" t="e"><v>#N/A</v></c></row>`).join(
        '',
      ),
  ),
  sheet('rows backwards', () => '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'),
  sheet(
    'days outside of every calendar',
    () => '<row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="2"><c r="A2" s="1"><v>1e300</v></c></row>',
  ),
  sheet(
    'halves of characters and NULs',
    () =>
      `${rowsOf([
        ['a', 'b'],
        ['_xD800_', '_x0000_'],
      ])}<row r="3"><c r="A3" t="str"><v>&#xD800;&#0;</v></c></row>`,
  ),
  book('entities within entities', () => {
    const lol = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    return bookFrom({
      sheet: `<!DOCTYPE x [<!ENTITY l0 "lol">${lol}]>${sheetOf('<row r="1"><c r="A1" t="str"><v>&l9;</v></c></row>')}`,
    });
  }),
  book('an entity from outside', () =>
    bookFrom({ sheet: `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${sheetOf('')}` }),
  ),
  book('XML in UTF-16', () =>
    zipOf(
      changed(partsOf({ sheet: '' }), 'sheet1.xml', { bytes: iconv.encode(sheetOf(''), 'utf16le', { addBOM: true }) }),
    ),
  ),
  book('a sheet that lies outside', () =>
    bookFrom({ sheet: sheetOf(''), links: LINKS.replace('worksheets/sheet1.xml', '/../../../../etc/passwd') }),
  ),
  book('100,000 sheets', () =>
    bookFrom({
      sheet: sheetOf(''),
      workbook: WORKBOOK.replace(/<sheet .*?>/, (one) => one.replace('visible', '').repeat(20_000)),
    }),
  ),
  book('a sheet by a name of 1 MB', () =>
    bookFrom({
      sheet: sheetOf(rowsOf([['a', 'a']])),
      workbook: WORKBOOK.replace('name="S"', `name="${'S'.repeat(900_000)}"`).replace(
        '<sheets>',
        '<sheets><sheet name="x" state="hidden"/>',
      ),
    }),
  ),
  parts('sizes that are not true: 1 GB', (all) => changed(all, 'sheet1.xml', { size: 1_073_741_824 })),
  parts('sizes that are not true: a byte', (all) => changed(all, 'sheet1.xml', { size: 1 })),
  parts('sizes that are not true: all there can be', (all) => all.map((part) => ({ ...part, size: 0xffffffff }))),
  parts('a wrong checksum', (all) => changed(all, 'sheet1.xml', { crc: 1 })),
  parts('a sheet that is there twice', (all) => [...all, all.at(-1)!]),
  parts('a key', (all) => changed(all, 'sheet1.xml', { flags: 1 })),
  parts('another way to pack', (all) => changed(all, 'sheet1.xml', { method: 12 })),
  parts('names that lead elsewhere', (all) => [
    ...all,
    { name: '../../../etc/passwd', bytes: Buffer.from('x') },
    { name: '/etc/passwd', bytes: Buffer.from('x') },
    { name: '__proto__', bytes: Buffer.from('x') },
  ]),
  parts('60,000 files', (all) => [
    ...all,
    ...Array.from({ length: 60_000 }, (_, i) => ({ name: `a${i}.xml`, bytes: Buffer.from(''), stored: true })),
  ]),
  parts('more files than there are', (all) => all, { count: 65_535 }),
  parts('no sheet', (all) => all.slice(0, -1)),
  parts('a bomb beside the table', (all) => [...all, { name: 'xl/media/image1.xml', bytes: Buffer.alloc(110 * MB) }]),
];
