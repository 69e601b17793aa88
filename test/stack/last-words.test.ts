import { describe, expect, it } from '@jest/globals';
import { LastWords } from '../../stack/last-words.ts';

const saidLast = (...printed: string[]) => {
  const words = new LastWords();
  for (const piece of printed) words.hear(piece);
  return words.sentence;
};
const entry = (level: number, msg: string) => `${JSON.stringify({ level, msg })}\n`;

describe('what a process said last', () => {
  it('is its fatal entry, whatever comes behind it', () => {
    expect(saidLast(entry(30, 'Waiting.'), entry(60, 'It is away.'), '\n(node:1) Warning: old\n')).toBe('It is away.');
  });

  it('is put together from the pieces in which it came', () => {
    const line = entry(60, '数据库没有回答。');
    expect(saidLast(line.slice(0, 9), line.slice(9))).toBe('数据库没有回答。');
  });

  it('is the error that Node ended it with', () => {
    const crash =
      '/app/a.js:3\n  throw new TypeError("x")\n\nTypeError: x is not y\n    at a.js:3:9\n\nNode.js v20.11.0\n';
    expect(saidLast(entry(30, 'ready'), crash)).toBe('TypeError: x is not y');
  });

  it('is its last line when nothing tells more, and no page', () => {
    expect(saidLast('one\n', 'two\n\n')).toBe('two');
    expect(saidLast(entry(30, 'Waiting.'))).toBe('Waiting.');
    expect(saidLast('x'.repeat(100_000))).toHaveLength(500);
    expect(saidLast()).toBe('');
  });
});
