import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { applicationCode } from '../../../domain/selection/code.ts';

const secretsOf = (key: string) => (purpose: string) => createHmac('sha256', key).update(purpose).digest('hex');
const ours = secretsOf('ours');
const free = () => false;

test('a code is neutral, the same every time, and free even where secrets collide', () => {
  const taken = new Set<string>();
  for (let n = 0; n < 5000; n++) {
    const code = applicationCode('selection:a', `E${n}`, ours, (c) => taken.has(c));
    expect(code).toMatch(/^A-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(taken.has(code)).toBe(false);
    taken.add(code);
  }
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), (person) => {
      expect(applicationCode('selection:a', person, ours, free)).toBe(
        applicationCode('selection:a', person, ours, free),
      );
    }),
  );
  expect(applicationCode('selection:a', 'E1', ours, free)).not.toBe(applicationCode('selection:b', 'E1', ours, free));
});

test('whoever knows everybody’s id cannot tell whose a code is without the installation’s key', () => {
  const people = Array.from({ length: 2000 }, (_, n) => `E${n}`);
  const codes = people.map((person) => applicationCode('selection:a', person, ours, free));
  const guessed = people.map((person) => applicationCode('selection:a', person, secretsOf('another'), free));
  const found = people.filter((_, n) => codes.indexOf(guessed[n]!) === n);
  expect(found.length).toBeLessThan(3);
});

test('when four letters run short there is a fifth', () => {
  const code = applicationCode('selection:a', 'E1', ours, (c) => c.length === 'A-7K3Q'.length);
  expect(code).toMatch(/^A-[0-9A-HJKMNP-TV-Z]{5}$/);
});
