import { expect, test } from '@jest/globals';
import { Clock, readClock, setClock } from '../../db/clock.ts';
import { testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { clock } from '../harness/start.ts';
import { tellStory } from '../harness/story.ts';

test('an installation in which something has happened goes on at another pace, but its time does not jump', async () => {
  const database = await testDatabase();
  const door = new Door(database);
  await tellStory(door, clock.now());
  const standing = clock.realOrigin + 3_600_000;
  const fast = new Clock(standing, clock.toProcedure(standing), 86_400);
  await setClock(database.pool, fast);
  expect(await readClock(database.pool)).toEqual(fast);
  const slow = fast.slowed(standing + 1000);
  expect([slow.scale, slow.procedureOrigin - fast.procedureOrigin]).toEqual([1, 86_400_000]);
  await expect(setClock(database.pool, new Clock(standing + 1000, slow.procedureOrigin + 1))).rejects.toThrow(
    /can go on at another pace, but not jump/,
  );
  await setClock(database.pool, slow);
  expect(await readClock(database.pool)).toEqual(slow);
  await database.stop();
});
