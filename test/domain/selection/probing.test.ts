import { expect, test } from '@jest/globals';
import { ID, Scenario } from './scenario.ts';

const reason = 'Explains well.';

test('whoever nominates hears the same of those who have applied, those who were nominated, and all others', async () => {
  const s = await (await new Scenario().start()).to('call');
  await s.apply('D2-2');
  const nominate = (person: string) => s.memory.send(ID, 'nominate', { person, reason }, 'D3-6');
  expect(['D2-2', 'D2-3', 'D2-3', 'D2-2'].map(nominate)).toEqual([null, null, null, null]);
  // All of them are asked, and each once.
  expect(s.told('selection.nominated').sort()).toEqual(['D2-2', 'D2-3']);
  expect(s.memory.refusedOrders).toEqual([]);
});

test('nobody nominates the whole company, and who was nominated before counts like all others', async () => {
  const s = await (await new Scenario().start()).to('call');
  const nominate = (person: string, by: string) => s.memory.send(ID, 'nominate', { person, reason }, by);
  expect(nominate('D2-2', 'D4-2')).toBeNull();
  const others = ['D2-2', 'D2-3', 'D2-4', 'D2-5'];
  const answers = Array.from({ length: 21 }, (_, n) => nominate(others[n % others.length]!, 'D3-6'));
  expect(answers.slice(0, 20)).toEqual(Array(20).fill(null));
  expect(answers[20]).toMatchObject({ code: 'not-allowed', detail: expect.stringMatching(/nominated 20 times/) });
  expect(nominate('D2-3', 'D4-2')).toBeNull();
  expect(s.told('selection.nominated').sort()).toEqual(others);
});

test('a reviewer hears of no application whether it is there, unless they review it or may be given it', async () => {
  const s = await (await new Scenario().start()).to('call');
  for (const p of ['D2-2', 'D2-3', 'D1-5']) await s.apply(p);
  const declare = (code: string) =>
    s.memory.send(ID, 'declareConflict', { applications: [code], reason: 'A cousin.' }, 'D3-1');
  const told = (code: string) => JSON.stringify(declare(code)).replaceAll(code, 'CODE');
  const code = s.codeOf('D2-2');
  expect(told(code)).toMatch(/not-found/);
  expect(told(code)).toBe(told('A-0000'));
  await s.to('review');
  expect(told('A-0000')).toMatch(/not-found/);
  expect(declare(code)).toBeNull();
});
