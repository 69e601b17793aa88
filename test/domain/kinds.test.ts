import { expect, test } from '@jest/globals';
import type { ProcessType, StreamId } from '../../contracts/ids.ts';
import { StreamId as StreamIdShape } from '../../contracts/ids.ts';
import { kindNames, PLAIN_WORKFLOW, wordsOf } from '../../contracts/kinds.ts';
import { type AnyProcess, admitKind, processOf, processOfKind } from '../../domain/kinds.ts';
import * as workflows from '../../workflows/index.ts';

const like = (type: string, other: Partial<AnyProcess> = {}): AnyProcess => ({
  ...processOf('round:any'),
  type: type as ProcessType,
  words: { workflow: PLAIN_WORKFLOW, noun: type, procedure: true },
  ...other,
});

test.each(kindNames())('all is known of the kind %s, and its workflow is there', (kind) => {
  const process = processOfKind(kind);
  expect([process.type, process.words]).toEqual([kind, wordsOf(kind)]);
  expect(Object.keys(workflows)).toContain(process.words.workflow);
  for (const table of [process.commands, process.events]) expect(Object.keys(table).length).toBeGreaterThan(0);
});

test('a kind from outside is one like any other from then on', () => {
  const stream = 'guest:a' as StreamId;
  expect(StreamIdShape.safeParse(stream).success).toBe(false);
  expect(() => processOf(stream)).toThrow('There is no kind of process "guest".');
  const guest = like('guest');
  admitKind(guest);
  expect(StreamIdShape.safeParse(stream).success).toBe(true);
  expect(processOf(stream)).toBe(guest);
  expect(kindNames()).toContain('guest');
});

test.each([
  ['round', 'There is a kind of process "round" already'],
  ['two words', 'cannot be a kind of process'],
  ['', 'cannot be a kind of process'],
])('no kind is admitted under the name "%s"', (name, why) => {
  expect(() => admitKind(like(name))).toThrow(why);
});
