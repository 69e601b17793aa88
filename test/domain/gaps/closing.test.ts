import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gapsClosed, openGapsBetween } from '../../../domain/gaps/closing.ts';
import { compareRatings } from '../../../domain/gaps/comparison.ts';
import { diagnosedGaps } from '../../../domain/gaps/diagnosis.ts';
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
    expect(gapsClosed(changes)).toEqual({ before: 2.6, closed: 0.8, weightedClosed: 4, measured: 4, unmeasured: 1 });
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
        const { closed, before: open, unmeasured } = gapsClosed(openGapsBetween(rows, rows));
        const sum = rows.reduce((total, row) => total + Math.round((row.gap ?? 0) * 100), 0);
        expect([closed, open, unmeasured]).toEqual([0, sum / 100, 0]);
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

describe('the diagnosed gaps of a department', () => {
  const posts = new Map([post('P', 'S.1 4 5', 'S.2 2 3'), post('Q', 'S.1 3 6')]);
  const people = [person('E1', 'D1', 'P'), person('E2', 'D1', 'P'), person('E3', 'D1', 'Q'), person('E4', 'D2', 'P')];
  const rows = gapRows(people, posts, rated('E1 S.1 4', 'E1 S.2 0', 'E2 S.1 2', 'E3 S.1 4', 'E4 S.1 6'));

  test('name who has them, the largest first, and what nobody has rated', () => {
    expect(diagnosedGaps(people, rows)).toEqual([
      {
        department: 'D1',
        element: 'S.1',
        people: [
          { person: 'E2', gap: 3, weighted: 12 },
          { person: 'E3', gap: 2, weighted: 6 },
          { person: 'E1', gap: 1, weighted: 4 },
        ],
        gapSum: 6,
        weightedGapSum: 22,
        level: 6,
        unrated: 0,
      },
      {
        department: 'D1',
        element: 'S.2',
        people: [{ person: 'E1', gap: 3, weighted: 6 }],
        gapSum: 3,
        weightedGapSum: 6,
        level: 3,
        unrated: 1,
      },
    ]);
  });

  test('are those over the threshold, not those at it', () => {
    expect(diagnosedGaps(people, rows, '1').map((d) => [d.element, d.people.length])).toEqual([
      ['S.1', 2],
      ['S.2', 1],
    ]);
    expect(diagnosedGaps(people, rows, 3)).toEqual([]);
  });

  test('without a threshold add up to all the gaps there are', () => {
    fc.assert(
      fc.property(anyCompany, ({ people: all, posts: models, ratings }) => {
        const gaps = gapRows(all, models, ratings);
        const total = (figures: readonly number[]) => figures.reduce((sum, f) => sum + Math.round(f * 100), 0);
        expect(total(diagnosedGaps(all, gaps).map((d) => d.gapSum))).toBe(total(gaps.map(({ gap }) => gap ?? 0)));
      }),
    );
  });
});
