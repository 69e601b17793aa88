import { expect, test } from '@jest/globals';
import { standingOf } from '../../../domain/round/standing.ts';

test('equal means share a place whatever they round to, and the next one is skipped', () => {
  const tallied = [
    { about: 'D', sum: '0.3', answers: 2 },
    { about: 'B', sum: '0.6', answers: 3 },
    { about: 'E', sum: '9.9', answers: 1 },
    { about: 'A', sum: '0.2', answers: 1 },
    { about: 'C', sum: '1.4', answers: 7 },
  ];
  expect(standingOf(tallied).map((l) => [l.place, l.about, l.answers])).toEqual([
    [1, 'E', 1],
    [2, 'A', 1],
    [2, 'B', 3],
    [2, 'C', 7],
    [5, 'D', 2],
  ]);
});

test('means that differ by less than a float can tell are told apart', () => {
  const tallied = [
    { about: 'A', sum: '10000000000000000.1', answers: 1 },
    { about: 'B', sum: '10000000000000000.2', answers: 1 },
  ];
  expect(standingOf(tallied).map((l) => [l.place, l.about])).toEqual([
    [1, 'B'],
    [2, 'A'],
  ]);
});
