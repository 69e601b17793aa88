import type { DepartmentEffect } from '../../../contracts/cycle/effect.ts';
import type { OfferingResult } from '../../../contracts/offering/result.ts';
import type { OrganisationState } from '../../organisation/state.ts';
import type { Promised } from './promise.ts';

/** A promise and the result of its offering; null: it has none. */
export interface Reported extends Promised {
  readonly result: OfferingResult | null;
}

/** Weighted gap points have four decimals. */
export function points(figure: number): number {
  return Math.round(figure * 10_000) / 10_000;
}

/** What one point has cost, in whole units; null when nothing was closed, or it is unknown. */
export function costPerPoint(cost: number, measured: number | null): number | null {
  return measured === null || measured <= 0 ? null : Math.round(cost / measured);
}

/** How many people can be behind the points that an offering has closed: supervisors rate one person each. */
export function ratedAgain({ transfer }: OfferingResult): number {
  return Math.max(0, ...transfer.map((t) => t.supervisors.answers));
}

interface Sums {
  seats: number;
  present: number;
  absent: number;
  promised: number;
  cost: number;
  measured: number | null;
  costOfMeasured: number;
  hidden: boolean;
}

const none = (): Sums => ({
  seats: 0,
  present: 0,
  absent: 0,
  promised: 0,
  cost: 0,
  measured: null,
  costOfMeasured: 0,
  hidden: false,
});

/**
 * Promised against measured by the department in which people are now. Promise and cost of an offering are divided by
 * seats; points are those that the offering's result gives for the department.
 */
export function departmentEffects(
  reported: readonly Reported[],
  privacy: number,
  organisation: OrganisationState,
): DepartmentEffect[] {
  const sums = new Map<string, Sums>();
  for (const one of reported) add(sums, one, privacy, organisation);
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([department, { costOfMeasured, ...s }]) => ({
      department,
      ...s,
      promised: points(s.promised),
      cost: Math.round(s.cost),
      measured: s.measured === null ? null : points(s.measured),
      costPerPoint: costPerPoint(costOfMeasured, s.measured),
    }));
}

function add(
  sums: Map<string, Sums>,
  { line, points: promise, result }: Reported,
  privacy: number,
  organisation: OrganisationState,
) {
  const of = (people: readonly string[]) => counted(people, organisation);
  const seats = of(line.participants);
  const present = of(result?.present ?? []);
  const absent = of(result?.absent ?? []);
  const shown = shownDepartments(result, present, privacy);
  for (const department of new Set([...seats.keys(), ...present.keys(), ...absent.keys()])) {
    const sum = sums.get(department) ?? none();
    sums.set(department, sum);
    const share = (seats.get(department) ?? 0) / line.participants.length;
    sum.seats += seats.get(department) ?? 0;
    sum.present += present.get(department) ?? 0;
    sum.absent += absent.get(department) ?? 0;
    sum.promised += promise * share;
    sum.cost += (result?.cost ?? 0) * share;
    const closed = shown.get(department);
    if (closed !== undefined) {
      sum.measured = (sum.measured ?? 0) + closed;
      sum.costOfMeasured += (result?.cost ?? 0) * share;
    } else if (result && result.gapClosed !== null && present.has(department)) sum.hidden = true;
  }
}

function counted(people: readonly string[], organisation: OrganisationState): Map<string, number> {
  const counts = new Map<string, number>();
  for (const person of people) {
    const department = organisation.people.get(person)?.department;
    if (department !== undefined) counts.set(department, (counts.get(department) ?? 0) + 1);
  }
  return counts;
}

/**
 * Points by department as far as they may be shown. When those that are too small to be shown are together fewer people
 * than the threshold, their points would follow from the offering's by taking the others away: then the smallest of the
 * others is not shown either.
 */
function shownDepartments(
  result: OfferingResult | null,
  present: ReadonlyMap<string, number>,
  privacy: number,
): Map<string, number> {
  const known = (result?.departments ?? []).filter((d) => d.gapClosed !== null && d.people >= privacy);
  const names = new Set(known.map((d) => d.department));
  const small = [...present].reduce((sum, [department, count]) => sum + (names.has(department) ? 0 : count), 0);
  const rows = [...known].sort((a, b) => a.people - b.people || (a.department < b.department ? -1 : 1));
  if (small > 0 && small < privacy) rows.shift();
  return new Map(rows.map((d) => [d.department, d.gapClosed!]));
}
