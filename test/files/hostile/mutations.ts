import iconv from 'iconv-lite';
import { bookFrom, rowsOf, sheetOf, textsOf } from './books.ts';
import type { Chance } from './chance.ts';
import { FILE_DOORS, type FileDoor } from './doors.ts';

/** A file to be read at a door, and what was done to it. */
export interface HostileFile {
  readonly door: string;
  readonly name: string;
  readonly what: string;
  readonly bytes: Buffer;
}

/** What may stand in a cell and is nothing that anybody expects. */
const WORDS = [
  ...[
    '',
    ' ',
    "'",
    '"',
    '""',
    '=1+1',
    '＝1',
    '@x',
    '\0',
    '\ufffe',
    '\ud800',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\r',
    '\n',
    '\t',
  ],
  ...['9'.repeat(400), '1e999', '1e5', 'NaN', 'Infinity', '-0', '0x10', '١٢', '１２', '1,5', '1.5.5', '.5', '5.', '+1'],
  ...['2027-02-30', '0001-01-01', '9999-12-31', '2027-1-1', '27.03.2027', '2027-01-01/2026-01-01', '2027-01-01/', '/'],
  ...[
    '|',
    '|||',
    'E001|E001',
    'a|'.repeat(300),
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    '[object Object]',
  ],
  ...[
    'true',
    'TRUE',
    '是',
    '👩‍👩‍👧‍👦',
    'é'.normalize('NFD'),
    'a\u0345'.repeat(500),
    'x'.repeat(40_000),
    '_x0041_',
    '_xD800_',
    '&lt;',
  ],
] as const;

type Rows = string[][];
const cellsOf = (text: string): Rows => text.split('\n').map((line) => line.split(','));

/** What is done to the cells of a table, whatever it is then written as. */
const CHANGES: Readonly<Record<string, (rows: Rows, chance: Chance) => Rows>> = {
  'words in cells': (rows, chance) => {
    for (let left = 1 + chance.below(6); left > 0; left--) {
      const row = rows[chance.below(rows.length)]!;
      row[chance.below(row.length)] = chance.of(WORDS);
    }
    return rows;
  },
  'a column less': (rows, chance) => {
    const at = chance.below(rows[0]!.length);
    return rows.map((row) => row.filter((_, x) => x !== at));
  },
  'a column twice': (rows, chance) => {
    const at = chance.below(rows[0]!.length);
    return rows.map((row) => [...row, row[at] ?? '']);
  },
  'rows again': (rows, chance) => [...rows, ...Array.from({ length: chance.below(3000) }, () => [...chance.of(rows)])],
  'cells too many or too few': (rows, chance) =>
    rows.map((row) => (chance.next() < 0.2 ? row.slice(chance.below(row.length)) : row)),
  'a column of one word': (rows, chance) => {
    const [at, word] = [chance.below(rows[0]!.length), chance.of(WORDS)];
    return rows.map((row, y) => (y === 0 ? row : row.map((cell, x) => (x === at ? word : cell))));
  },
  'columns in another order': (rows, chance) => {
    const order = rows[0]!.map((_, x) => x).sort(() => chance.next() - 0.5);
    return rows.map((row) => order.map((x) => row[x] ?? ''));
  },
  'as it is': (rows) => rows,
};

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csvOf = (rows: Rows, separator = ',') => `${rows.map((row) => row.map(quoted).join(separator)).join('\n')}\n`;

/** In what they are written. */
const FORMS: Readonly<Record<string, (rows: Rows) => { readonly name: string; readonly bytes: Buffer }>> = {
  csv: (rows) => ({ name: 'x.csv', bytes: Buffer.from(csvOf(rows)) }),
  'csv with a mark': (rows) => ({ name: 'x.CSV', bytes: Buffer.from(`\ufeff${csvOf(rows)}`) }),
  tabs: (rows) => ({ name: 'x.csv', bytes: Buffer.from(csvOf(rows, '\t')) }),
  semicolons: (rows) => ({ name: 'x.csv', bytes: Buffer.from(csvOf(rows, ';')) }),
  gb18030: (rows) => ({ name: 'x.csv', bytes: iconv.encode(csvOf(rows), 'gb18030') }),
  'utf-16': (rows) => ({ name: 'x.csv', bytes: iconv.encode(csvOf(rows), 'utf16le', { addBOM: true }) }),
  latin: (rows) => ({ name: 'x.csv', bytes: iconv.encode(csvOf(rows), 'windows-1252') }),
  xlsx: (rows) => ({ name: 'x.xlsx', bytes: bookFrom({ sheet: sheetOf(rowsOf(rows)) }) }),
  'xlsx with shared texts': (rows) => {
    const texts = [...new Set(rows.flat())];
    const number = new Map(texts.map((text, at) => [text, at]));
    const cell = (text: string) => `<c t="s"><v>${number.get(text)}</v></c>`;
    const sheet = sheetOf(rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join(''));
    return { name: 'x.XLSX', bytes: bookFrom({ sheet, texts: textsOf(texts) }) };
  },
};

/** What is done to the bytes in the end. */
const DAMAGES: Readonly<Record<string, (bytes: Buffer, chance: Chance) => Buffer>> = {
  none: (bytes) => bytes,
  'other bytes': (bytes, chance) => {
    for (let left = 1 + chance.below(12); left > 0 && bytes.length; left--)
      bytes[chance.below(bytes.length)] = chance.below(256);
    return bytes;
  },
  'cut off': (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1)),
  'a piece twice': (bytes, chance) => {
    const [from, to] = [chance.below(bytes.length + 1), chance.below(bytes.length + 1)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  'a piece less': (bytes, chance) => {
    const from = chance.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + chance.below(200))]);
  },
};

/** Hostile files without an end, made from those that are as they should be: the same seed gives the same ones. */
export function* hostileFiles(chance: Chance, doors: readonly FileDoor[] = FILE_DOORS): Generator<HostileFile> {
  for (;;) {
    const { door, valid } = chance.of(doors);
    const [change, form, damage] = [CHANGES, FORMS, DAMAGES].map((all) => chance.of(Object.keys(all))) as [
      string,
      string,
      string,
    ];
    const { name, bytes } = FORMS[form]!(CHANGES[change]!(cellsOf(valid), chance));
    yield { door, name, what: `${change}, ${form}, ${damage}`, bytes: DAMAGES[damage]!(bytes, chance) };
  }
}
