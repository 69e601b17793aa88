import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { Answer } from '../../contracts/form.ts';
import { ImportedAbsence, ImportedPerson } from '../../contracts/organisation.ts';
import { isOpen, isSealed, personal } from '../../contracts/private.ts';
import { cleaned, line, prose, Reason } from '../../contracts/text.ts';

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
