import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Plan, PlanProblem } from '../../../contracts/planning.ts';
import { loadSolver, type Solver } from '../../../domain/assignment/solver.ts';
import { canonicalPlan } from '../../../domain/planning/canonical.ts';
import { compilePlan } from '../../../domain/planning/compile.ts';
import { planDifference } from '../../../domain/planning/difference.ts';
import { faultsOfPlan } from '../../../domain/planning/faults.ts';
import { course, demand, line, problem, room, trainer } from './small.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function planOf(p: PlanProblem): Plan {
  const outcome = compilePlan(p, solver);
  if (!outcome.feasible) throw new Error(outcome.conflict.sentence.en);
  return outcome.plan;
}

const demands = [demand('N1', 'C1', ['E1', 'E2']), demand('N2', 'C2', ['E3'], { priority: 2 })];

describe('when a limit moves', () => {
  test('less money cuts the less urgent need, and the difference says what is lost', () => {
    const before = planOf(problem(demands));
    const after = planOf(problem(demands, { budget: [line('B1', 1500)], before: before.offerings }));
    const difference = planDifference(before, after);
    expect(difference.removed.map((o) => o.course)).toEqual(['C2']);
    expect([difference.added, difference.changed]).toEqual([[], []]);
    expect(difference.cuts.came).toEqual([{ need: 'N2', limit: { kind: 'budget', id: 'B1' }, people: ['E3'] }]);
    expect(difference.totals.cost).toEqual({ before: 2000, after: 1000 });
    expect(difference.totals.effect).toEqual({ before: 3, after: 2 });
  });

  test('a trainer who is away moves the course, which keeps its name', () => {
    const before = planOf(problem(demands));
    const away = [{ from: '2027-01-04', to: '2027-01-04' }];
    const trainers = [trainer('T1', ['C1', 'C2'], { away })];
    const after = planOf(problem(demands, { trainers, before: before.offerings }));
    expect(after.offerings.map(({ id, course: c }) => [id, c])).toContainEqual(['O-001', 'C1']);
    const moved = planDifference(before, after).changed.find(({ id }) => id === 'O-001')!;
    expect(moved.fields.map(({ field }) => field)).toEqual(['days']);
  });

  test('what nothing touches stays where it was', () => {
    const before = planOf(problem(demands));
    const later = [{ ...before.offerings[0]!, days: ['2027-01-07'] }, before.offerings[1]!];
    const after = planOf(problem(demands, { before: later }));
    expect(planDifference({ ...before, offerings: later }, after).changed).toEqual([]);
  });

  test('one who joins is told apart from one who leaves', () => {
    const before = planOf(problem(demands));
    const changed = { ...before.offerings[0]!, participants: ['E2', 'E9'] };
    const difference = planDifference(before, { ...before, offerings: [changed, before.offerings[1]!] });
    expect(difference.changed).toEqual([{ id: 'O-001', course: 'C1', fields: [], joined: ['E9'], left: ['E1'] }]);
  });
});

test('the text for the hash does not depend on the order of names', () => {
  const plan = planOf(problem(demands));
  const turned = Object.fromEntries(Object.entries(plan).reverse()) as unknown as Plan;
  expect(canonicalPlan(turned)).toBe(canonicalPlan(plan));
  expect(canonicalPlan(plan)).toMatch(
    /^\{"bound":3,"budget":\[\{"limit":100000,"line":"B1","planned":2000\}\],"cuts":\[\]/,
  );
});

describe('a plan that people amend is checked', () => {
  const p = problem(demands, {
    courses: [course('C1', { maxSeats: 2, minSeats: 2 }), course('C2')],
    rooms: [room('R1'), room('R2', { seats: 1, closed: [{ from: '2027-01-05', to: '2027-01-05' }] })],
    budget: [line('B1', 2000)],
    daysAPerson: 1,
  });
  const amended = (at: number, parts: Partial<Plan['offerings'][number]>) => {
    const { offerings } = planOf(p);
    return faultsOfPlan(
      p,
      offerings.map((o, i) => (i === at ? { ...o, ...parts } : o)),
    ).map(({ offering, limit }) => `${offering} ${limit.kind}:${limit.id}`);
  };

  test.each([
    ['a weekend', { days: ['2027-01-10'] }, 'O-001 calendar:E1'],
    ['a day outside the plan', { days: ['2027-01-11'] }, 'O-001 window:horizon'],
    ['a room that is too small', { room: 'R2' }, 'O-001 rooms:R2'],
    ['a room that is closed', { room: 'R2', days: ['2027-01-05'] }, 'O-001 rooms:R2'],
    ['no room', { room: null }, 'O-001 rooms:all'],
    ['a trainer nobody knows', { trainer: 'T9' }, 'O-001 trainer:T9'],
    ['too few people', { participants: ['E1'] }, 'O-001 seats:C1'],
    ['too many people', { participants: ['E1', 'E2', 'E3'] }, 'O-001 seats:C1'],
    ['a price that is wrong', { cost: 1 }, 'O-001 budget:B1'],
    ['a day too many', { days: ['2027-01-04', '2027-01-05'] }, 'O-001 calendar:C1'],
    ['the day of another course in the room', { days: ['2027-01-05'] }, 'O-002 rooms:R1'],
  ])('%s', (_, parts, fault) => {
    expect(amended(0, parts)).toContain(fault);
  });

  test('and has no fault as it was compiled', () => {
    expect(amended(0, {})).toEqual([]);
  });
});
