import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { applicationCode } from '../../../domain/selection/code.ts';

test('a code is neutral, the same every time, and free even where hashes collide', () => {
  const taken = new Set<string>();
  for (let n = 0; n < 5000; n++) {
    const code = applicationCode('selection:a', `E${n}`, (c) => taken.has(c));
    expect(code).toMatch(/^A-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(taken.has(code)).toBe(false);
    taken.add(code);
  }
  const free = () => false;
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), (person) => {
      expect(applicationCode('selection:a', person, free)).toBe(applicationCode('selection:a', person, free));
    }),
  );
  expect(applicationCode('selection:a', 'E1', free)).not.toBe(applicationCode('selection:b', 'E1', free));
});
