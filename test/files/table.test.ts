import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import writeXlsxFile from 'write-excel-file/node';
import { z } from 'zod';
import { FileFaults } from '../../files/faults.ts';
import { readRooms } from '../../files/rooms.ts';
import { readRows } from '../../files/rows.ts';
import { readTable, writeCsv } from '../../files/table.ts';
import { encodingOf } from '../../files/text.ts';
import { type BookSheet, bookOf } from './book.ts';
import { bookFrom } from './hostile/books.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const cells = async (content: Uint8Array, name = 'x.csv') =>
  (await readTable(content, name)).rows.map((row) => row.cells);

describe('the same table', () => {
  const text = 'id,名称\nE1,欧阳思远\n';
  const expected = [{ id: 'E1', 名称: '欧阳思远' }];

  test.each([
    ['UTF-8', bytes(text)],
    ['UTF-8 with byte order mark', bytes(`\uFEFF${text}`)],
    ['GB18030', new Uint8Array(iconv.encode(text, 'gb18030'))],
    ['carriage returns', bytes(text.replaceAll('\n', '\r\n'))],
    ['no line feed at the end', bytes(text.trimEnd())],
  ])('in %s', async (_, content) => {
    expect(await cells(content)).toEqual(expected);
  });

  test('in a workbook, with figures, days and flags as text', async () => {
    const day = { value: new Date('2026-02-03'), type: Date, format: 'yyyy-mm-dd' };
    const sheet = [
      [{ value: 'id' }, { value: 'on' }, { value: 'level' }, { value: 'yes' }],
      [{ value: '思远' }, day, { value: 4.25, type: Number }, { value: true, type: Boolean }],
    ];
    const content = await (await writeXlsxFile(sheet as never)).toBuffer();
    expect(await cells(content, 'x.xlsx')).toEqual([{ id: '思远', on: '2026-02-03', level: '4.25', yes: 'true' }]);
  });
});

test.each([
  ['职员', 'gb18030', '职员'],
  ['Müller, Yılmaz, Ąžuolas', 'utf8', 'Müller, Yılmaz, Ąžuolas'],
  ['حداد', 'utf8', 'حداد'],
  ['Лев', 'utf8', 'Лев'],
])(
  'two Chinese characters that are valid UTF-8 by chance are told from other scripts: %s',
  async (text, encoding, read) => {
    expect(await cells(new Uint8Array(iconv.encode(`a\n"${text}"\n`, encoding)))).toEqual([{ a: read }]);
  },
);

describe('an encoding is not guessed', () => {
  const people = (names: string) =>
    `employee_id,name\n${names
      .split(' ')
      .map((name, n) => `E${n},${name}\n`)
      .join('')}`;

  test.each([
    ['windows-1252', 'Jürgen Müller Zoë Größe Ås'],
    ['windows-1250', 'Łukasz Świętokrzyska Žižek'],
    ['windows-1251', 'Иванов Лев Щукин Ёлкин'],
    ['windows-1253', 'Ελένη Παπαδοπούλου'],
    ['macroman', 'Jürgen Müller'],
  ])('%s is refused and not taken for Chinese', async (encoding, names) => {
    await expect(readTable(new Uint8Array(iconv.encode(people(names), encoding)), 'x.csv')).rejects.toThrow(
      'x.csv is neither in UTF-8 nor in GB18030; save it again as "CSV UTF-8".',
    );
  });

  test.each(['朱镕基 陶喆 李珺 黄堃', '欧阳思远 诸葛晨曦 阿依古丽·买买提', '王𠮷 李㛃（副）', '职员'])(
    'Chinese in GB18030 is: %s',
    async (names) => {
      const bytes = new Uint8Array(iconv.encode(people(names), 'gb18030'));
      expect((await cells(bytes)).map(({ name }) => name)).toEqual(names.split(' '));
      expect(encodingOf(bytes)).toBe('GB18030');
    },
  );
});

describe('what a spreadsheet leaves behind', () => {
  test('rows of nothing are looked past', async () => {
    const { rows } = await readTable(bytes('a,b\n1,2\n,\n , \n3,4\n,\n,,,\n'), 'x.csv');
    expect(rows.map(({ line, cells: row }) => [line, row.a])).toEqual([
      [2, '1'],
      [5, '3'],
    ]);
  });

  test.each([
    ['semicolons', 'a;b\n1;2,5\n', 'a;b'],
    ['semicolons and quotes', '"a";"b, c"\n"1";"2"\n', '"a";"b, c"'],
    ['tabs', 'a\tb\n1\t2\n', 'a b'],
  ])('%s between the columns are told in the same words for all', async (_, text, header) => {
    await expect(readTable(bytes(text), 'x.csv')).rejects.toMatchObject({
      faults: [`x.csv line 1: there is no column but "${header}". Separate the columns by commas.`],
    });
  });

  test.each([1, 16_383, 16_384, 16_385, 100_000])(
    'quotation marks in a cell are read as they were, %d of them',
    async (n) => {
      for (const cell of ['"'.repeat(n), `${'x'.repeat(n)}"`, `"${'x'.repeat(n)}""`, '"x'.repeat(n)]) {
        const { rows } = await readTable(bytes(writeCsv(['a', 'b'], [{ a: cell, b: 'next' }])), 'x.csv');
        expect(rows.map(({ cells }) => [cells.a === cell, cells.b])).toEqual([[true, 'next']]);
      }
    },
  );

  test('one column with a comma in its quotes is one column', async () => {
    expect(await cells(bytes('"a; b, c"\n1\n'))).toEqual([{ 'a; b, c': '1' }]);
  });
});

describe('in a workbook', () => {
  const head = ['id', 'level', ''];
  const faultsOf = async (...sheets: BookSheet[]) =>
    readTable(bookOf(...sheets), 'x.xlsx').then(
      () => [],
      (error: { faults: readonly string[] }) => error.faults,
    );

  test('errors and formulas without a value are refused, wherever a column has a name', async () => {
    const broken = [
      [],
      head,
      ['E1', { error: '#N/A' }, { error: '#REF!' }],
      [{ formula: 'A1' }, { formula: '1+1', value: '2' }],
      ['E2', { formula: '""', text: '' }],
      [{ error: '#DIV/0!' }],
    ];
    expect(await faultsOf({ rows: broken })).toEqual([
      'x.xlsx line 3, column level: "#N/A" is an error of the spreadsheet; correct its formula, or empty the cell.',
      'x.xlsx line 4, column id: its formula has no value; open the file with the spreadsheet program, save it and send it again.',
      'x.xlsx line 6, column id: "#DIV/0!" is an error of the spreadsheet; correct its formula, or empty the cell.',
    ]);
  });

  test('formulas with a value are read, those that give nothing as nothing', async () => {
    const rows = [head, ['E1', { formula: '1+1', value: '2' }], ['E2', { formula: 'IF(1,"")', text: '' }]];
    expect((await readTable(bookOf({ rows }), 'x.xlsx')).rows.map(({ cells: { id, level } }) => [id, level])).toEqual([
      ['E1', '2'],
      ['E2', ''],
    ]);
  });

  test('merged cells are named, unless they lie beside the table', async () => {
    const rows = [head, ['E1', '1'], ['', '2'], ['E3', '3', '', 'note']];
    expect(await faultsOf({ rows, merged: ['A2:A3', 'B4:C4', 'D4:E9'] })).toEqual([
      'x.xlsx lines 2 to 3, column id: cells are merged there; undo the merge and fill in every cell.',
      'x.xlsx line 4, column level: cells are merged there; undo the merge and fill in every cell.',
    ]);
    expect(await faultsOf({ rows, merged: ['D4:E9'] })).toEqual([]);
  });

  test('nothing is an empty file, whatever is merged in it', async () => {
    const faults = ['x.xlsx is empty; its first line must name the columns.'];
    expect(await faultsOf({ rows: [], merged: ['A1:B2'] })).toEqual(faults);
  });

  test('does not read a workbook that hides its only sheet, which may reach to the last cell there is', async () => {
    const hidden = { name: 'far', state: 'hidden', rows: [['a'], ['b']] } as const;
    await expect(readTable(bookOf(hidden), 'x.xlsx')).rejects.toThrow(/if its sheet is hidden, show it/);
  });

  test('the first sheet that can be seen is read, and named when there are others', async () => {
    const hidden = { name: 'Lists & "more"', state: 'hidden', rows: [['a'], ['b']] } as const;
    const veryHidden = { ...hidden, name: 'Codes', state: 'veryHidden' } as const;
    const seen = { name: 'Müller & Söhne <1>', rows: [head, ['E1', 'x']] };
    const table = await readTable(bookOf(hidden, veryHidden, seen), 'x.xlsx');
    expect(table).toMatchObject({
      name: 'x.xlsx (sheet "Müller & Söhne <1>")',
      rows: [{ cells: { id: 'E1', level: 'x' } }],
    });
    expect((await readTable(bookOf(seen), 'x.xlsx')).name).toBe('x.xlsx');
  });

  test('a cell far outside of the table is named, before a grid is made of it', async () => {
    const rows = [head, ['E1', '1']];
    expect(await faultsOf({ rows, far: 'XFD1048576' })).toEqual([
      'x.xlsx reaches to XFD1048576; delete what stands far outside of the table.',
    ]);
  });

  test('a sheet that unfolds to more than a machine should hold is refused', async () => {
    const bomb = bookFrom({ sheet: ' '.repeat(101 * 1_048_576) });
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(readTable(bomb, 'x.xlsx')).rejects.toThrow(
      'x.xlsx is too large when it is unpacked; divide it into several files.',
    );
  });

  test('whatever else is in it, a sentence comes of it', async () => {
    const good = bookOf({ rows: [head, ['E1', { error: '#N/A' }], ['E2', { formula: '1' }]], merged: ['A2:B3'] });
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }), fc.nat(40), async (at, byte, cut) => {
        const spoilt = good.slice(0, good.length - cut);
        if (at < spoilt.length) spoilt[at] = byte;
        await readTable(spoilt, 'x.xlsx').catch((error) => expect(error).toBeInstanceOf(FileFaults));
      }),
      { numRuns: 200 },
    );
  });
});

describe('lines', () => {
  test('are counted past blank lines and line breaks inside quotes', async () => {
    const { rows } = await readTable(bytes('a,b\n1,"x\ny"\n\n2,z\n'), 'x.csv');
    expect(rows.map(({ line }) => line)).toEqual([2, 5]);
  });

  test.each([
    [
      'a,b\n1,2\n3\n4,5,6\n',
      ['x.csv line 3: has 1 cells, the header has 2.', 'x.csv line 4: has 3 cells, the header has 2.'],
    ],
    ['', ['x.csv is empty; its first line must name the columns.']],
    ['a,a\n1,2\n', ['x.csv has the column a twice; leave one out.']],
    ['a,b\n1,"2\n', [expect.stringMatching(/^x\.csv line \d+: a quotation mark is out of place/)]],
  ])('that do not fit are all told: %j', async (text, faults) => {
    await expect(readTable(bytes(text), 'x.csv')).rejects.toMatchObject({ faults });
  });

  test('of bytes in no known encoding are refused', async () => {
    await expect(readTable(new Uint8Array([97, 10, 0xff, 0xff, 0xff, 10]), 'x.csv')).rejects.toThrow(
      'x.csv is neither in UTF-8 nor in GB18030',
    );
    await expect(readTable(bytes('a'), 'x.xlsx')).rejects.toThrow('x.xlsx is not a workbook that can be read');
  });
});

test('what is written is read back', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `_${text.replaceAll('\r', '')}`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ a: cell, b: cell }), { minLength: 1, maxLength: 8 }), async (rows) => {
      expect(await cells(bytes(writeCsv(['a', 'b'], rows)))).toEqual(rows);
    }),
  );
});

describe('a table that holds more than a table does is refused with one sentence', () => {
  const refused = async (text: string, name = 'x.csv'): Promise<readonly string[]> => {
    try {
      await readTable(bytes(text), name);
    } catch (error) {
      if (error instanceof FileFaults) return error.faults;
      throw error;
    }
    return [];
  };
  const header = (columns: number) => Array.from({ length: columns }, (_, i) => `c${i}`).join(',');

  test('columns, in a moment', async () => {
    expect(await refused(`${header(2_000)}\n`)).toEqual([]);
    expect(await refused(`${header(60_000)}\n`)).toEqual([
      'x.csv has 60000 columns, and may have 2000; leave out those that are not needed.',
    ]);
  });

  test('rows, cells and what is never closed', async () => {
    expect(await refused(`a\n${'b\n'.repeat(150_000)}`)).toEqual([]);
    expect(await refused(`a\n${'b\n'.repeat(150_001)}`)).toEqual([
      'x.csv has more than 150000 rows; divide it into several files.',
    ]);
    expect(await refused(`${header(500)}\n${`${','.repeat(499)}\n`.repeat(8_000)}`)).toEqual([
      'x.csv has more than 1000000 cells; divide it into several files.',
    ]);
    expect(await refused(`a,b\n1,"${'x'.repeat(5_000_000)}`)).toEqual([
      expect.stringMatching(/^x\.csv line \d+: is longer than any line of a table; .* not closed\.$/),
    ]);
  });

  test('rows, for what there are never so many of', async () => {
    const rooms = (rows: number) =>
      readTable(bytes(`room_id,name,seats\n${'R-1,Hall,9\n'.repeat(rows)}`), 'x.csv').then((table) => readRooms(table));
    await expect(rooms(20_001)).rejects.toThrow(
      'x.csv has 20001 rows, and may have 20000; leave out those that are not needed.',
    );
    await expect(rooms(2)).rejects.toThrow('is in line 2 already');
  });

  test('merged areas of a workbook', async () => {
    const merged = Array.from({ length: 10_001 }, (_, i) => `A${i + 2}:XFD${i + 2}`);
    const faults = readTable(bookOf({ rows: [['id']], merged }), 'x.xlsx');
    await expect(faults).rejects.toThrow('x.xlsx has more than 10000 merged areas; undo the merges');
  });
});

test('of very many faults the first are kept, by line, with the number of the others', async () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => `b,${i}\n`).join('');
  const table = await readTable(bytes(`a,id\n${rows}`), 'x.csv');
  const schema = z.object({ a: z.literal('a', 'must be a'), id: z.string() });
  const read = () => readRows(table, schema, ['id'], { beside: ['x.csv line 9, column z: "" is odd'] });
  expect(read).toThrow(
    /^x\.csv line 2, column a: "b" must be a\n.*line 9, column z.*\nand at least 4000 more faults\.$/s,
  );
  const uneven = readTable(bytes(`a,b\n${'c\n'.repeat(5_000)}`), 'x.csv');
  await expect(uneven).rejects.toMatchObject({ more: 4_000, faults: { length: 1_000 } });
});
