import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import writeXlsxFile from 'write-excel-file/node';
import { readTable, writeCsv } from '../../files/table.ts';

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
