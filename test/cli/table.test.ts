import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { print, printJson, say } from '../../cli/io.ts';
import { table, width } from '../../cli/table.ts';
import { ioOf } from './terminal.ts';

test.each([
  ['Zoë', 3],
  ['Zoe\u0308', 3],
  ['诸葛晨曦', 8],
  ['𠀋𪛐', 4],
  ['김철수', 6],
  ['김철수'.normalize('NFD'), 6],
  ['สมชาย', 5],
  ['🦉', 2],
  ['👩‍👩‍👧‍👦', 2],
  ['🇨🇳', 2],
  ['1️⃣', 2],
  ['ｱ', 1],
  ['Ａ', 2],
  ['a\u200bb\ufeff', 2],
])('%s takes %i columns', (text, columns) => expect(width(text)).toBe(columns));

test('columns stand below each other, whatever is in them', () => {
  const rows = ['Zoë', '诸葛晨曦', '👩‍👩‍👧‍👦 family', 'a\nb\tc'].map((name, i) => [name, i]);
  const lines = table(['NAME', 'N'], rows).split('\n');
  expect(lines).toHaveLength(5);
  expect(new Set(lines.map(width)).size).toBe(1);
});

describe('what people have written commands no terminal', () => {
  const COMMANDING = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u;

  test.each(['\u001b[2J', '\u009b31m', 'a\rb', '\u202egnp', '\u0007', '\u001b]8;;https://x\u0007y'])('%j', (text) => {
    const { io, out, err } = ioOf();
    print(io, text);
    say(io, text);
    printJson(io, { text });
    print(io, table(['A'], [[text]]));
    expect(out.text + err.text).not.toMatch(COMMANDING);
  });

  test('any text is shown in one row, and JSON says it as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const { io, out } = ioOf();
        printJson(io, { text });
        expect(out.text).not.toMatch(COMMANDING);
        expect(JSON.parse(out.text)).toEqual({ text });
        expect(table(['A'], [[text]]).split('\n')).toHaveLength(2);
      }),
    );
  });
});
