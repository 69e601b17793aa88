import { describe, expect, test } from '@jest/globals';
import type { Score } from '../../../contracts/ranking.ts';
import { rankingMethod } from '../../../domain/ranking/method.ts';
import { rank } from '../../../domain/ranking/rank.ts';
import { sensitivity } from '../../../domain/ranking/sensitivity.ts';
import { simulatedPanel } from './simulated-panel.ts';

const cell = (reviewer: string, application: string, criterion: string, score: number): Score => ({
  reviewer,
  application,
  criterion,
  score,
});

describe('sensitivity', () => {
  const scores = [
    cell('R1', 'A', 'x', 9),
    cell('R2', 'A', 'x', 9),
    cell('R1', 'A', 'y', 5),
    cell('R2', 'A', 'y', 5),
    cell('R1', 'B', 'x', 5),
    cell('R2', 'B', 'x', 5),
    cell('R1', 'B', 'y', 8),
    cell('R2', 'B', 'y', 8.6),
    cell('R1', 'C', 'x', 1),
    cell('R2', 'C', 'x', 1),
    cell('R1', 'C', 'y', 1),
    cell('R2', 'C', 'y', 1),
  ];

  test('shows who moves when one weight changes', () => {
    const { weights } = sensitivity(
      scores,
      rankingMethod({
        criteria: [
          { criterion: 'x', weight: '0.5' },
          { criterion: 'y', weight: '0.5' },
        ],
      }),
    );
    expect(weights.find((w) => w.criterion === 'x' && w.change < 0)?.moves).toEqual([
      { application: 'A', from: 1, to: 2 },
      { application: 'B', from: 2, to: 1 },
    ]);
    expect(weights.find((w) => w.criterion === 'x' && w.change > 0)?.moves).toEqual([]);
  });

  test('shows who moves without a reviewer', () => {
    const method = rankingMethod({
      criteria: [
        { criterion: 'x', weight: '0.46' },
        { criterion: 'y', weight: '0.54' },
      ],
    });
    const [r1, r2] = sensitivity(scores, method).reviewers;
    expect(rank(scores, method).ranking[0]?.application).toBe('A');
    expect(r1?.moves.map((m) => m.application)).toEqual(['A', 'B']);
    expect(r2?.moves).toEqual([]);
  });

  test.each(['mean', 'trimmed', 'calibrated'] as const)(
    'rank intervals of %s hold the rank and are the same every time',
    (method) => {
      const panel = simulatedPanel({ applications: 14, reviewers: 6, each: 4, severity: 1 }, 9).scores;
      const found = sensitivity(panel, rankingMethod({ method }));
      for (const row of found.applications) {
        expect(row.reviewersLow).toBeLessThanOrEqual(row.rank);
        expect(row.reviewersHigh).toBeGreaterThanOrEqual(row.rank);
      }
      expect(found.applications.some((row) => row.reviewersHigh - row.reviewersLow >= 3)).toBe(true);
      expect(sensitivity([...panel].reverse(), rankingMethod({ method }))).toEqual(found);
    },
  );
});

describe('flags', () => {
  test('see a reviewer who draws straight lines through the criteria', () => {
    const scores = ['A', 'B', 'C', 'D', 'E'].flatMap((application, a) =>
      ['R1', 'R2', 'R3'].flatMap((reviewer, r) =>
        ['x', 'y', 'z'].map((criterion, c) => cell(reviewer, application, criterion, r === 1 ? a + 3 : a + 2 + c)),
      ),
    );
    const { reviewers } = rank(scores, rankingMethod());
    expect(reviewers.map((r) => r.flags)).toEqual([[], ['straight-line'], []]);
  });

  test('see a reviewer far more severe than all others, and one who gives all the same', () => {
    const { scores } = simulatedPanel(
      { applications: 40, reviewers: 8, each: 3, severity: 0.2, error: 0.4, odd: { 6: 'constant' } },
      2,
    );
    const harsh = scores.map((s) => (s.reviewer === 'R4' ? { ...s, score: Number(s.score) - 4 } : s));
    const flags = new Map(rank(harsh, rankingMethod()).reviewers.map((r) => [r.reviewer, r.flags]));
    expect(flags.get('R4')).toContain('severe');
    expect(flags.get('R6')).toContain('constant');
  });
});
