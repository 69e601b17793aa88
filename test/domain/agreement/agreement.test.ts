import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Score } from '../../../contracts/ranking.ts';
import { agreement } from '../../../domain/agreement/agreement.ts';
import { alpha } from '../../../domain/agreement/alpha.ts';
import { quantileF } from '../../../domain/agreement/distributions.ts';
import { icc } from '../../../domain/agreement/icc.ts';
import { kendallW } from '../../../domain/agreement/kendall.ts';

const transpose = <T>(rows: readonly (readonly T[])[]): T[][] => rows[0]!.map((_, j) => rows.map((row) => row[j]!));
const line = (text: string) => text.split(' ').map((t) => (t === '.' ? null : Number(t)));

/** K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, section C: four observers, twelve units. */
const KRIPPENDORFF = transpose([
  line('1 2 3 3 2 1 4 1 2 . . .'),
  line('1 2 3 3 2 2 4 1 2 5 . 3'),
  line('. 3 3 3 2 3 4 2 2 5 1 .'),
  line('1 2 3 3 2 4 4 1 2 5 1 .'),
]);

/** P. E. Shrout and J. L. Fleiss, "Intraclass correlations", Psychological Bulletin 86, 1979, table 2. */
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

/**
 * S. Siegel, Nonparametric Statistics, 1956, p. 234: three rankings of ten, with ties; W = .828. (The example program of
 * the NAG Library's g08daf has the same data and result.)
 */
const SIEGEL = transpose([
  [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
  [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
  [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
]);

/**
 * P. Legendre, "Coefficient of concordance", Encyclopedia of Research Design, ed. N. J. Salkind, 2010, vol. 1, 164-169:
 * abundances of four soil mite species at ten sites, ranked with ties; W = 0.44160, Friedman's chi-square = 15.89771.
 */
const LEGENDRE = transpose([
  [5, 10, 7, 8, 6, 9, 3, 1.5, 1.5, 4],
  [6, 4, 8, 10, 5, 7, 3, 2, 1, 9],
  [3, 8, 5, 9, 7, 10, 2, 4, 1, 6],
  [5, 2, 4, 2, 6, 7, 8, 9, 2, 10],
]);

describe('published examples', () => {
  test.each([
    ['nominal', 0.7434],
    ['ordinal', 0.8154],
    ['interval', 0.8491],
    ['ratio', 0.7974],
  ] as const)("Krippendorff's reliability data, %s", (level, value) => {
    expect(alpha(KRIPPENDORFF, level)).toBeCloseTo(value, 4);
  });

  test.each([
    ['1,1', 0.1657, -0.1329, 0.7226],
    ['2,1', 0.2898, 0.0188, 0.7611],
    ['3,1', 0.7148, 0.3425, 0.9459],
    ['1,k', 0.4428, -0.8844, 0.9124],
    ['2,k', 0.6201, 0.0711, 0.9272],
    ['3,k', 0.9093, 0.6757, 0.9859],
  ] as const)('Shrout and Fleiss, ICC (%s) with its interval', (form, value, low, high) => {
    const found = icc(SHROUT_FLEISS)[form]!;
    expect(found.value).toBeCloseTo(value, 4);
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });

  test("Siegel's three rankings with ties, Kendall's W", () => {
    expect(kendallW(SIEGEL)).toBeCloseTo(0.8277, 4);
  });

  test("Legendre's four rankings with ties, Kendall's W and the chi-square that goes with it", () => {
    const w = kendallW(LEGENDRE)!;
    expect(w).toBeCloseTo(0.4416, 5);
    expect(4 * (10 - 1) * w).toBeCloseTo(15.89771, 4);
  });

  test('the table of the F distribution (5 %, 4 and 10 degrees of freedom: 3.478)', () => {
    expect(quantileF(0.95, 4, 10)).toBeCloseTo(3.478, 3);
    expect(quantileF(0.975, 1, 1)).toBeCloseTo(647.789, 2);
  });
});

describe('properties', () => {
  const tables = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }), {
    minLength: 3,
    maxLength: 8,
  });

  test('perfect agreement is 1 wherever there is something to agree about', () => {
    const same = [1, 5, 3, 8].map((v) => [v, v, v]);
    expect((['nominal', 'ordinal', 'interval', 'ratio'] as const).map((level) => alpha(same, level))).toEqual([
      1, 1, 1, 1,
    ]);
    expect(kendallW(same)).toBe(1);
    expect(Object.values(icc(same)).map((i) => i?.value)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('only order counts for W, shift and unit do not count for interval alpha', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const w = kendallW(rows);
        const cubed = kendallW(rows.map((row) => row.map((x) => x ** 3)));
        if (w === null) expect(cubed).toBeNull();
        else expect(cubed).toBeCloseTo(w, 9);
        const a = alpha(rows, 'interval');
        const moved = alpha(
          rows.map((row) => row.map((x) => 3 * x + 7)),
          'interval',
        );
        if (a === null) expect(moved).toBeNull();
        else expect(moved).toBeCloseTo(a, 9);
      }),
    );
  });

  test('ICC (1,1) without gaps is the textbook formula, and bears gaps', () => {
    const gap = SHROUT_FLEISS.map((row, i) => row.map((x, j) => (i === 0 && j === 0 ? null : x)));
    expect(icc(gap)['1,1']?.value).toBeGreaterThan(-0.34);
    expect([icc(gap)['2,1'], icc(gap)['3,k'], kendallW(gap)]).toEqual([null, null, null]);
  });
});

describe('agreement about scores', () => {
  const scores = SHROUT_FLEISS.flatMap((row, a) =>
    row.map((score, r): Score => ({ reviewer: `R${r}`, application: `A${a}`, criterion: 'depth', score })),
  );

  test('is reported with counts and sentences in both languages', () => {
    const found = agreement(scores);
    expect(found).toMatchObject({ reviewers: 4, applications: 6, complete: true, icc: { '2,1': 0.289764 } });
    expect(found.sentences.map((s) => s.statistic)).toEqual(['alpha', 'icc-single', 'icc-average', 'kendall-w']);
    for (const s of found.sentences) expect([s.en, s['zh-CN'], s.source].every((t) => t.length > 10)).toBe(true);
  });

  test('can be asked for one criterion, and an unknown one is refused', () => {
    const more = [...scores, ...scores.map((s) => ({ ...s, criterion: 'breadth', score: 5 }))];
    expect(agreement(more, 'depth').alpha.interval).toBe(agreement(scores).alpha.interval);
    expect(agreement(more, 'breadth').alpha.interval).toBeNull();
    expect(() => agreement(more, 'height')).toThrow(
      'There is no criterion height in the scores; they have breadth, depth.',
    );
  });
});
