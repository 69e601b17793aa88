import { expect, test } from '@jest/globals';
import { CycleId, ownerInRoundId, PersonId, roundIdOf, StreamId } from '../../contracts/ids.ts';

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
