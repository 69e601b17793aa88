import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Match, MatchProblem, Pair } from '../../../contracts/matching.ts';
import { layOut } from '../../../domain/assignment/grid.ts';
import { isInfeasible, match } from '../../../domain/assignment/match.ts';
import { solveProgram } from '../../../domain/assignment/program.ts';
import { loadSolver } from '../../../domain/assignment/solver.ts';

const names = (letter: string, n: number) =>
  Array.from({ length: n }, (_, i) => `${letter}${String(i + 1).padStart(2, '0')}`);

function problem(
  affinities: readonly (readonly number[])[],
  parts: Partial<MatchProblem> & { maxLoad?: number } = {},
): MatchProblem {
  const applications = names('A', affinities.length);
  const reviewers = names('R', affinities[0]!.length);
  const affinity = affinities.flatMap((row, a) =>
    row.map((value, r) => ({ application: applications[a]!, reviewer: reviewers[r]!, affinity: value })),
  );
  return {
    applications,
    reviewers: reviewers.map((reviewer) => ({ reviewer, maxLoad: parts.maxLoad ?? 2 })),
    affinity,
    perApplication: 2,
    ...parts,
  };
}

async function solved(p: MatchProblem): Promise<Match> {
  const result = await match(p);
  if (isInfeasible(result)) throw new Error(result.shortages.map((s) => s.sentence).join(' '));
  return result;
}

const anyProblem = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 3, max: 6 }))
  .chain(([n, m]) =>
    fc.record({
      affinities: fc.array(
        fc.array(
          fc.integer({ min: -2, max: 9 }).map((x) => x / 4),
          { minLength: m, maxLength: m },
        ),
        { minLength: n, maxLength: n },
      ),
      conflicts: fc.uniqueArray(fc.tuple(fc.nat(n - 1), fc.nat(m - 1)), { maxLength: 4, selector: String }),
      maxLoad: fc.integer({ min: 1, max: 5 }),
      perApplication: fc.integer({ min: 1, max: 3 }),
    }),
  )
  .map(({ affinities, conflicts, ...parts }) =>
    problem(affinities, {
      ...parts,
      conflicts: conflicts.map(([a, r]) => ({ application: names('A', 9)[a]!, reviewer: names('R', 9)[r]! })),
    }),
  );

/** Every assignment that the rules allow, one application at a time. */
function everyAssignment(p: MatchProblem): number[][] {
  const grid = layOut(p);
  const width = grid.reviewers.length;
  const choices = grid.applications.map((_, a) =>
    subsets(width, grid.demand).filter((set) => set.every((r) => grid.allowed[a * width + r])),
  );
  let partial: { load: number[]; sums: number[] }[] = [{ load: Array(width).fill(0), sums: [] }];
  choices.forEach((sets, a) => {
    partial = partial.flatMap(({ load, sums }) =>
      sets.flatMap((set) => {
        const next = load.map((x, r) => x + (set.includes(r) ? 1 : 0));
        if (next.some((x, r) => x > grid.capacity[r]!)) return [];
        return [
          { load: next, sums: [...sums, set.reduce((s, r) => s + grid.affinity[a * width + r]!, 0) / grid.scale] },
        ];
      }),
    );
  });
  return partial.map((x) => x.sums);
}

function subsets(n: number, k: number): number[][] {
  if (k === 0) return [[]];
  return Array.from({ length: n }, (_, i) => subsets(i, k - 1).map((rest) => [...rest, i])).flat();
}

const total = (sums: readonly number[]) => sums.reduce((s, x) => s + x, 0);

/** Of so many that they are too many to be arguments. */
const largest = (figures: readonly number[]) => figures.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

describe('the largest total', () => {
  test("equals an independent solver's, is proved by its bound, and keeps every rule", async () => {
    const solver = await loadSolver();
    await fc.assert(
      fc.asyncProperty(anyProblem, async (p) => {
        const grid = layOut(p);
        const other = solveProgram(grid, 'total', solver);
        const own = await match(p);
        expect(isInfeasible(own)).toBe(Array.isArray(other));
        if (isInfeasible(own) || Array.isArray(other)) return;
        expect(own.total * grid.scale).toBeCloseTo((other as { bound: number }).bound, 6);
        expect(own.bound).toBe(own.total);
        expectRules(p, own);
      }),
      { numRuns: 120 },
    );
  });

  test('does not depend on the order of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (p) => {
        const turned = {
          ...p,
          applications: [...p.applications].reverse(),
          reviewers: [...p.reviewers].reverse(),
          affinity: [...p.affinity].reverse(),
        };
        expect(await match(turned)).toEqual(await match(p));
      }),
      { numRuns: 40 },
    );
  });

  test('holds with the tightest loads that are feasible', async () => {
    const seed = (a: number, r: number) => ((a * 7919 + r * 104729) % 997) / 1000;
    const affinities = Array.from({ length: 60 }, (_, a) => Array.from({ length: 12 }, (_, r) => seed(a, r)));
    const p = problem(affinities, { perApplication: 3, maxLoad: 15 });
    const own = await solved(p);
    expect(Object.values(own.load)).toEqual(Array(12).fill(15));
    expect(own.bound).toBe(own.total);
  });
});

function expectRules(p: MatchProblem, found: Match): void {
  const conflicts = new Set((p.conflicts ?? []).map((c) => `${c.application} ${c.reviewer}`));
  const pairs = found.assignments.map((x) => `${x.application} ${x.reviewer}`);
  expect(new Set(pairs).size).toBe(p.applications.length * p.perApplication);
  expect(pairs.filter((pair) => conflicts.has(pair))).toEqual([]);
  for (const { reviewer, maxLoad } of p.reviewers) expect(found.load[reviewer]).toBeLessThanOrEqual(maxLoad);
  for (const application of p.applications)
    expect(found.assignments.filter((x) => x.application === application)).toHaveLength(p.perApplication);
}

describe('the fair objective', () => {
  test('first lifts the worst-off application, then the total', async () => {
    const small = anyProblem.filter((p) => p.applications.length <= 4);
    await fc.assert(
      fc.asyncProperty(small, async (p) => {
        const all = everyAssignment(p);
        const own = await match({ ...p, objective: 'fair' });
        expect(isInfeasible(own)).toBe(all.length === 0);
        if (isInfeasible(own)) return;
        const minimum = largest(all.map((sums) => Math.min(...sums)));
        const best = largest(all.filter((sums) => Math.min(...sums) >= minimum - 1e-9).map(total));
        expect([own.minimum, own.total, own.bound]).toEqual([minimum, best, best]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('matching anew while keeping', () => {
  const affinities = [
    [9, 8, 1, 1],
    [8, 9, 1, 1],
    [1, 1, 9, 8],
    [1, 1, 8, 9],
  ];

  test('changes nothing that no rule asks to change, even for a better total', async () => {
    const poor: Pair[] = [
      ['A01', 'R03'],
      ['A01', 'R04'],
      ['A02', 'R03'],
      ['A02', 'R04'],
      ['A03', 'R01'],
      ['A03', 'R02'],
      ['A04', 'R01'],
      ['A04', 'R02'],
    ].map(([application, reviewer]) => ({ application: application!, reviewer: reviewer! }));
    const own = await solved(problem(affinities, { keep: poor }));
    expect(own).toMatchObject({ total: 8, bound: 8, removed: [], added: [] });
  });

  test('replaces a late conflict by the fewest changes', async () => {
    const first = await solved(problem(affinities, { maxLoad: 3 }));
    const late = { application: 'A01', reviewer: 'R01' };
    const own = await solved(problem(affinities, { maxLoad: 3, keep: [...first.assignments], conflicts: [late] }));
    expect(own.removed).toEqual([late]);
    expect(own.added).toHaveLength(1);
  });
});

describe('quotas by block', () => {
  const seniors = (p: MatchProblem) => ({
    ...p,
    reviewers: p.reviewers.map((r, i) => ({ ...r, blocks: new Map([['grade', i < 2 ? 'senior' : 'junior']]) })),
  });
  const affinities = [
    [1, 1, 5, 5],
    [1, 1, 5, 5],
    [1, 1, 5, 5],
  ];

  test('give every application a reviewer of the block', async () => {
    const own = await solved(
      seniors(problem(affinities, { maxLoad: 3, quotas: [{ attribute: 'grade', value: 'senior', min: 1 }] })),
    );
    expect(own.total).toBe(18);
    for (const a of names('A', 3))
      expect(own.assignments.filter((x) => x.application === a && x.affinity === 1)).toHaveLength(1);
  });

  test('that cannot be met are named with what is missing', async () => {
    const p = seniors(
      problem(affinities, {
        maxLoad: 3,
        quotas: [{ attribute: 'grade', value: 'senior', min: 1 }],
        conflicts: ['R01', 'R02'].map((reviewer) => ({ application: 'A02', reviewer })),
      }),
    );
    const result = await match(p);
    expect(result).toMatchObject({
      infeasible: true,
      shortages: [{ kind: 'quota', applications: ['A02'], needed: 1, possible: 0, short: 1 }],
    });
  });
});

describe('what is infeasible is named', () => {
  test('an application that too few may take', async () => {
    const p = problem(
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
      { conflicts: ['R01', 'R02'].map((reviewer) => ({ application: 'A02', reviewer })) },
    );
    expect(await match(p)).toEqual({
      infeasible: true,
      shortages: [
        {
          kind: 'application',
          applications: ['A02'],
          reviewers: ['R03'],
          needed: 2,
          possible: 1,
          short: 1,
          sentence: 'A02 needs 2 reviewers but only 1 may take it: short by 1. Add reviewers or lift a conflict.',
        },
      ],
    });
  });

  test('too few places in all', async () => {
    const result = await match(
      problem(
        [
          [1, 2, 3],
          [1, 2, 3],
          [1, 2, 3],
          [1, 2, 3],
        ],
        { maxLoad: 2 },
      ),
    );
    expect(result).toMatchObject({
      infeasible: true,
      shortages: [{ kind: 'reviewers', needed: 8, possible: 6, short: 2 }],
    });
  });

  test('a few reviewers on whom too much depends', async () => {
    const listed = [
      ['A01', 'R01'],
      ['A02', 'R01'],
      ['A03', 'R02'],
      ['A03', 'R01'],
    ].map(([application, reviewer]) => ({ application: application!, reviewer: reviewer!, affinity: 1 }));
    const p = {
      ...problem(
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        { maxLoad: 1, perApplication: 1 },
      ),
      affinity: listed,
      listedOnly: true,
    };
    expect(await match(p)).toMatchObject({
      infeasible: true,
      shortages: [{ reviewers: ['R01'], applications: ['A01', 'A02'], short: 1 }],
    });
  });
});

describe('a fair matching too large for an exact program', () => {
  // Everybody prefers the same reviewers: the hardest case for fairness.
  const affinities = Array.from({ length: 40 }, (_, a) =>
    Array.from({ length: 12 }, (_, r) => ((r * r) % 13) + ((a * 7 + r * 5) % 6) / 10),
  );
  const p = problem(affinities, { perApplication: 3, maxLoad: 11 });

  test('lifts the worst-off application above what the largest total leaves it, and says how far it may be from the best', async () => {
    const [largest, fair] = [await solved(p), await solved({ ...p, objective: 'fair' })];
    expectRules(p, fair);
    expect(fair.minimum).toBeGreaterThan(1.15 * largest.minimum);
    expect(fair.minimumBound ?? fair.minimum).toBeGreaterThanOrEqual(fair.minimum);
    expect(fair.minimum).toBeGreaterThan(0.9 * (fair.minimumBound ?? fair.minimum));
    // Where the minimum is held, the total is the exact optimum.
    expect(fair.bound).toBe(fair.total);
    expect(fair.total).toBeLessThanOrEqual(largest.total);
  });

  test('is what an independent program finds when it is given the same minimum', async () => {
    const solver = await loadSolver();
    for (const shift of [0, 1, 2]) {
      const shifted = affinities.slice(shift, shift + 30);
      const q = problem(shifted, { perApplication: 3, maxLoad: 8, objective: 'fair' });
      const own = await solved(q);
      expect((await match(q)) as Match).toEqual(own);
      if (own.minimumBound !== undefined) continue;
      const grid = layOut(q);
      const other = solveProgram(grid, 'fair', solver) as { assigned: Uint8Array; bound: number };
      expect(own.total * grid.scale).toBeCloseTo(other.bound, 6);
    }
  });

  test('keeps what is in force', async () => {
    const keep = (await solved(p)).assignments.slice(0, 60);
    expect((await solved({ ...p, objective: 'fair', keep: [...keep] })).removed).toEqual([]);
  });
});
