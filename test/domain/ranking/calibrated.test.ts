import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Ranking, Score } from '../../../contracts/ranking.ts';
import { rankingBytes } from '../../../domain/ranking/bytes.ts';
import { wideDisagreements } from '../../../domain/ranking/disagreement.ts';
import { evaluate } from '../../../domain/ranking/evaluate.ts';
import { explain } from '../../../domain/ranking/explain.ts';
import { rankingMethod } from '../../../domain/ranking/method.ts';
import { random } from '../../../domain/ranking/random.ts';
import { rank } from '../../../domain/ranking/rank.ts';
import { tabulate } from '../../../domain/ranking/scores.ts';
import { type PanelShape, rankCorrelation, simulatedPanel } from './simulated-panel.ts';

const CALIBRATED = rankingMethod({ method: 'calibrated' });
const MEAN = rankingMethod();

/** What a spreadsheet would do; independent of the code under test. */
function plainMeans(scores: readonly Score[]): { application: string; score: number }[] {
  const lists = new Map<string, number[]>();
  for (const s of scores) lists.set(s.application, [...(lists.get(s.application) ?? []), Number(s.score)]);
  return [...lists].map(([application, list]) => ({
    application,
    score: list.reduce((s, x) => s + x, 0) / list.length,
  }));
}

/** Many panels of one shape: how the two methods do on average, and how often intervals hold the truth. */
function trials(shape: PanelShape, panels: number, first = 1, look: (found: Ranking) => void = () => {}) {
  let [calibrated, mean, covered, all] = [0, 0, 0, 0];
  for (let seed = first; seed < first + panels; seed++) {
    const { scores, truth } = simulatedPanel(shape, seed);
    const ranking = rank(scores, CALIBRATED);
    const found = ranking.ranking;
    look(ranking);
    calibrated += rankCorrelation(found, truth) / panels;
    mean += rankCorrelation(plainMeans(scores), truth) / panels;
    for (const row of found) {
      const t = truth.get(row.application)!;
      all++;
      if (row.low! <= t && t <= row.high!) covered++;
    }
  }
  return { calibrated, mean, coverage: covered / all };
}

describe('simulated panels with known truth', () => {
  test.each([
    ['strongly varying severity', { applications: 40, reviewers: 12, each: 3, severity: 1 }, 15, 0.02],
    ['mildly varying severity', { applications: 40, reviewers: 12, each: 3, severity: 0.5 }, 40, 0.002],
    ['a small panel', { applications: 12, reviewers: 6, each: 3, severity: 1 }, 40, 0.03],
    ['more reviewers than applications', { applications: 30, reviewers: 40, each: 5, severity: 1 }, 15, 0.005],
  ] as const)(
    '%s: nearer to the truth than the mean, and intervals cover 85 to 95 of 100',
    (_, shape, panels, gain) => {
      const { calibrated, mean, coverage } = trials(shape, panels);
      expect(calibrated).toBeGreaterThan(mean + gain);
      expect(coverage).toBeGreaterThan(0.85);
      expect(coverage).toBeLessThan(0.95);
    },
  );

  test('severity that does not vary: no worse than the mean', () => {
    const { calibrated, mean, coverage } = trials({ applications: 40, reviewers: 12, each: 3, severity: 0 }, 15);
    expect(calibrated).toBeGreaterThan(mean - 0.004);
    expect(coverage).toBeGreaterThan(0.85);
    expect(coverage).toBeLessThan(0.95);
  });

  test('a reviewer who gives all the same and one who turns the scale are reported and do little harm', () => {
    const shape = {
      applications: 60,
      reviewers: 10,
      each: 3,
      severity: 0.7,
      error: 0.5,
      odd: { 2: 'constant', 5: 'reversed' },
    } as const;
    let harm = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const { scores, truth } = simulatedPanel(shape, seed);
      const { ranking, reviewers, warnings } = rank(scores, CALIBRATED);
      expect(reviewers.filter((r) => r.flags.length > 0).map((r) => [r.reviewer, r.flags[0]])).toEqual(
        expect.arrayContaining([
          ['R2', 'constant'],
          ['R5', 'reversed'],
        ]),
      );
      expect(warnings.filter((w) => /^The scores of R[25] are left out/.test(w))).toHaveLength(2);
      harm += (1 - rankCorrelation(ranking, truth)) / 8;
    }
    expect(harm).toBeLessThan(0.12);
  });

  test('intervals stay honest when it is doubtful who turned the scale', () => {
    // Errors as large as quality and ten reviews each: a turned scale often cannot be told from bad luck.
    const shape = {
      applications: 40,
      reviewers: 12,
      each: 3,
      severity: 1,
      odd: { 2: 'constant', 5: 'reversed' },
    } as const;
    let doubtful = 0;
    for (const first of [1, 101, 201]) {
      const { calibrated, mean, coverage } = trials(shape, 10, first, (found) => {
        if (found.reviewers.some((r) => r.flags.includes('perhaps-reversed'))) doubtful++;
      });
      expect(coverage).toBeGreaterThan(0.85);
      expect(coverage).toBeLessThan(0.95);
      expect(calibrated).toBeGreaterThan(mean + 0.05);
    }
    expect(doubtful).toBeGreaterThan(2);
  });
});

describe('properties', () => {
  const panels = fc
    .integer({ min: 1, max: 1000 })
    .map((seed) => simulatedPanel({ applications: 15, reviewers: 6, each: 3, severity: 1 }, seed).scores);
  const ranks = (scores: readonly Score[], method = CALIBRATED) =>
    rank(scores, method).ranking.map((r) => [r.application, r.rank]);

  test('the order of the rows changes not one byte', () => {
    fc.assert(
      fc.property(
        panels.chain((s) => fc.tuple(fc.constant(s), fc.shuffledSubarray(s, { minLength: s.length }))),
        ([rows, shuffled]) => {
          expect(rankingBytes(rank(shuffled, CALIBRATED))).toBe(rankingBytes(rank(rows, CALIBRATED)));
        },
      ),
      { numRuns: 10 },
    );
  });

  test('the same constant added to every score changes no order', () => {
    fc.assert(
      fc.property(panels, fc.integer({ min: 1, max: 50 }), (rows, constant) => {
        expect(ranks(rows.map((s) => ({ ...s, score: Number(s.score) + constant })))).toEqual(ranks(rows));
      }),
      { numRuns: 10 },
    );
  });

  test("a constant added to one reviewer's scores moves the calibrated order far less than the mean's", () => {
    let [moved, movedByMean] = [0, 0];
    for (let seed = 1; seed <= 15; seed++) {
      const { scores } = simulatedPanel({ applications: 24, reviewers: 8, each: 3, severity: 1 }, seed);
      const milder = scores.map((s) => (s.reviewer === 'R3' ? { ...s, score: Number(s.score) + 3 } : s));
      moved += shift(rank(scores, CALIBRATED), rank(milder, CALIBRATED));
      movedByMean += shift(rank(scores, MEAN), rank(milder, MEAN));
    }
    expect(moved).toBeLessThan(movedByMean / 3);
  });

  function shift(before: Ranking, after: Ranking): number {
    const at = new Map(after.ranking.map((r) => [r.application, r.rank]));
    return before.ranking.reduce((sum, r) => sum + Math.abs(r.rank - at.get(r.application)!), 0);
  }
});

describe('what cannot be known is said', () => {
  test('a reviewer with one review, or all on one application, has no severity of their own', () => {
    const { scores } = simulatedPanel({ applications: 12, reviewers: 6, each: 3, severity: 1 }, 3);
    const guest: Score = { reviewer: 'Guest', application: 'A1', criterion: 'c', score: 9 };
    const { reviewers } = rank([...scores, guest], CALIBRATED);
    expect(reviewers.find((r) => r.reviewer === 'Guest')).toMatchObject({
      severity: null,
      spread: null,
      consistency: null,
      flags: ['single-review'],
    });
  });

  test('groups that nothing links are named', () => {
    const here = simulatedPanel({ applications: 6, reviewers: 3, each: 2, severity: 1 }, 1).scores;
    const there = here.map((s) => ({ ...s, reviewer: `X${s.reviewer}`, application: `X${s.application}` }));
    expect(rank([...here, ...there], CALIBRATED).warnings).toEqual([expect.stringContaining('falls into 2 groups')]);
  });

  test('the criteria of an application add up to its score by their weights', () => {
    const { scores } = simulatedPanel({ applications: 10, reviewers: 5, each: 3, severity: 1 }, 4);
    const two = scores.flatMap((s, i) => [
      s,
      ...(i % 7 === 0 ? [] : [{ ...s, criterion: 'd', score: Number(s.score) / 2 + (i % 3) }]),
    ]);
    const method = rankingMethod({
      method: 'calibrated',
      criteria: [
        { criterion: 'c', weight: '0.3' },
        { criterion: 'd', weight: '0.7' },
      ],
    });
    for (const row of rank(two, method).ranking)
      expect(0.3 * row.criteria.c! + 0.7 * row.criteria.d!).toBeCloseTo(row.score, 4);
  });
});

describe('severity is taken out', () => {
  const offsets: Record<string, number> = { R1: 2, R2: 0, R3: -2 };
  const scores = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].flatMap((application, a) =>
    Object.entries(offsets).map(
      ([reviewer, offset]): Score => ({
        reviewer,
        application,
        criterion: 'c',
        score: 5 + ((a * 5) % 8) / 2 + offset + (application === 'C' && reviewer === 'R2' ? 4 : 0),
      }),
    ),
  );

  test('before two reviewers are said to disagree', () => {
    expect(wideDisagreements(scores, MEAN, 2.5).length).toBeGreaterThan(7);
    expect(new Set(wideDisagreements(scores, CALIBRATED, 2.5).map((d) => d.application))).toEqual(new Set(['C']));
  });

  test('and an explanation tells so with the model behind it', () => {
    const { reviewers } = rank(scores, CALIBRATED);
    expect(reviewers.map((r) => Math.sign(r.severity!))).toEqual([-1, expect.any(Number), 1]);
    expect(explain(scores, CALIBRATED, 'B', 'A').sentences.en[0]).toContain('number');
  });
});

const judges = path.resolve('../shared/data/judges');
if (existsSync(judges)) {
  test.each(['men', 'ladies'])(
    'three of nine judges a performer, %s: calibrated is nearer to the full panel, and honest',
    (event) => {
      const lines = readFileSync(path.join(judges, `scores-${event}.csv`), 'utf8')
        .trim()
        .split('\n')
        .slice(1);
      const all = lines.map((line): Score => {
        const [reviewer, application, criterion, score] = line.trim().split(',');
        return { reviewer: reviewer!, application: application!, criterion: criterion!, score: score! };
      });
      const truth = new Map(plainMeans(all).map((r) => [r.application, r.score]));
      let [nearer, covered, rows] = [0, 0, 0];
      for (let seed = 1; seed <= 60; seed++) {
        const kept = threeOfNine([...truth.keys()].sort(), seed);
        const scores = all.filter((s) => kept.has(`${s.application} ${s.reviewer}`));
        const table = tabulate(scores, CALIBRATED);
        const found = evaluate(table, CALIBRATED, seed % 10 === 0 ? 20 : 0);
        const own = table.applications.map((application, a) => ({ application, score: found.scores[a]! }));
        nearer += rankCorrelation(own, truth) - rankCorrelation(plainMeans(scores), truth);
        for (const [a, interval] of found.intervals.entries()) {
          if (interval === null) continue;
          const t = truth.get(table.applications[a]!)!;
          rows++;
          if (interval[0] <= t && t <= interval[1]) covered++;
        }
      }
      expect(nearer).toBeGreaterThan(0);
      expect(covered / rows).toBeGreaterThan(0.85);
    },
  );
}

const submissions = path.resolve('../shared/data/reviews/iclr2022_reviews.csv');
if (existsSync(submissions)) {
  test('a thousand submissions, each with reviewers of its own: nobody gets a severity, and it is said', () => {
    const thousand = new Set<string>();
    const scores = readFileSync(submissions, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .filter((line) => thousand.add(line.split(',')[0]!).size <= 1000)
      .flatMap((line): Score[] => {
        const [application, index, rating, , correctness] = line.trim().split(',');
        const reviewer = `${application}.${index}`;
        return [
          { reviewer, application: application!, criterion: 'rating', score: rating! },
          { reviewer, application: application!, criterion: 'correctness', score: correctness! },
        ];
      });
    const found = rank(scores, CALIBRATED);
    expect(found.ranking.length + found.unranked.length).toBe(1000);
    expect(found.reviewers.every((r) => r.severity === null)).toBe(true);
    expect(found.warnings).toEqual([expect.stringContaining('falls into 1000 groups')]);
    expect(found.ranking.every((r) => r.low! < r.score && r.score < r.high!)).toBe(true);
  });
}

function threeOfNine(applications: readonly string[], seed: number): Set<string> {
  const source = random(seed);
  return new Set(
    applications.flatMap((a) => {
      const judges = ['J1', 'J2', 'J3', 'J4', 'J5', 'J6', 'J7', 'J8', 'J9'];
      return [1, 2, 3].map(() => `${a} ${judges.splice(source.below(judges.length), 1)[0]}`);
    }),
  );
}
