import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Score } from '../../../contracts/ranking.ts';
import { rankingBytes } from '../../../domain/ranking/bytes.ts';
import { wideDisagreements } from '../../../domain/ranking/disagreement.ts';
import { explain } from '../../../domain/ranking/explain.ts';
import { rankingMethod } from '../../../domain/ranking/method.ts';
import { rank } from '../../../domain/ranking/rank.ts';

function given(rows: string): Score[] {
  return rows
    .trim()
    .split('\n')
    .map((line) => {
      const [reviewer, application, criterion, score] = line.trim().split(/\s+/);
      return {
        reviewer: reviewer!,
        application: application!,
        criterion: criterion!,
        score: score === '-' ? null : score!,
      };
    });
}

const THREE = given(`
  R1 A clarity 4
  R2 A clarity 5
  R3 A clarity 4
  R1 A depth 3
  R2 A depth 3
  R3 A depth 3
  R1 B clarity 5
  R2 B clarity 5
  R3 B clarity 5
  R1 B depth 2
  R2 B depth 3
  R3 B depth -
`);

const anyScores = fc
  .uniqueArray(fc.tuple(fc.nat(5), fc.nat(6), fc.nat(1), fc.integer({ min: 0, max: 20 })), {
    selector: ([r, a, c]) => `${r},${a},${c}`,
    minLength: 6,
    maxLength: 60,
  })
  .map((cells) =>
    cells.map(
      ([r, a, c, s]): Score => ({ reviewer: `R${r}`, application: `A${a}`, criterion: `C${c}`, score: String(s / 4) }),
    ),
  );

describe('the plain mean', () => {
  test('is the weighted sum of exact averages, and a missing score is missing', () => {
    const method = rankingMethod({
      criteria: [
        { criterion: 'clarity', weight: '0.4' },
        { criterion: 'depth', weight: '0.6' },
      ],
      decimals: 2,
    });
    const { ranking, ties } = rank(THREE, method);
    expect(ranking.map((r) => [r.application, r.rank, r.score, r.criteria, r.reviews])).toEqual([
      ['A', 1, 3.532, { clarity: 4.33, depth: 3 }, 3],
      ['B', 2, 3.5, { clarity: 5, depth: 2.5 }, 3],
    ]);
    expect(ties).toEqual([]);
  });

  test('rounds half up in decimals, where binary fractions would round down', () => {
    const scores = given('R1 A c 1.00\nR2 A c 1.01');
    expect(rank(scores, rankingMethod({ decimals: 2 })).ranking[0]?.score).toBe(1.01);
  });

  test('names an application that cannot be scored instead of inventing a score', () => {
    const scores = [...THREE, ...given('R1 C clarity 5')];
    const { ranking, unranked } = rank(scores, rankingMethod(), { applications: ['A', 'B', 'C', 'D'] });
    expect(ranking.map((r) => r.application)).toEqual(['B', 'A']);
    expect(unranked).toEqual([
      { application: 'C', lacks: ['depth'], reason: 'It has no score on depth.' },
      { application: 'D', lacks: null, reason: 'It has no score.' },
    ]);
  });

  test('says of which criteria an application lacks scores, whatever they are called', () => {
    const called = (criterion: string) => (criterion === 'depth' ? 'depth, and width' : criterion);
    const scores = [...THREE, ...given('R1 C clarity 5')].map((s) => ({ ...s, criterion: called(s.criterion) }));
    const refused = () => explain(scores, rankingMethod(), 'C');
    expect(refused).toThrow('C is not ranked. It has no score on depth, and width.');
    const criteria = ['depth, and width'];
    const because = {
      key: 'not-found/not-ranked-because',
      facts: { application: 'C', fault: { key: 'not-found/lacks-scores', facts: { criteria } } },
    };
    expect(refused).toThrow(expect.objectContaining({ rejection: expect.objectContaining({ because }) }));
  });

  test('refuses a second score for the same cell with one sentence', () => {
    expect(() => rank([...THREE, THREE[0]!], rankingMethod())).toThrow('R1 scores A twice on clarity; keep one score.');
  });
});

describe('ties', () => {
  const level = given('R1 A c 4\nR2 A c 2\nR1 B c 3\nR2 B c 3\nR1 C c 3\nR2 C c 3\nR1 D c 1\nR2 D c 1');

  test('equals share a rank, the next rank is skipped, and the panel sees them', () => {
    const { ranking, ties } = rank(level, rankingMethod());
    expect(ranking.map((r) => r.rank)).toEqual([1, 1, 1, 4]);
    expect(ties).toEqual([['A', 'B', 'C']]);
  });

  test('are broken in the stated order only', () => {
    const { ranking, ties } = rank(level, rankingMethod({ tieBreaks: ['median', 'highest-minimum'] }));
    expect(ranking.map((r) => [r.application, r.rank])).toEqual([
      ['B', 1],
      ['C', 1],
      ['A', 3],
      ['D', 4],
    ]);
    expect(ties).toEqual([['B', 'C']]);
  });

  test('for the last seat leave the choice to the panel', () => {
    const { ranking } = rank(level, rankingMethod({ seats: 2 }));
    expect(ranking.map((r) => r.seat)).toEqual(['tie', 'tie', 'tie', 'no']);
  });
});

describe('seats', () => {
  const scores = given('R1 A c 9\nR2 A c 9\nR1 B c 8\nR2 B c 8\nR1 C c 7\nR2 C c 7\nR1 D c 6\nR2 D c 6.5');
  const attributes = { A: { department: 'X' }, B: { department: 'X' }, C: { department: 'X' }, D: { department: 'Y' } };
  const seated = (parts: object) =>
    rank(scores, rankingMethod(parts), { attributes })
      .ranking.filter((r) => r.seat === 'yes')
      .map((r) => r.application);

  test('go down the ranking within maximums and minimums of blocks', () => {
    expect(seated({ seats: 2 })).toEqual(['A', 'B']);
    expect(seated({ seats: 2, quotas: [{ attribute: 'department', max: 1 }] })).toEqual(['A', 'D']);
    expect(seated({ seats: 3, quotas: [{ attribute: 'department', value: 'Y', min: 1 }] })).toEqual(['A', 'B', 'D']);
  });

  test('are not given below the threshold or a minimum, and the row says why', () => {
    const method = rankingMethod({
      seats: 3,
      threshold: '7',
      criteria: [{ criterion: 'c', weight: '1', minimum: '7.5' }],
    });
    const { ranking } = rank(scores, method);
    expect(ranking.map((r) => [r.seat, r.below])).toEqual([
      ['yes', []],
      ['yes', []],
      ['no', ['c']],
      ['no', ['threshold', 'c']],
    ]);
  });
});

describe('bytes of a ranking', () => {
  test('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(
        anyScores.chain((s) => fc.tuple(fc.constant(s), fc.shuffledSubarray(s, { minLength: s.length }))),
        ([rows, shuffled]) => {
          const method = rankingMethod({ method: 'trimmed', seats: 2, tieBreaks: ['median'] });
          expect(rankingBytes(rank(shuffled, method))).toBe(rankingBytes(rank(rows, method)));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('adding the same constant to every score changes no order', () => {
    fc.assert(
      fc.property(anyScores, fc.integer({ min: 1, max: 9 }), (rows, constant) => {
        const moved = rows.map((s) => ({ ...s, score: String(Number(s.score) + constant) }));
        const ranks = (scores: Score[]) => rank(scores, rankingMethod()).ranking.map((r) => [r.application, r.rank]);
        expect(ranks(moved)).toEqual(ranks(rows));
      }),
      { numRuns: 40 },
    );
  });
});

describe('explanations', () => {
  const method = rankingMethod({
    criteria: [
      { criterion: 'clarity', weight: '0.4' },
      { criterion: 'depth', weight: '0.6' },
    ],
  });

  test('say what separates two applications and what would have to change', () => {
    const { comparison } = explain(THREE, method, 'B', 'A');
    expect(comparison).toMatchObject({ against: 'A', order: 'after', difference: -0.033333, decidedBy: 'score' });
    const depth = comparison?.criteria.find((c) => c.criterion === 'depth');
    expect(depth?.points).toBe(-0.3);
    expect(depth?.needed).toBeCloseTo(0.0333333 / 0.6, 5);
    expect(depth?.levelAtWeight).toBeCloseTo(0.6 - 0.0333333 / 0.5, 5);
    const changed = { ...method, criteria: [method.criteria[0]!, { criterion: 'depth', weight: '0.53' }] };
    expect(rank(THREE, changed).ranking[0]?.application).toBe('B');
  });

  test('name the reviewers on whom the order rests', () => {
    const { comparison, reviews } = explain(THREE, method, 'A', 'B');
    expect(comparison?.reviewers).toEqual(['R1', 'R2'].filter((r) => flips(r)));
    expect(reviews.map((r) => r.reviewer)).toEqual(['R1', 'R2', 'R3']);
    function flips(reviewer: string) {
      const rest = THREE.filter((s) => s.reviewer !== reviewer);
      return (
        rank(rest, method).ranking.find((r) => r.application === 'A')?.rank !== 1 || rank(rest, method).ties.length > 0
      );
    }
  });

  test('read as sentences in both languages', () => {
    const { sentences } = explain(THREE, method, 'B');
    expect(sentences.en[0]).toBe('B is number 2 of 2 with a score of 3.50.');
    expect(sentences['zh-CN'][0]).toBe('B 在 2 份申请中排第 2 名，得分 3.50。');
    expect(sentences.en.length).toBe(sentences['zh-CN'].length);
  });

  test('criteria are called as people know them, in each language', () => {
    const called = {
      depth: { en: 'Depth of matter', 'zh-CN': '内容深度' },
      clarity: { en: 'Clear words', 'zh-CN': '表达清晰' },
    };
    const scored = { ...method, tieBreaks: ['depth'] };
    const { sentences, criteria } = explain(THREE, scored, 'B', 'A', {}, called);
    expect(sentences.en.join(' ')).toContain('Depth of matter');
    expect(sentences['zh-CN'].join('')).toContain('内容深度');
    expect([...sentences.en, ...sentences['zh-CN']].join(' ')).not.toMatch(/\b(depth|clarity)\b/);
    expect(criteria.map((c) => c.criterion).sort()).toEqual(['clarity', 'depth']);
  });
});

describe('wide disagreement', () => {
  test('lists pairs of one application beyond the limit, widest first', () => {
    const scores = given('R1 A c 9\nR2 A c 5\nR3 A c 6\nR1 B c 5\nR2 B c 5');
    expect(wideDisagreements(scores, rankingMethod(), 3)).toEqual([
      { application: 'A', reviewers: ['R1', 'R2'], difference: 4, standardised: null, criteria: { c: 4 } },
    ]);
  });
});

const judges = path.resolve('../shared/data/judges');
if (existsSync(judges)) {
  describe.each(['men', 'ladies'])('nine judges, short programme, %s', (event) => {
    const read = (name: string) =>
      readFileSync(path.join(judges, `${name}-${event}.csv`), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((l) => l.trim().split(','));

    test('trimmed means reproduce every published panel score', () => {
      const scores = read('scores').map(
        ([reviewer, application, criterion, score]): Score => ({
          reviewer: reviewer!,
          application: application!,
          criterion: criterion!,
          score: score!,
        }),
      );
      const { ranking } = rank(scores, rankingMethod({ method: 'trimmed', trim: 1, decimals: 2 }));
      const found = new Map(ranking.map((r) => [r.application, r.criteria]));
      const panel = read('panel');
      expect(panel.length).toBeGreaterThan(100);
      for (const [application, criterion, score] of panel)
        expect(found.get(application!)?.[criterion!]).toBe(Number(score));
    });
  });
}
