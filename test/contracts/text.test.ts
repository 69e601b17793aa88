import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { cleaned, composed, onOneLine } from '../../contracts/cleaned.ts';
import { Answer } from '../../contracts/form.ts';
import { ImportedAbsence, ImportedPerson } from '../../contracts/organisation.ts';
import { isOpen, isSealed, personal } from '../../contracts/private.ts';
import { line, prose, Reason } from '../../contracts/text.ts';

describe('a text is cleaned before anybody works with it', () => {
  test.each([
    ['a NUL and other controls', 'Process\u0000 Engi\u0007neering\u009f', 'Process Engineering'],
    ['half an emoji', 'well done \ud83d', 'well done \ufffd'],
    ['the other half', '\ude00 well done', '\ufffd well done'],
    ['what is no character', 'a\ufffe\uffffb', 'ab'],
    ['a letter in two parts', 'Zu\u0308rich', 'Zürich'],
    ['lines of Windows, of old Macs and of word processors', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['blanks around it', '\ufeff \u3000 内训师 \n', '内训师'],
    ['nothing that can be seen', '\u200b\u2060\u00ad \u3164', ''],
    ['a whole emoji, joined ones and text from right to left', '👩‍🏫 سارة', '👩‍🏫 سارة'],
  ])('%s', (_, written, kept) => {
    expect(cleaned(written)).toBe(kept);
    expect(cleaned(cleaned(written))).toBe(kept);
  });

  test('a name is one line, and lengths are those of what is kept', () => {
    expect(line(10).parse('  Ann\r\nLee\t ')).toBe('Ann Lee');
    expect(line(3).parse('\u0000\u0000\u0000Ann')).toBe('Ann');
    expect(line(3).safeParse('Anna').error?.issues[0]?.message).toBe('must have at most 3 characters');
    expect(line(3).safeParse('\u200b').error?.issues[0]?.message).toBe('must not be empty');
    expect(prose(10, 0).parse('\u200b')).toBe('');
    expect(Reason.safeParse('\u200b\u200b\u200b').error?.issues[0]?.message).toBe(
      'Say why in at least three characters.',
    );
  });

  test('its schema can be shown as JSON Schema', () => {
    expect(z.toJSONSchema(line(10), { io: 'input' })).toMatchObject({ type: 'string', minLength: 1, maxLength: 10 });
  });
});

describe('what a text costs grows with its length, whatever is in it', () => {
  const normalize = jest.spyOn(String.prototype, 'normalize');
  beforeEach(() => void normalize.mockClear());
  const MARKS = '\u0345'.repeat(150_000) + '\u0334'.repeat(150_000);

  test.each([
    ['a line', line(200), 'must have at most 200 characters'],
    ['prose', prose(20_000), 'must have at most 20000 characters'],
    ['a reason', Reason, 'Keep the reason under 2,000 characters.'],
  ])('%s that is far too long is refused before it is looked into', (_, schema, refusal) => {
    // The second would be short enough when it is cleaned.
    for (const text of [`a${MARKS}`, `Ann${'\u0007'.repeat(300_000)}`]) {
      const { error } = schema.safeParse(text);
      expect(error?.issues.map(({ message }) => message)).toEqual([refusal]);
    }
    expect(normalize).not.toHaveBeenCalled();
  });

  test('a name in parts, with blanks around it, has as much room as one in whole', () => {
    expect(line(3).parse(`${' '.repeat(900)}${'각힣앎'.normalize('NFD')}`)).toBe('각힣앎');
    expect(prose(4000).parse('ệ'.repeat(4000).normalize('NFD'))).toHaveLength(4000);
  });

  test('nothing in it turns the direction of what is around it', () => {
    expect(line(60).parse('Zhang\u202egnp.exe\u202c')).toBe('Zhanggnp.exe');
    expect(prose(60).parse('\u2067שָׁלוֹם\u2069 \u200fسارة\u200e')).toBe('שָׁלוֹם \u200fسارة\u200e');
    expect(line(60).safeParse('\u202a\u2066').success).toBe(false);
  });

  test('no more than thirty marks in a row are ordered and composed', () => {
    for (const clean of [cleaned, onOneLine, composed]) {
      expect(clean(`a${MARKS}b${MARKS}\n`).trim()).toBe(`a${'\u0345'.repeat(30)}b${'\u0345'.repeat(30)}`);
      expect(clean(clean(`a${'\u0344'.repeat(100)}`))).toBe(clean(`a${'\u0344'.repeat(100)}`));
    }
    // Whatever is taken out between two marks puts them in a row.
    cleaned('\u0345\u0334\u0000'.repeat(1000));
    for (const text of normalize.mock.contexts) expect(text).not.toMatch(/[\p{M}\u{16d67}]{31}/u);
  });

  test('beside marks and Hangul, one letter only is composed with what is before it', () => {
    const found: string[] = [];
    for (let point = 0xa0; point <= 0x10ffff; point++) {
      const letter = String.fromCodePoint(point);
      if (/[\p{M}\p{Cs}\p{Cn}\p{Co}\p{Script=Hangul}\p{Script=Han}]/u.test(letter)) continue;
      const [one, four] = [letter.normalize('NFC'), letter.repeat(4).normalize('NFC')];
      if (four !== one.repeat(4)) found.push(letter);
    }
    expect(found).toEqual(['\u{16d67}']);
  });

  const parts = [
    'Nguyễn Thị Diệu',
    '김철수 각',
    'क्षत्रिय श्रीनिवास',
    'শ্রীকৃষ্ণ কোচ',
    '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣',
    'சௌமியா',
    '内训师 が',
    'سَارَةُ',
    'שָׁלוֹם',
    'Å ﬁ',
    '\r\n',
    ' ',
  ];
  const written = fc
    .array(fc.tuple(fc.constantFrom(...parts), fc.constantFrom('NFC', 'NFD', 'NFKD')), { minLength: 1, maxLength: 12 })
    .map((words) => words.map(([word, form]) => word.normalize(form)).join(''));

  test('what people write is composed as Unicode has it', () => {
    fc.assert(
      fc.property(fc.oneof(written, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        fc.pre(!/[\p{M}\u{16d67}]{31}/u.test(text));
        expect(composed(text)).toBe(text.normalize('NFC'));
        const whole = text
          .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
          .replace(/[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069]/gu, '')
          .replace(/\p{Cs}/gu, '\ufffd')
          .normalize('NFC')
          .trim();
        expect([whole, '']).toContain(cleaned(text));
        if (/[\p{L}\p{N}]/u.test(whole.replace(/\p{Default_Ignorable_Code_Point}/gu, '')))
          expect(cleaned(text)).toBe(whole);
      }),
    );
  });
});

test('names of people and words of answers are cleaned, in the keys as well', () => {
  expect(ImportedPerson.shape.name.parse('Mu\u0308ller\u0000')).toBe('Müller');
  expect(Answer.parse({ 'why\u0000': ['N-00001\ud83d'], words: 'yes\u0007' })).toEqual({
    why: ['N-00001\ufffd'],
    words: 'yes',
  });
});

test('an absence without an end is written 9999-12-31 by personnel systems, and lasts as long as time', () => {
  const absence = { person: 'E1', from: '1800-01-01', to: '9999-12-31', kind: 'long-term' };
  expect(ImportedAbsence.parse(absence)).toMatchObject({ from: '1900-01-01', to: '2100-12-31' });
  for (const to of ['2027-02-30', '10000-01-01', '+010000-01-01', '2027-1-1', ''])
    expect(ImportedAbsence.safeParse({ ...absence, to }).success).toBe(false);
});

test('what people send is never taken for a private text of ours', () => {
  const [theirs, ours] = [{ of: 'E1', open: 'x' }, personal('E1', 'x')];
  expect([isOpen(theirs), isOpen(ours)]).toEqual([false, true]);
  expect([isSealed({ of: 'E1', sealed: 'x' }), isSealed({ of: {}, $sealed: 'x' })]).toEqual([false, false]);
  expect(isSealed({ of: 'E1', $sealed: 'x' })).toBe(true);
});
