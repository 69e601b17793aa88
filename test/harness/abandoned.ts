import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { test } from '@jest/globals';
import { leaving } from './leavings.ts';

/** Run by stock.test.ts alone: a file that starts something and fails before it ends it. */
test('leaves something behind', () => {
  leaving(() => writeFile(process.env.ROSTRUM_HELD!, 'ended'));
  throw new Error('It is over.');
});
