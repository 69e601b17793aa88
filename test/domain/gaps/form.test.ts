import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Field, Form } from '../../../contracts/form.ts';
import { Code } from '../../../contracts/organisation.ts';
import { ratingsOfAnswers } from '../../../domain/gaps/answers.ts';
import { elementOfKey, fieldKeyOf, fitsFieldKey } from '../../../domain/gaps/field-key.ts';
import { obstacleToRating, ratingForm } from '../../../domain/gaps/form.ts';
import { post } from './company.ts';

const anyElement = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

describe('the key of the field for an element', () => {
  test.each([
    ['2.A.1.d', 'e_2_A_1_d'],
    ['S.01', 'e_S_01'],
    ['a_b-c', 'e_a-ub--c'],
  ])('of %s is %s', (element, key) => {
    expect(fieldKeyOf(element)).toBe(key);
    expect(elementOfKey(key)).toBe(element);
  });

  test('leads back to the element, and fits a form when it says so', () => {
    fc.assert(
      fc.property(anyElement, (element) => {
        expect(Code.safeParse(element).success).toBe(true);
        expect(elementOfKey(fieldKeyOf(element))).toBe(element);
        expect(Field.options[0].shape.key.safeParse(fieldKeyOf(element)).success).toBe(fitsFieldKey(element));
      }),
    );
  });

  test('is the only one that leads to its element', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^e_[A-Za-z0-9u_-]{1,20}$/), (key) => {
        const element = elementOfKey(key);
        if (element !== null) expect(fieldKeyOf(element)).toBe(key);
      }),
    );
  });

  test.each(['remarks', 'evidence', 'e_', 'e__a', 'e_a-b', 'e_a---b'])('is not %s', (key) => {
    expect(elementOfKey(key)).toBeNull();
  });
});

describe('the form in which a post is rated', () => {
  const [, clerk] = post('clerk', '2.A.1.d 4.00 3.25', 'S.01 3.10 5');

  test('asks for a level from 0 to 7 in halves for each element, and obliges nobody to guess', () => {
    const form = ratingForm(clerk);
    expect(Form.parse(form)).toEqual(form);
    expect(form.fields[0]).toEqual({
      kind: 'score',
      key: 'e_2_A_1_d',
      label: { en: '2.A.1.d', 'zh-CN': '2.A.1.d' },
      wanted: 3.25,
      required: false,
      min: 0,
      max: 7,
      step: 0.5,
    });
  });

  test.each([
    ['no element', post('P'), 'The post P has no ability model; import its elements first.'],
    [
      'more elements than a form holds',
      post('P', ...Array.from({ length: 61 }, (_, n) => `S.${n} 1 1`)),
      'The post P has 61 elements, and a form holds 60; keep the most important.',
    ],
    [
      'an element with a very long id',
      post('P', `${'x'.repeat(39)} 1 1`),
      /^The element x{39} of the post P has an id that is too long/,
    ],
  ])('cannot be made for a post with %s', (_, [, one], sentence) => {
    expect(obstacleToRating(one)).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
    expect(() => ratingForm(one)).toThrow(sentence);
  });

  test('is read back: levels become ratings, what is left out or empty stays missing', () => {
    const answer = { e_2_A_1_d: 3.5, e_S_01: null, remarks: 'is on leave', evidence: 4 };
    expect(ratingsOfAnswers([{ person: 'E1', rater: 'E9', answer }])).toEqual([
      { person: 'E1', element: '2.A.1.d', rating: 3.5, rater: 'E9' },
    ]);
  });
});
