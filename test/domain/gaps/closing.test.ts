import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openGapsBetween } from '../../../domain/gaps/closing.ts';
import { compareRatings } from '../../../domain/gaps/comparison.ts';
import { gapRows } from '../../../domain/gaps/gap.ts';
import { anyCompany, person, post, rated } from './company.ts';

describe('gap points closed when people are rated again', () => {
  const posts = new Map([post('P', 'S.1 4 5', 'S.2 2.5 3.3', 'S.3 3 2')]);
  const people = [person('E1', 'D1', 'P'), person('E2', 'D1', 'P')];
  const before = gapRows(people, posts, rated('E1 S.1 3', 'E1 S.2 3', 'E1 S.3 2', 'E2 S.1 4', 'E2 S.2 3'));

  test('count what was open and what has opened since; what nobody rated again is unknown', () => {
    const after = gapRows(people, posts, rated('E1 S.1 4.5', 'E1 S.2 2.5', 'E1 S.3 1.5', 'E2 S.1 -', 'E2 S.2 4'));
    const changes = openGapsBetween(before, after);
    expect(changes).toEqual([
      { person: 'E1', element: 'S.1', before: 2, after: 0.5, closed: 1.5, weightedClosed: 6 },
      { person: 'E1', element: 'S.2', before: 0.3, after: 0.8, closed: -0.5, weightedClosed: -1.25 },
      { person: 'E1', element: 'S.3', before: 0, after: 0.5, closed: -0.5, weightedClosed: -1.5 },
      { person: 'E2', element: 'S.1', before: 1, after: null, closed: null, weightedClosed: null },
      { person: 'E2', element: 'S.2', before: 0.3, after: 0, closed: 0.3, weightedClosed: 0.75 },
    ]);
  });

  test('are measured against the level that was required then', () => {
    const easier = new Map([post('P', 'S.1 1 1', 'S.2 1 1', 'S.3 1 1')]);
    const after = gapRows(people, easier, rated('E1 S.1 3'));
    expect(openGapsBetween(before, after)[0]).toMatchObject({ before: 2, after: 2, closed: 0, weightedClosed: 0 });
  });

  test('are none when nothing has changed, in any company', () => {
    fc.assert(
      fc.property(anyCompany, ({ people: all, posts: models, ratings }) => {
        const rows = gapRows(all, models, ratings);
        const changes = openGapsBetween(rows, rows);
        expect(changes.filter(({ closed }) => closed !== 0)).toEqual([]);
        const total = (gaps: readonly (number | null)[]) =>
          gaps.reduce<number>((n, g) => n + Math.round((g ?? 0) * 100), 0);
        expect(total(changes.map((c) => c.before))).toBe(total(rows.map((r) => r.gap)));
      }),
    );
  });
});

describe('ratings of supervisors beside those of people themselves', () => {
  test('are flagged from the distance on, in both directions; one side alone makes no pair', () => {
    const supervisors = rated('E2 S.1 3', 'E1 S.2 4.5', 'E1 S.1 3', 'E1 S.3 2', 'E1 S.4 -');
    const selves = rated('E1 S.1 4.5', 'E1 S.2 3', 'E2 S.1 4', 'E1 S.4 3', 'E3 S.1 1');
    expect(compareRatings(supervisors, selves)).toEqual([
      { person: 'E1', element: 'S.1', supervisor: 3, self: 4.5, difference: 1.5, flagged: true },
      { person: 'E1', element: 'S.2', supervisor: 4.5, self: 3, difference: -1.5, flagged: true },
      { person: 'E2', element: 'S.1', supervisor: 3, self: 4, difference: 1, flagged: false },
    ]);
    expect(compareRatings(supervisors, selves, '1.51').filter(({ flagged }) => flagged)).toEqual([]);
    expect(compareRatings(supervisors, selves, 1).every(({ flagged }) => flagged)).toBe(true);
  });

  test('change sides without changing what is flagged', () => {
    fc.assert(
      fc.property(anyCompany, anyCompany, (one, other) => {
        const there = compareRatings(one.ratings, other.ratings);
        const back = compareRatings(other.ratings, one.ratings);
        expect(back.map(({ flagged }) => flagged)).toEqual(there.map(({ flagged }) => flagged));
        for (const [n, { difference }] of back.entries()) expect(difference + there[n]!.difference).toBe(0);
      }),
    );
  });
});
