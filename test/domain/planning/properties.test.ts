import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Plan, PlanDemand, PlanProblem } from '../../../contracts/planning.ts';
import { loadSolver, type Solver } from '../../../domain/assignment/solver.ts';
import { canonicalPlan } from '../../../domain/planning/canonical.ts';
import { compilePlan } from '../../../domain/planning/compile.ts';
import { limitsOf, stands } from '../../../domain/planning/conflict.ts';
import { faultsOfPlan } from '../../../domain/planning/faults.ts';
import { limitKey } from '../../../domain/planning/limit.ts';
import { bestByBruteForce } from './brute.ts';
import { course, demand, line, problem, quote, room, trainer } from './small.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const PEOPLE = ['E1', 'E2', 'E3', 'E4'];
const DAYS = ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07'];

const anyAway = fc.array(
  fc.constantFrom(...DAYS).map((day) => ({ from: day, to: day })),
  { maxLength: 1 },
);
const anyCalendar = fc.constantFrom('CN', 'CN', 'US');

const anyCourse = (id: string) =>
  fc
    .record({
      days: fc.constantFrom(1, 1, 2),
      minSeats: fc.integer({ min: 1, max: 2 }),
      more: fc.integer({ min: 0, max: 2 }),
      runCost: fc.constantFrom(0, 1000, 2500),
      seatCost: fc.constantFrom(0, 300),
      hours: fc.constantFrom(4, 6),
    })
    .map(({ more, ...parts }) => course(id, { ...parts, maxSeats: parts.minSeats + more }));

const anyDemand = (need: string): fc.Arbitrary<PlanDemand> =>
  fc
    .record({
      course: fc.constantFrom('C1', 'C2'),
      people: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 3 }),
      priority: fc.integer({ min: 1, max: 3 }),
      must: fc.constantFrom(false, false, false, true),
      effects: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 }),
    })
    .map(({ course: id, people, effects, ...parts }) =>
      demand(need, id, people, { ...parts, effect: people.map((_, i) => effects[i]!) }),
    );

/** Tiny and tight: two courses, four days, four people, and not enough of most things. */
const anyProblem: fc.Arbitrary<PlanProblem> = fc
  .record({
    courses: fc.tuple(anyCourse('C1'), anyCourse('C2')),
    demands: fc
      .integer({ min: 1, max: 3 })
      .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => anyDemand(`N${i + 1}`)))),
    rooms: fc.array(
      fc.record({ seats: fc.integer({ min: 1, max: 4 }), dayCost: fc.constantFrom(0, 200), closed: anyAway }),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
    trainers: fc.array(
      fc.record({
        person: fc.constantFrom('T1', 'T2', 'E4'),
        courses: fc.constantFrom(['C1'], ['C1', 'C2'], ['C2']),
        hours: fc.constantFrom(4, 8, 20),
        calendar: anyCalendar,
        away: anyAway,
      }),
      { minLength: 1, maxLength: 2 },
    ),
    budget: fc.constantFrom(1000, 3000, 6000),
    people: fc.tuple(...PEOPLE.map(() => fc.record({ calendar: anyCalendar, away: anyAway }))),
    lastDay: fc.constantFrom('2027-01-05', '2027-01-06', '2027-01-07'),
    daysAPerson: fc.constantFrom(1, 2, 5),
  })
  .map(({ courses, demands, rooms, trainers, budget, people, lastDay, daysAPerson }) =>
    problem(demands, {
      courses,
      rooms: rooms.map((parts, i) => room(`R${i + 1}`, parts)),
      trainers: trainers
        .filter((t, i) => trainers.findIndex((other) => other.person === t.person) === i)
        .map(({ person, courses: ids, ...parts }) => trainer(person, [...ids], parts)),
      budget: [line('B1', budget)],
      people: Object.fromEntries(PEOPLE.map((id, i) => [id, people[i]!])),
      horizon: { from: '2027-01-04', to: lastDay },
      daysAPerson,
    }),
  );

/** The same with days that needs are for, providers from outside, and a second line. */
const anyWiderProblem: fc.Arbitrary<PlanProblem> = fc
  .tuple(anyProblem, fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }), fc.constantFrom('2027-01-04', '2027-12-31'))
  .map(([p, picks, validUntil]) => ({
    ...p,
    quotes: [quote('Q1', 'C1', { runCost: 1500, validUntil, maxSeats: 3 })],
    budget: [...p.budget, line('B2', 2000)],
    demands: p.demands.map((d, i) => ({
      ...d,
      window: [null, null, null, { from: DAYS[0]!, to: DAYS[1]! }, { from: DAYS[2]!, to: DAYS[3]! }, null][picks[i]!]!,
      budgetLine: picks[i + 3]! > 3 ? 'B2' : 'B1',
      ...(d.course === 'C1' && picks[i + 3]! % 2 === 1 ? { source: 'outside' as const, quote: 'Q1' } : {}),
    })),
  }));

const anyOfBoth = fc.oneof(anyProblem, anyWiderProblem);

function valueByRank(p: PlanProblem, plan: Plan): number[] {
  const value = new Array<number>(9).fill(0);
  for (const d of p.demands)
    d.people.forEach((person, i) => {
      const served = plan.offerings.some(
        (o) => o.course === d.course && o.needs.includes(d.need) && o.participants.includes(person),
      );
      if (served) value[d.priority - 1]! += d.effect[i]!;
    });
  return value;
}

const within = ({ window }: PlanDemand, days: readonly string[]) =>
  window === null || (window.from <= days[0]! && days.at(-1)! <= window.to);

const compare = (a: readonly number[], b: readonly number[]) => {
  const at = a.findIndex((v, i) => v !== b[i]);
  return at === -1 ? 0 : a[at]! - b[at]!;
};

test('keeps every limit, and plans or cuts everybody once; musts are never cut', () => {
  fc.assert(
    fc.property(anyOfBoth, (p) => {
      const outcome = compilePlan(p, solver);
      if (!outcome.feasible) return;
      const { plan } = outcome;
      expect(faultsOfPlan(p, plan.offerings)).toEqual([]);
      for (const { planned, limit } of plan.budget) expect(planned).toBeLessThanOrEqual(limit);
      for (const o of plan.offerings) expect(o.participants.length).toBeLessThanOrEqual(o.seats);
      for (const d of p.demands)
        for (const person of d.people) {
          const held = plan.offerings.filter(
            (o) =>
              o.needs.includes(d.need) && o.course === d.course && o.participants.includes(person) && within(d, o.days),
          );
          const cut = plan.cuts.filter((c) => c.need === d.need && c.people.includes(person));
          expect(held.length + cut.length).toBe(1);
          if (d.must) expect(held.length).toBe(1);
        }
      expect(plan.effect).toBeLessThanOrEqual(plan.bound);
      const asked = p.demands.reduce((sum, d) => sum + d.effect.reduce((a, b) => a + b, 0), 0);
      expect(plan.cuts.reduce((sum, { lost }) => sum + lost, plan.effect)).toBeCloseTo(asked, 6);
    }),
    { numRuns: 50, seed: 11 },
  );
});

test('is as good, rank by rank, as the best of all ways to hold the courses', () => {
  fc.assert(
    fc.property(anyProblem, (p) => {
      const best = bestByBruteForce(p);
      const outcome = compilePlan(p, solver);
      expect(outcome.feasible).toBe(best !== null);
      if (!outcome.feasible) return;
      expect(valueByRank(p, outcome.plan)).toEqual(best);
      expect(outcome.plan.bound).toBe(outcome.plan.effect);
    }),
    { numRuns: 60, seed: 12 },
  );
});

test('does not depend on the order of rows', () => {
  const shuffled = <T>(rows: readonly T[], keys: readonly number[]) =>
    rows
      .map((row, i) => [keys[i % keys.length]!, row] as const)
      .sort(([a], [b]) => a - b)
      .map(([, row]) => row);
  fc.assert(
    fc.property(anyOfBoth, fc.array(fc.integer(), { minLength: 4, maxLength: 4 }), (p, keys) => {
      const other: PlanProblem = {
        ...p,
        courses: shuffled(p.courses, keys),
        rooms: shuffled(p.rooms, keys),
        trainers: shuffled(p.trainers, keys),
        people: Object.fromEntries(shuffled(Object.entries(p.people), keys)),
        demands: shuffled(p.demands, keys).map((d) => {
          const pairs = shuffled(
            d.people.map((person, i) => [person, d.effect[i]!] as const),
            keys,
          );
          return { ...d, people: pairs.map(([person]) => person), effect: pairs.map(([, effect]) => effect) };
        }),
      };
      const [a, b] = [compilePlan(p, solver), compilePlan(other, solver)];
      if (a.feasible && b.feasible) expect(canonicalPlan(b.plan)).toBe(canonicalPlan(a.plan));
      else expect(b).toEqual(a);
    }),
    { numRuns: 15, seed: 13 },
  );
});

test('more money never makes a plan worse', () => {
  fc.assert(
    fc.property(anyProblem, fc.integer({ min: 1, max: 4000 }), (p, more) => {
      const before = compilePlan(p, solver);
      if (!before.feasible) return;
      const richer = { ...p, budget: [line('B1', p.budget[0]!.amount + more)] };
      const after = compilePlan(richer, solver);
      if (!after.feasible) throw new Error('more money made it impossible');
      expect(compare(valueByRank(richer, after.plan), valueByRank(p, before.plan))).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 25, seed: 14 },
  );
});

test('names a conflict of which every part is needed', () => {
  const musts = anyOfBoth.map((p) => ({ ...p, demands: p.demands.map((d) => ({ ...d, must: true })) }));
  let parts = 0;
  fc.assert(
    fc.property(musts, (p) => {
      const outcome = compilePlan(p, solver);
      if (outcome.feasible) return;
      expect(outcome.conflict.sentence.en).toMatch(/^These cannot stand together: /);
      const named = new Set(outcome.conflict.limits.map(limitKey));
      const others = limitsOf(p).filter((limit) => !named.has(limitKey(limit)));
      expect(stands(p, solver, others)).toBe(false);
      for (const limit of outcome.conflict.limits) {
        parts++;
        expect(stands(p, solver, [...others, limit])).toBe(true);
      }
    }),
    { numRuns: 20, seed: 15 },
  );
  expect(parts).toBeGreaterThan(30);
});
