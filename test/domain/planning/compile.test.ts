import { beforeAll, describe, expect, test } from '@jest/globals';
import { Plan, type PlanOutcome, type PlanProblem } from '../../../contracts/planning.ts';
import { loadSolver, type Solver } from '../../../domain/assignment/solver.ts';
import { compilePlan } from '../../../domain/planning/compile.ts';
import { faultsOfPlan } from '../../../domain/planning/faults.ts';
import { course, demand, line, problem, quote, room, trainer } from './small.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function planned(p: PlanProblem) {
  const outcome: PlanOutcome = compilePlan(p, solver);
  if (!outcome.feasible) throw new Error(outcome.conflict.sentence.en);
  expect(Plan.parse(outcome.plan)).toEqual(outcome.plan);
  expect(faultsOfPlan(p, outcome.plan.offerings)).toEqual([]);
  return outcome.plan;
}

function conflict(p: PlanProblem): string[] {
  const outcome = compilePlan(p, solver);
  if (outcome.feasible) throw new Error('there is a plan');
  return outcome.conflict.limits.map(({ kind, id }) => `${kind}:${id}`).sort();
}

describe('a plan', () => {
  test('holds a course for everybody who needs it, on the first day that suits, and says what it costs', () => {
    const plan = planned(problem([demand('N1', 'C1', ['E1', 'E2'], { effect: [2, 1.5] })]));
    expect(plan.cuts).toEqual([]);
    expect(plan.offerings).toEqual([
      expect.objectContaining({
        id: 'O-001',
        course: 'C1',
        needs: ['N1'],
        days: ['2027-01-04'],
        room: 'R1',
        trainer: 'T1',
        participants: ['E1', 'E2'],
        cost: 1000,
        effect: 3.5,
        seats: 10,
      }),
    ]);
    expect(plan.budget).toEqual([{ line: 'B1', planned: 1000, limit: 100_000 }]);
    expect([plan.effect, plan.bound]).toEqual([3.5, 3.5]);
  });

  test('lets needs with too few people of their own share a run', () => {
    const courses = [course('C1', { minSeats: 3 })];
    const plan = planned(problem([demand('N1', 'C1', ['E1', 'E2']), demand('N2', 'C1', ['E3'])], { courses }));
    expect(plan.offerings.map(({ needs }) => needs)).toEqual([['N1', 'N2']]);
  });

  test('gives somebody with two needs for one course one seat', () => {
    const plan = planned(problem([demand('N1', 'C1', ['E1']), demand('N2', 'C1', ['E1', 'E2'])]));
    expect(plan.offerings.map((o) => [o.participants, o.effect])).toEqual([[['E1', 'E2'], 3]]);
  });

  test('cuts what too few people ask for, and says so', () => {
    const plan = planned(problem([demand('N1', 'C1', ['E1'])], { courses: [course('C1', { minSeats: 2 })] }));
    expect(plan.cuts).toEqual([
      expect.objectContaining({ need: 'N1', people: ['E1'], limit: { kind: 'seats', id: 'C1' }, lost: 1 }),
    ]);
  });

  test('cuts the less urgent need when the money is for one, whatever it promises', () => {
    const demands = [
      demand('N1', 'C1', ['E1'], { priority: 2, effect: [9] }),
      demand('N2', 'C2', ['E2'], { priority: 1, effect: [1] }),
    ];
    const plan = planned(problem(demands, { budget: [line('B1', 1000)] }));
    expect(plan.offerings.map((o) => o.course)).toEqual(['C2']);
    expect(plan.cuts).toEqual([expect.objectContaining({ need: 'N1', limit: { kind: 'budget', id: 'B1' }, lost: 9 })]);
  });

  test('comes out as in the example by hand of docs/planning.md', () => {
    const demands = [
      demand('N1', 'A', ['E1', 'E2'], { priority: 2, effect: [5, 4] }),
      demand('N2', 'B', ['E3'], { priority: 1, effect: [1] }),
      demand('N3', 'B', ['E4'], { priority: 3, effect: [2] }),
    ];
    const parts = {
      courses: [course('A', { seatCost: 300 }), course('B', { seatCost: 300 })],
      budget: [line('B', 5000)],
      horizon: { from: '2027-01-04', to: '2027-01-04' },
    };
    const oneDay = (all: typeof demands) =>
      problem(
        all.map((d) => ({ ...d, budgetLine: 'B' })),
        parts,
      );
    const plan = planned(oneDay(demands));
    expect(plan.offerings.map((o) => [o.course, o.participants, o.cost])).toEqual([['B', ['E3', 'E4'], 1600]]);
    expect(plan.cuts.map(({ need, limit, lost }) => [need, `${limit.kind}:${limit.id}`, lost])).toEqual([
      ['N1', 'trainer:T1', 9],
    ]);
    expect([plan.effect, plan.bound]).toEqual([3, 3]);
    expect(conflict(oneDay(demands.map((d) => ({ ...d, must: d.need !== 'N3' }))))).toEqual(
      expect.arrayContaining(['must:N1', 'must:N2']),
    );
  });

  test('brings people of two countries together on a day that both work', () => {
    const people = { E1: { calendar: 'CN', away: [] }, E2: { calendar: 'US', away: [] } };
    const plan = planned(
      problem([demand('N1', 'C1', ['E1', 'E2'])], {
        people,
        courses: [course('C1', { days: 2, minSeats: 2 })],
        horizon: { from: '2027-01-05', to: '2027-01-10' },
      }),
    );
    expect(plan.offerings.map(({ days }) => days)).toEqual([['2027-01-07', '2027-01-08']]);
  });

  test('keeps offerings as they are and names new ones afresh', () => {
    const before = planned(problem([demand('N1', 'C1', ['E1'])])).offerings;
    const plan = planned(problem([demand('N1', 'C1', ['E1']), demand('N2', 'C2', ['E1'])], { keep: before, before }));
    expect(plan.offerings.map(({ id, days }) => [id, days[0]])).toEqual([
      ['O-001', '2027-01-04'],
      ['O-002', '2027-01-05'],
    ]);
  });

  test('is taught from outside by a quote only as long as the quote is valid', () => {
    const outside = { source: 'outside' as const, quote: 'Q1' };
    const quotes = [quote('Q1', 'C1', { validUntil: '2027-01-03' })];
    const plan = planned(problem([demand('N1', 'C1', ['E1'], outside)], { quotes }));
    expect(plan.cuts).toEqual([expect.objectContaining({ limit: { kind: 'window', id: 'Q1' } })]);
  });
});

describe('a conflict names limits, each of which is needed', () => {
  const must = { must: true };

  test('money for one of two musts', () => {
    const demands = [demand('N1', 'C1', ['E1'], must), demand('N2', 'C2', ['E2'], must)];
    expect(conflict(problem(demands, { budget: [line('B1', 1500)] }))).toEqual(['budget:B1', 'must:N1', 'must:N2']);
  });

  test('nobody may teach it', () => {
    expect(conflict(problem([demand('N1', 'C1', ['E1'], must)], { trainers: [] }))).toEqual(['must:N1', 'trainer:C1']);
  });

  test('too few people for a must', () => {
    const courses = [course('C1', { minSeats: 2 })];
    expect(conflict(problem([demand('N1', 'C1', ['E1'], must)], { courses }))).toEqual(['must:N1', 'seats:C1']);
  });

  test('no room that is large enough', () => {
    const parts = { rooms: [room('R1', { seats: 1 })], courses: [course('C1', { minSeats: 2 })] };
    expect(conflict(problem([demand('N1', 'C1', ['E1', 'E2'], must)], parts))).toEqual([
      'must:N1',
      'rooms:all',
      'seats:C1',
    ]);
  });

  test('a trainer without hours', () => {
    const trainers = [trainer('T1', ['C1'], { hours: 5 })];
    expect(conflict(problem([demand('N1', 'C1', ['E1'], must)], { trainers }))).toEqual(['must:N1', 'trainer:T1']);
  });
});
