import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { CycleId, ownerInRoundId, PersonId, roundIdOf, StreamId } from '../../contracts/ids.ts';
import { kindNames } from '../../contracts/kinds.ts';
import { processOf } from '../../domain/kinds.ts';

test('the rounds of two procedures of one name have ids of their own', () => {
  const [cycle, selection] = [roundIdOf('cycle:2027', 'approval'), roundIdOf('selection:2027', 'approval')];
  expect(cycle).toBe('round:cycle.2027.approval');
  expect(selection).toBe('round:selection.2027.approval');
});

test.each<StreamId>(['cycle:2027', 'cycle:plan.2027.q1', 'offering:plan-2027.O-001', 'selection:a', 'cycle:cycle.x'])(
  'the owner can be read in the ids of the rounds of %s',
  (owner) => {
    expect(ownerInRoundId(roundIdOf(owner, 'needs-2'))).toBe(owner);
    expect(StreamId.safeParse(roundIdOf(owner, 'needs-2')).success).toBe(true);
  },
);

test.each<StreamId>(['round:feedback-2027', 'round:cycle', 'round:cycle-2027.approval', 'round:cycles.2027'])(
  '%s is in no procedure',
  (round) => expect(ownerInRoundId(round)).toBeNull(),
);

test('a cycle follows a cycle, and nobody is called like the engine', () => {
  expect(CycleId.safeParse('cycle:2026').success).toBe(true);
  for (const other of ['selection:2026', 'organisation:main', 'cycle:', '2026'])
    expect(CycleId.safeParse(other).success).toBe(false);
  expect(PersonId.safeParse('system').success).toBe(false);
  expect(PersonId.safeParse('systems').success).toBe(true);
});

/** What every object of JavaScript has, whatever is in it. */
const OF_ANY_OBJECT = Object.getOwnPropertyNames(Object.prototype);

test.each(kindNames())('nothing that a %s keeps under an id is called like what every object has', (kind) => {
  const commands = Object.values(processOf(`${kind}:any`).commands);
  const written = JSON.stringify(commands.map((c) => z.toJSONSchema(c, { io: 'input', unrepresentable: 'any' })));
  const shapes = new Set([...written.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, text]) => JSON.parse(text!)));
  expect(shapes.size).toBeGreaterThan(0);
  const open = [...shapes].filter((shape) => OF_ANY_OBJECT.some((word) => new RegExp(shape, 'u').test(word)));
  expect(open).toEqual([]);
});
