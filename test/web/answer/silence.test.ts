import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ROUNDS as CYCLE } from '../../../domain/cycle/round-rules.ts';
import { ROUNDS as OFFERING } from '../../../domain/offering/round-rules.ts';
import { ROUNDS as SELECTION } from '../../../domain/selection/round-rules.ts';
import { OWN_SILENCE } from '../../../web/src/features/answer/parts/silence.ts';

const ruled = new Map([
  ...Object.entries(CYCLE).map(([purpose, { policy }]) => [`cycle-${purpose}`, policy.silence] as const),
  ...Object.entries(OFFERING).map(([purpose, { policy }]) => [`offering-${purpose}`, policy.silence] as const),
  ...Object.values(SELECTION).map(({ word, policy }) => [word as string, policy.silence] as const),
]);

test('what silence means where it is said in words of its own is what the rules of the house say', () => {
  const rules = Object.keys(OWN_SILENCE).map((purpose) => [purpose, ruled.get(purpose)]);
  expect(Object.entries(OWN_SILENCE)).toEqual(rules);
  // Every round of a cycle and of a course has its words: a new one is not forgotten.
  const asked = [...ruled.keys()].filter((purpose) => /^(cycle|offering)-/.test(purpose));
  expect(Object.keys(OWN_SILENCE)).toEqual(expect.arrayContaining(asked));
});

test('each has its sentence', () => {
  const { silence } = JSON.parse(readFileSync('web/src/words/en/answer.json', 'utf8'));
  expect(Object.keys(OWN_SILENCE).sort()).toEqual(Object.keys(silence.about).sort());
});
