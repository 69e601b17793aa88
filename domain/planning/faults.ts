import type { PlannedOffering, PlanProblem } from '../../contracts/planning.ts';
import type { Fact } from '../../contracts/refusals/refusal.ts';
import { moneyFact } from '../money.ts';
import { because } from '../refuse.ts';
import type { PlanFault } from './fault.ts';
import { faultsOfOffering, serves, suits } from './offering-faults.ts';

/**
 * Every limit that offerings break, whoever made them: the check of a plan that people have amended, and the judge of
 * the compiler, with which it shares nothing but calendars. Kept offerings are counted but not blamed for what they
 * are by themselves. Empty: the offerings can be held.
 */
export function faultsOfPlan(problem: PlanProblem, offerings: readonly PlannedOffering[]): PlanFault[] {
  const kept = new Set(problem.keep.map(({ id }) => id));
  return [
    ...offerings.filter(({ id }) => !kept.has(id)).flatMap((o) => faultsOfOffering(problem, o)),
    ...namesTwice(offerings),
    ...budgets(problem, offerings),
    ...hours(problem, offerings),
    ...clashes(offerings, kept),
    ...training(problem, offerings),
    ...needsTwice(problem, offerings),
    ...musts(problem, offerings),
  ];
}

function namesTwice(offerings: readonly PlannedOffering[]): PlanFault[] {
  return offerings
    .filter(({ id }, i) => offerings.findIndex((o) => o.id === id) < i)
    .map(({ id }) => ({
      offering: id,
      limit: { kind: 'must', id },
      why: because('plan-limits/name-twice', { offering: id }),
    }));
}

function budgets({ budget, currency }: PlanProblem, offerings: readonly PlannedOffering[]): PlanFault[] {
  const lines = new Set(budget.map(({ id }) => id));
  const unknown = offerings
    .filter((o) => !lines.has(o.budgetLine))
    .map(
      (o): PlanFault => ({
        offering: o.id,
        limit: { kind: 'budget', id: o.budgetLine },
        why: because('plan-limits/no-budget-line', { offering: o.id, line: o.budgetLine }),
      }),
    );
  const overdrawn = budget.flatMap(({ id, amount }): PlanFault[] => {
    const own = offerings.filter((o) => o.budgetLine === id);
    const cost = own.reduce((sum, o) => sum + o.cost, 0);
    if (cost <= amount) return [];
    const [has, costs, over] = [amount, cost, cost - amount].map((sum) => moneyFact(sum, currency)) as [
      Fact,
      Fact,
      Fact,
    ];
    const why = because('plan-limits/overdrawn', { line: id, amount: has, cost: costs, over });
    return [{ offering: own[0]!.id, limit: { kind: 'budget', id }, why }];
  });
  return [...unknown, ...overdrawn];
}

function hours({ trainers }: PlanProblem, offerings: readonly PlannedOffering[]): PlanFault[] {
  return trainers.flatMap(({ person, hours: most }): PlanFault[] => {
    const own = offerings.filter((o) => o.trainer === person);
    const sum = own.reduce((total, o) => total + o.hours, 0);
    if (sum <= most) return [];
    const why = because('plan-limits/trainer-hours', { person, most, hours: sum });
    return [{ offering: own[0]!.id, limit: { kind: 'trainer', id: person }, why }];
  });
}

/** A room, or somebody who teaches or learns, in two offerings on one day. */
function clashes(offerings: readonly PlannedOffering[], kept: ReadonlySet<string>): PlanFault[] {
  const taken = new Map<string, PlannedOffering>();
  const faults: PlanFault[] = [];
  // What is kept comes first, so that what was added is blamed.
  const order = [...offerings.filter((o) => kept.has(o.id)), ...offerings.filter((o) => !kept.has(o.id))];
  for (const o of order)
    for (const day of o.days)
      for (const [kind, id] of resources(o)) {
        const other = taken.get(`${kind}|${id}|${day}`);
        taken.set(`${kind}|${id}|${day}`, o);
        if (!other || other === o || (kept.has(o.id) && kept.has(other.id))) continue;
        const limit = { kind: kind === 'person' ? (o.trainer === id ? 'trainer' : 'calendar') : 'rooms', id } as const;
        const facts = { offering: o.id, other: other.id, day };
        const why =
          kind === 'room'
            ? because('plan-limits/room-taken', { ...facts, room: id })
            : because('plan-limits/person-taken', { ...facts, person: id });
        faults.push({ offering: o.id, limit, why });
      }
  return faults;
}

function resources(o: PlannedOffering): (readonly ['room' | 'person', string])[] {
  const people = [...o.participants, ...(o.trainer === null ? [] : [o.trainer])];
  return [...(o.room === null ? [] : [['room', o.room] as const]), ...people.map((id) => ['person', id] as const)];
}

function training({ daysAPerson }: PlanProblem, offerings: readonly PlannedOffering[]): PlanFault[] {
  const days = new Map<string, number>();
  const faults = new Map<string, PlanFault>();
  for (const o of offerings)
    for (const person of o.participants) {
      const sum = (days.get(person) ?? 0) + o.days.length;
      days.set(person, sum);
      if (sum <= daysAPerson) continue;
      const why = because('plan-limits/days-of-training', { offering: o.id, person, days: sum, most: daysAPerson });
      faults.set(person, { offering: o.id, limit: { kind: 'calendar', id: person }, why });
    }
  return [...faults.values()];
}

/** Somebody who is given the same course more often than they have needs for it. */
function needsTwice({ demands }: PlanProblem, offerings: readonly PlannedOffering[]): PlanFault[] {
  const asked = new Map<string, number>();
  for (const d of demands)
    for (const person of d.people) {
      const key = `${d.course}|${d.source === 'outside' ? d.quote : null}|${person}`;
      asked.set(key, (asked.get(key) ?? 0) + 1);
    }
  return demands.flatMap((d) => {
    const own = offerings.filter((o) => serves(o, d) && suits(o, d));
    return d.people.flatMap((person): PlanFault[] => {
      const again = own.filter((o) => o.participants.includes(person));
      const key = `${d.course}|${d.source === 'outside' ? d.quote : null}|${person}`;
      if (again.length < 2 || again.length <= asked.get(key)!) return [];
      const offering = again[1]!.id;
      const why = because('plan-limits/in-it-already', { offering, person, course: d.course, need: d.need });
      return [{ offering, limit: { kind: 'seats', id: d.course }, why }];
    });
  });
}

function musts({ demands }: PlanProblem, offerings: readonly PlannedOffering[]): PlanFault[] {
  return demands
    .filter(({ must }) => must)
    .flatMap((d) => {
      const own = offerings.filter((o) => serves(o, d) && suits(o, d));
      const without = d.people.filter((person) => !own.some((o) => o.participants.includes(person)));
      if (without.length === 0) return [];
      const facts = { need: d.need, people: without };
      const why =
        without.length === 1 ? because('plan-limits/must-stand-one', facts) : because('plan-limits/must-stand', facts);
      return [{ offering: own[0]?.id ?? '', limit: { kind: 'must' as const, id: d.need }, why }];
    });
}
