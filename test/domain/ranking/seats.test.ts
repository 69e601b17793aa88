import { expect, test } from '@jest/globals';
import type { SeatQuota } from '../../../contracts/ranking.ts';
import { rankingMethod } from '../../../domain/ranking/method.ts';
import { Seats } from '../../../domain/ranking/seats.ts';

const OF = { A: 'D1', B: 'D1', C: 'D2', D: 'D3' } as const;
const attributes = Object.fromEntries(Object.entries(OF).map(([code, department]) => [code, { department }]));
const criteria = [{ criterion: 'knowledge', weight: '1' }];

const next = (quotas: readonly SeatQuota[], taken: readonly string[], candidates: readonly string[], seats = 2) =>
  new Seats(rankingMethod({ method: 'mean', criteria, seats, quotas }), Object.keys(OF), attributes).next(
    taken,
    candidates,
  );

test.each([
  ['without quotas the best is next', [], ['A'], ['B', 'C'], 'B'],
  ['a maximum passes the best over', [{ attribute: 'department', max: 1 }], ['A'], ['B', 'C'], 'C'],
  ['a maximum may leave nobody', [{ attribute: 'department', max: 1 }], ['A'], ['B'], undefined],
  ['an open minimum comes first', [{ attribute: 'department', value: 'D3', min: 1 }], ['A'], ['B', 'D'], 'D'],
  [
    'of more open minimums than seats the best that brings one nearest comes first',
    [
      { attribute: 'department', value: 'D2', min: 1 },
      { attribute: 'department', value: 'D3', min: 1 },
    ],
    ['A'],
    ['B', 'D', 'C'],
    'D',
  ],
  ['nobody is next of nobody', [], ['A'], [], undefined],
] as const)('%s', (_what, quotas, taken, candidates, expected) => {
  expect(next(quotas, taken, candidates)).toBe(expected);
});
