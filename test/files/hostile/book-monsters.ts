import iconv from 'iconv-lite';
import { bookFrom, escaped, LINKS, lettersOf, partsOf, rowsOf, sheetOf, textsOf, WORKBOOK } from './books.ts';
import { type Monster, once } from './monster.ts';
import { type Packed, zipOf } from './zips.ts';

const MB = 1_048_576;
const columnsOf = (valid: string) => valid.split('\n')[0]!.split(',').length;
const cellsOf = (valid: string) => valid.split('\n')[1]!.split(',');
const header = (valid: string) => valid.split('\n')[0]!;

const book = (what: string, bytes: (valid: string) => Buffer, alike = bytes.length === 0): Monster => ({
  ...{ what, name: 'x.xlsx' as const, alike },
  bytes: ({ valid }) => bytes(valid),
});
const sheet = (what: string, rows: (valid: string) => string, more = ''): Monster =>
  book(what, (valid) => bookFrom({ sheet: sheetOf(rows(valid), more) }), rows.length === 0);
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

/** Many texts, each of which is in no other place. */
const different = (count: number, text: (n: number) => string) => Array.from({ length: count }, (_, n) => text(n));

export const BOOK_MONSTERS: readonly Monster[] = [
  book('as many rows as fit, each with an id of its own', (v) => {
    const [, ...rest] = cellsOf(v);
    const cells = rest.map((cell) => `<c t="str"><v>${escaped(cell)}</v></c>`).join('');
    const count = Math.min(
      149_000,
      Math.floor(990_000 / columnsOf(v)),
      Math.floor((15 * MB) / (rest.join('').length + 8)),
    );
    const row = (n: number) => `<row><c t="str"><v>X${n}</v></c>${cells}</row>`;
    const head = `<row>${header(v)
      .split(',')
      .map((cell) => `<c t="str"><v>${cell}</v></c>`)
      .join('')}</row>`;
    return bookFrom({ sheet: sheetOf(head + different(count, row).join('')) });
  }),
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
  once(
    'courses',
    book('formats that are slow to tell', () =>
      bookFrom({
        sheet: sheetOf('<row r="1"><c r="A1" s="0"><v>1</v></c></row>'),
        styles: `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'[h.00'.repeat(150_000)}"/></numFmts><cellXfs>${'<xf numFmtId="164"/>'.repeat(50)}</cellXfs></styleSheet>`,
      }),
    ),
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
  once(
    'courses',
    sheet(
      '10,000 merged areas over everything',
      () =>
        rowsOf([
          ['a', 'b'],
          ['1', '2'],
        ]),
      `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(10_000)}</mergeCells>`,
    ),
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
  once(
    'courses',
    sheet(
      'a text of millions of pieces',
      () => `<row r="1"><c r="A1" t="str"><v>${'<![CDATA[xy]]>'.repeat(4_700_000)}</v></c></row>`,
    ),
  ),
  once(
    'courses',
    book('a shared text of millions of pieces', () =>
      bookFrom({ sheet: sheetOf(rowsOf([['a']])), texts: `<sst><si>${'<t>xy</t>'.repeat(3_600_000)}</si></sst>` }),
    ),
  ),
  once(
    'courses',
    book('shared texts that are empty', () =>
      bookFrom({ sheet: sheetOf(rowsOf([['a']])), texts: `<sst>${'<si/>'.repeat(6_700_000)}</sst>` }),
    ),
  ),
  once(
    'courses',
    book('styles that say nothing', () =>
      bookFrom({
        sheet: sheetOf(rowsOf([['a']])),
        styles: `<styleSheet><cellXfs>${'<xf/>'.repeat(6_700_000)}</cellXfs></styleSheet>`,
      }),
    ),
  ),
  once(
    'courses',
    book('more formats than anybody has', () => {
      const formats = different(700_000, (n) => `<numFmt numFmtId="${n}" formatCode="d${n}"/>`)
        .join('')
        .slice(0, 32 * MB - 100);
      return bookFrom({
        sheet: sheetOf(rowsOf([['a']])),
        styles: `<styleSheet><numFmts>${formats}</numFmts></styleSheet>`,
      });
    }),
  ),
  once(
    'courses',
    sheet('cells that hold nothing', () => `<row r="1">${'<c/>'.repeat(16_000_000)}</row>`),
  ),
  once(
    'courses',
    sheet('rows that hold nothing', () => '<row/>'.repeat(11_000_000)),
  ),
  sheet('marks that say nothing', () => '<!---->'.repeat(9_000_000)),
  book('as many cells as there may be, each with a text of its own', (v) => {
    const [columns, rows] = [columnsOf(v), Math.floor(740_000 / columnsOf(v))];
    const cell = (n: number) => `<c t="s"><v>${n}</v></c>`;
    const line = (y: number) => `<row>${different(columns, (x) => cell(y * columns + x)).join('')}</row>`;
    const texts = textsOf(different(columns * rows, (n) => `欧阳思远${n}`));
    return bookFrom({ sheet: sheetOf(different(rows, line).join('')), texts });
  }),
  book('texts that stand in far more than they are', (v) => {
    const columns = columnsOf(v);
    const cell = (n: number) => `<c t="str" x="${'x'.repeat(52)}"><v>部门${String(n).padEnd(11, 'x')}</v></c>`;
    const line = (y: number) => `<row>${different(columns, (x) => cell(y * columns + x)).join('')}</row>`;
    const rows = Math.floor((63 * MB) / (line(0).length + 4 * columns));
    return bookFrom({ sheet: sheetOf(different(Math.min(rows, 149_000), line).join('')) });
  }),
  book('as many cells as there may be, each with its text in it', (v) => {
    const [columns, rows] = [columnsOf(v), Math.floor(950_000 / columnsOf(v))];
    const cell = (n: number) => `<c t="str"><v>部门${String(n).padEnd(11, 'x')}</v></c>`;
    const line = (y: number) => `<row>${different(columns, (x) => cell(y * columns + x)).join('')}</row>`;
    return bookFrom({ sheet: sheetOf(different(rows, line).join('')) });
  }),
];
