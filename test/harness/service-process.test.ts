import process from 'node:process';
import { expect, test } from '@jest/globals';
import { testDatabase } from './database.ts';
import { ServiceProcess } from './service-process.ts';

const children = () => process.getActiveResourcesInfo().filter((what) => what === 'ProcessWrap').length;

test('blows that come faster than the next process is ready strike one after the other, and leave none behind', async () => {
  const database = await testDatabase();
  const before = children();
  const api = await ServiceProcess.start('api', database, '127.0.0.1:1', { ROSTRUM_API_PORT: '0' });
  await Promise.all([api.kill(), api.kill(), api.kill()]);
  expect([api.kills, children()]).toEqual([3, before + 1]);
  await api.stop();
  // What the system keeps of a process goes a moment after the word of its end.
  while (children() > before) await new Promise((resolve) => setImmediate(resolve));
  await database.stop();
});
