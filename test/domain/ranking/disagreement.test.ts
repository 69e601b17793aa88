import { describe, expect, test } from '@jest/globals';
import type { Score } from '../../../contracts/ranking.ts';
import { wideDisagreements } from '../../../domain/ranking/disagreement.ts';
import { rankingMethod } from '../../../domain/ranking/method.ts';
import { simulatedPanel } from './simulated-panel.ts';

const CALIBRATED = rankingMethod({ method: 'calibrated' });

/** Twenty applications, eight reviewers, three each; errors of 0.5 points, reviewers alike but for whom a test changes. */
const PANEL = simulatedPanel({ applications: 20, reviewers: 8, each: 3, severity: 0.3, error: 0.5 }, 12).scores;

const changed = (by: number, which: (s: Score) => boolean): Score[] =>
  PANEL.map((s) => (which(s) ? { ...s, score: Number(s.score) + by } : s));

const places = (scores: readonly Score[], limit: number, method = CALIBRATED) =>
  new Set(wideDisagreements(scores, method, limit).map((d) => d.application));

describe('wide disagreement under the calibrated model', () => {
  test('a harsh but consistent reviewer raises no alarm, which totals alone would', () => {
    const harsh = changed(-4, (s) => s.reviewer === 'R3');
    expect(places(harsh, 2.5, rankingMethod()).size).toBeGreaterThan(5);
    expect(places(PANEL, 2.5).size).toBe(0);
    expect(places(harsh, 2.5).size).toBe(0);
  });

  test('one odd score does, by name, in points and in standard errors', () => {
    const odd = PANEL.find((s) => s.reviewer === 'R3')!;
    const found = wideDisagreements(
      changed(4, (s) => s === odd),
      CALIBRATED,
      2.5,
    );
    expect(new Set(found.map((d) => d.application))).toEqual(new Set([odd.application]));
    expect(found.every((d) => d.reviewers[0] === 'R3')).toBe(true);
    expect(found[0]!.difference).toBeGreaterThan(2.5);
    expect(found[0]!.standardised).toBeGreaterThan(3);
  });

  test('what is usual noise in a panel is no alarm, however low the limit in points', () => {
    const pairs = PANEL.length; // three reviews, three pairs an application
    const found = wideDisagreements(PANEL, CALIBRATED, 0.01);
    expect(found.length).toBeLessThan(pairs / 8);
    for (const d of found) expect(d.standardised).toBeGreaterThan(2);
  });

  test('about 1 pair in 20 is beyond the limit where there is nothing but noise', () => {
    let [alarms, pairs] = [0, 0];
    for (let seed = 1; seed <= 30; seed++) {
      const { scores } = simulatedPanel({ applications: 30, reviewers: 10, each: 3, severity: 1 }, seed);
      alarms += wideDisagreements(scores, CALIBRATED, 1e-6).length;
      pairs += scores.length;
    }
    expect(alarms / pairs).toBeGreaterThan(0.03);
    expect(alarms / pairs).toBeLessThan(0.08);
  });

  test('does not depend on the order of the rows', () => {
    const rows = changed(4, (s) => s.application === 'A7' && s.reviewer === PANEL[21]!.reviewer);
    expect(wideDisagreements([...rows].reverse(), CALIBRATED, 1)).toEqual(wideDisagreements(rows, CALIBRATED, 1));
  });

  test('in a panel too small for a standard error the points decide alone', () => {
    const small = ['A', 'B'].flatMap((application) =>
      ['R1', 'R2'].map(
        (reviewer, r): Score => ({
          reviewer,
          application,
          criterion: 'c',
          score: application === 'A' ? 5 : 2 + 7 * r,
        }),
      ),
    );
    expect(wideDisagreements(small, CALIBRATED, 2)).toMatchObject([
      { application: 'B', reviewers: ['R2', 'R1'], standardised: null },
    ]);
  });
});
