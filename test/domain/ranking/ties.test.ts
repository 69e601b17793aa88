import { describe, expect, test } from '@jest/globals';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import type { RankingMethod, Score } from '../../../contracts/ranking.ts';
import { rankingMethod } from '../../../domain/ranking/method.ts';
import { rank } from '../../../domain/ranking/rank.ts';

/** Scores of applications by reviewer: `{ A: ['1.1', '2.2'] }` on the one criterion `c`. */
function on(given: Readonly<Record<string, readonly string[]>>): Score[] {
  return Object.entries(given).flatMap(([application, scores]) =>
    scores.map((score, i) => ({ reviewer: `R${i}`, application, criterion: 'c', score })),
  );
}

const places = (scores: readonly Score[], method: RankingMethod) =>
  Object.fromEntries(rank(scores, method).ranking.map((r) => [r.application, r.rank]));

describe('what is equal shares a place, whatever arithmetic makes of it', () => {
  test.each([
    ['a median between two totals', { A: ['1.1', '2.2'], B: ['1.65', '1.65'] }, ['median']],
    ['a mean of thirds', { A: ['0.1', '0.1', '0.2'], B: ['0.2', '0.1', '0.1'], C: ['0.13', '0.13', '0.14'] }, []],
    ['tenths that no binary fraction holds', { A: ['0.1', '0.2', '0.3'], B: ['0.2', '0.2', '0.2'] }, []],
    ['more digits than a number has', { A: ['0.10000000000000001'], B: ['0.1', '0.10000000000000002'] }, []],
  ])('%s', (_what, given, tieBreaks) => {
    const found = places(on(given), rankingMethod({ tieBreaks }));
    expect(new Set(Object.values(found))).toEqual(new Set([1]));
  });

  test('and what differs by less than is shown does not', () => {
    expect(places(on({ A: ['0.10000000000000001'], B: ['0.1'] }), rankingMethod())).toEqual({ A: 1, B: 2 });
    expect(places(on({ A: ['100000000.00001'], B: ['100000000.00002'] }), rankingMethod())).toEqual({ A: 2, B: 1 });
  });

  test('totals that end behind the digits that are shown', () => {
    const criteria = ['a', 'b', 'c'].map((criterion, i) => ({ criterion, weight: ['0.1235', '0.2345', '0.642'][i] }));
    const method = rankingMethod({ criteria, tieBreaks: ['highest-minimum', 'median'] });
    const of = (reviewer: string, application: string, scores: readonly string[]) =>
      scores.map((score, i) => ({ reviewer, application, criterion: ['a', 'b', 'c'][i]!, score }));
    const scores = [
      ...of('R1', 'A', ['0.001', '0.003', '2']),
      ...of('R2', 'A', ['0.003', '0.001', '2']),
      ...of('R2', 'B', ['0.001', '0.003', '2']),
      ...of('R1', 'B', ['0.003', '0.001', '2']),
    ];
    expect(places(scores, method)).toEqual({ A: 1, B: 1 });
  });
});

const REVIEWERS = ['R0', 'R1', 'R2', 'R3'];
const CRITERIA = ['x', 'y', 'z'];
/** Two of them make others of them the mean of two. */
const VALUES = ['0.1', '0.15', '0.2', '1.1', '1.65', '2.2'];

/** Scores out of few values, so that many totals are equal; a tenth of them is missing. */
const table = fc
  .array(fc.array(fc.option(fc.constantFrom(...VALUES), { freq: 9 }), { minLength: 12, maxLength: 12 }), {
    minLength: 2,
    maxLength: 8,
  })
  .map((rows) =>
    rows.flatMap((cells, a) =>
      cells.map((score, i) => ({
        reviewer: REVIEWERS[i % 4]!,
        application: `A${a}`,
        criterion: CRITERIA[i % 3]!,
        score,
      })),
    ),
  );

/** The same on one criterion that every reviewer scores, where the mean says little and the tie-breaks much. */
const close = fc
  .array(fc.array(fc.constantFrom(...VALUES), { minLength: 4, maxLength: 4 }), { minLength: 6, maxLength: 12 })
  .map((rows) =>
    rows.flatMap((cells, a) =>
      cells.map((score, i) => ({ reviewer: REVIEWERS[i]!, application: `A${a}`, criterion: 'x', score })),
    ),
  );

const weights = fc.tuple(
  fc.integer({ min: 1, max: 9999 }),
  fc.integer({ min: 0, max: 9999 }),
  fc.integer({ min: 0, max: 9999 }),
);
const tieBreaks = fc.uniqueArray(fc.constantFrom('median', 'highest-minimum', 'x', 'z'), { maxLength: 3 });

const methodsOf = (criteria: readonly string[]) =>
  fc.record({ weights, tieBreaks, trim: fc.nat(1) }).map(({ weights: w, tieBreaks: t, trim }) =>
    rankingMethod({
      criteria: criteria.map((criterion, i) => ({ criterion, weight: new Decimal(w[i]!).div(10_000).toFixed() })),
      ...(trim ? { method: 'trimmed', trim } : { method: 'mean' }),
      tieBreaks: t.filter((name) => !CRITERIA.includes(name) || criteria.includes(name)),
    }),
  );

const asked = fc.oneof(fc.tuple(table, methodsOf(CRITERIA)), fc.tuple(close, methodsOf(['x'])));

/** The scores in another order, their reviewers by other names, and each times a decimal. */
const turned = fc.record({
  names: fc.shuffledSubarray(REVIEWERS, { minLength: 4, maxLength: 4 }),
  order: fc.infiniteStream(fc.nat()),
  factor: fc.constantFrom('0.000001', '0.001', '0.3', '1', '7', '1000', '1000000'),
});

describe('any scores', () => {
  test('have the same places in whatever order, by whatever names of reviewers and in whatever unit they come', () => {
    fc.assert(
      fc.property(asked, turned, ([scores, method], { names, order, factor }) => {
        const other = scores
          .map((s) => ({
            ...s,
            reviewer: names[REVIEWERS.indexOf(s.reviewer)]!,
            score: s.score && new Decimal(s.score).times(factor).toFixed(),
          }))
          .map((s) => ({ s, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ s }) => s);
        expect(places(other, method)).toEqual(places(scores, method));
      }),
      { numRuns: 150 },
    );
  });

  test('under the plain mean have as many before them as have a greater mean', () => {
    const plain = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(plain, fc.integer({ min: 1, max: 9 }), (rows, tenths) => {
        const scores = on(
          Object.fromEntries(
            rows.map((row, a) => [`A${a}`, row.map((n) => new Decimal(n * tenths).div(10).toFixed())]),
          ),
        );
        const sum = (row: readonly number[]) => row.reduce((s, n) => s + n, 0);
        const before = (row: readonly number[]) => rows.filter((o) => sum(o) * row.length > sum(row) * o.length).length;
        const found = places(scores, rankingMethod());
        expect(rows.map((_, a) => found[`A${a}`])).toEqual(rows.map((row) => 1 + before(row)));
      }),
      { numRuns: 150 },
    );
  });

  test('under the calibrated method let two applications share a place that the same reviewers score alike', () => {
    const rows = fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, fc.shuffledSubarray(REVIEWERS, { minLength: 4, maxLength: 4 }), (all, names) => {
        const given = [...all, all[0]!];
        const scores = given.flatMap((row, a) =>
          row.map((n, i) => ({ reviewer: names[i]!, application: `A${a}`, criterion: 'c', score: String(n / 2) })),
        );
        const found = places(scores, rankingMethod({ method: 'calibrated' }));
        expect(found[`A${all.length}`]).toBe(found.A0);
      }),
      { numRuns: 25 },
    );
  });
});
