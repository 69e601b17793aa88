import { expect, test } from '@jest/globals';
import { kindNames } from '../../contracts/kinds.ts';
import { processOf } from '../../domain/kinds.ts';
import { hostileCommands, shapedCommands } from './rubbish.ts';

test.each(kindNames())('a body can be made in the shape of every command of a kind: %s', (kind) => {
  const { commands } = processOf(`${kind}:any`);
  for (const [type, body] of shapedCommands(kind)) {
    const parsed = commands[type]!.safeParse(body);
    expect([type, parsed.error?.issues ?? []]).toEqual([type, []]);
  }
});

test.each(kindNames())('something hostile stands at every place of every command, always the same: %s', (kind) => {
  const seen = new Set<string>();
  for (const { type, path } of hostileCommands(kind)) {
    seen.add(`${type} ${path}`);
  }
  for (const type of Object.keys(processOf(`${kind}:any`).commands)) expect(seen).toContain(`${type} `);
});

/** A NUL or half a character, as JSON writes it: neither can be stored as JSON. */
const UNSTORABLE = /\\u0000|\\ud[89a-f]/;

test.each(kindNames())('no command of a kind lets through what cannot be stored: %s', (kind) => {
  const { commands } = processOf(`${kind}:any`);
  let tried = 0;
  for (const { type, path, body } of hostileCommands(kind)) {
    if (!UNSTORABLE.test(JSON.stringify(body))) continue;
    tried += 1;
    const { data } = commands[type]!.safeParse(body);
    expect([type, path, UNSTORABLE.test(JSON.stringify(data) ?? '')]).toEqual([type, path, false]);
  }
  expect(tried).toBeGreaterThan(100);
});

test('what is made survives the way over the wire', () => {
  for (const { body } of hostileCommands('offering')) {
    const sent = JSON.stringify(body);
    expect(JSON.stringify(JSON.parse(sent))).toBe(sent);
  }
});
