import { test } from '@jest/globals';

/** Run by stock.test.ts alone, beside another file, so that jest runs both in workers: a file that never ends. */
test('never ends', async () => {
  await new Promise((resolve) => setTimeout(resolve, 2 ** 31 - 1));
});
