import { expect, test } from '@jest/globals';
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
