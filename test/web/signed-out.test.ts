import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { ownPath } from '../../web/src/api/own-path.ts';
import {
  isSignedOut,
  onSignedOut,
  openedFor,
  refusedActs,
  tellSignedIn,
  tellSignedOut,
} from '../../web/src/api/signed-out.ts';

test('a page goes on only for whom it was opened', () => {
  const heard: boolean[] = [];
  onSignedOut(() => heard.push(isSignedOut()));
  tellSignedOut();
  expect([isSignedOut(), openedFor(), heard]).toEqual([false, undefined, []]);

  expect(tellSignedIn('E1')).toBe(true);
  tellSignedOut();
  expect(tellSignedIn('E2')).toBe(false);
  expect([isSignedOut(), openedFor(), heard]).toEqual([true, 'E1', [true]]);
  expect(tellSignedIn('E1')).toBe(true);
  expect([isSignedOut(), heard]).toEqual([false, [true, false]]);

  // Another tab has signed somebody else in, and nothing was refused yet.
  expect(tellSignedIn('E2')).toBe(false);
  expect(isSignedOut()).toBe(true);
});

test('an act that is refused is told each time', () => {
  tellSignedIn('E1');
  const before = refusedActs();
  tellSignedOut();
  tellSignedOut();
  expect(refusedActs()).toBe(before);
  tellSignedOut(true);
  expect(refusedActs()).toBe(before + 1);
});

test('whatever sends no headers says in its path for whom the page was opened', async () => {
  tellSignedIn('E1');
  expect([ownPath('/api/files/1'), ownPath('/api/events?seconds=0')]).toEqual([
    '/api/files/1?rostrum-as=E1',
    '/api/events?seconds=0&rostrum-as=E1',
  ]);
  const files = await readdir('web/src', { recursive: true });
  const bare = files
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .flatMap((file) => {
      const source = readFileSync(path.join('web/src', file), 'utf8');
      return (source.match(/(href=\{|EventSource\(|=>\s+|href=)[`'"]\/api\/[^`'"]*/g) ?? []).map(
        (found) => `${file}: ${found}`,
      );
    });
  expect(bare).toEqual([]);
});
