import type { Change, ChangeEffect } from '../../../contracts/cycle/changes.ts';
import type { PersonId } from '../../../contracts/ids.ts';
import type { LimitRef, PlannedOffering, PlanProblem } from '../../../contracts/planning.ts';
import type { Because } from '../../../contracts/refusals/refusal.ts';
import { dayNumber, dayText } from '../../calendar/day.ts';
import { refusalOfPerson } from '../../organisation/scope.ts';
import { faultsOfPlan } from '../../planning/faults.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import { because, inBoth } from '../../refuse.ts';
import { amended } from '../compiling/amendments.ts';
import { lineLimit } from '../compiling/limits.ts';
import { NO_ROUNDS, peopleOf, planProblemOf } from '../compiling/problem.ts';
import type { CycleState } from '../state.ts';
import { localDay } from '../timetable.ts';
import { attendedLines, attending } from './attending.ts';
import { demandsFor, lineAfter, lineBefore, seatsFor } from './lines.ts';

/** A limit that a change would break, and of what kind it is. */
export interface Broken {
  readonly kind: LimitRef['kind'];
  readonly why: Because;
}

/** What a change would do to money and people, and which limits it would break, reckoned by the plan as it is now. */
export function effectOf(state: CycleState, change: Change, context: Context): ChangeEffect {
  return reckoned(state, change, context).effect;
}

/** The same, and the first limit that it would break, for whoever hears of it in other words. */
export function reckoned(
  state: CycleState,
  change: Change,
  context: Context,
): { readonly effect: ChangeEffect; readonly breaks: Broken | null } {
  const before = lineBefore(state, change);
  const after = lineAfter(state, change, context);
  const money =
    change.kind === 'budget' ? change.amount - lineLimit(state, change.line) : (after?.cost ?? 0) - (before?.cost ?? 0);
  const broken = faultsOf(state, change, after, context);
  const faults = broken.map(({ why }) => inBoth(why));
  return { effect: { money, people: peopleIn(state, change, context), faults }, breaks: broken[0] ?? null };
}

function peopleIn(state: CycleState, change: Change, context: Context): PersonId[] {
  if (change.kind === 'budget' || change.kind === 'seats') return [];
  if (change.kind === 'participants') return [...new Set([...change.add, ...change.remove])].sort();
  const before = lineBefore(state, change);
  const after = lineAfter(state, change, context);
  const teachers = [before?.trainer, after?.trainer].filter((p): p is PersonId => p != null);
  const people = before ? attending(state, before, context) : (after?.participants ?? []);
  return [...new Set([...people, ...teachers])].sort();
}

function faultsOf(state: CycleState, change: Change, after: PlannedOffering | null, context: Context): Broken[] {
  const budget = change.kind === 'budget' ? { [change.line]: change.amount } : {};
  const own = change.kind === 'participants' ? strangers(change.add, context) : [];
  const line = after && attendedAfter(state, change, after, context);
  const faults = [...own, ...faultsWith(state, lineBefore(state, change)?.id ?? null, line, context, budget)];
  return faults.slice(0, 100);
}

/** The line with the people who really come to it once it is changed. */
export function attendedAfter(
  state: CycleState,
  { kind }: Change,
  after: PlannedOffering,
  context: Context,
): PlannedOffering {
  if (kind === 'participants' || kind === 'add') return after;
  return amended(state, after, { participants: [...attending(state, after, context)] });
}

function strangers(people: readonly PersonId[], { organisation }: Context): Broken[] {
  return people.flatMap((p) => {
    const why = refusalOfPerson(organisation, p)?.because;
    return why ? [{ kind: 'calendar' as const, why }] : [];
  });
}

/**
 * The limits that the plan would break with one line otherwise: those that it does not break as it is,
 * so that somebody's new leave does not forbid an unrelated change. People are where they have a seat by now, not where
 * the plan once had them.
 */
export function faultsWith(
  state: CycleState,
  id: string | null,
  line: PlannedOffering | null,
  context: Context,
  budget: Readonly<Record<string, number>> = {},
): Broken[] {
  const base = planProblemOf(state, context.organisation, NO_ROUNDS);
  const lines = attendedLines(state, context);
  const planned = id === null ? null : (state.lines[id] ?? null);
  const before = planned && amended(state, planned, { participants: [...attending(state, planned, context)] });
  const problem = smallEnough(base, before, line);
  const known = new Set(broken(problem, others(lines, id), before, context, {}).map(keyed));
  const fresh = broken(problem, others(lines, id), line, context, budget).filter((f) => !known.has(keyed(f)));
  return [...(line ? ownFaults(state, line, before, context) : []), ...fresh];
}

function others(lines: readonly PlannedOffering[], id: string | null): PlannedOffering[] {
  return lines.filter((o) => o.id !== id);
}

/** A course to which fewer come than it should have is not blamed for it by a change that lets nobody go. */
function smallEnough(base: PlanProblem, before: PlannedOffering | null, line: PlannedOffering | null): PlanProblem {
  const people = line?.participants.length ?? 0;
  if (!before || people < before.participants.length) return base;
  const courses = base.courses.map((c) =>
    c.id === line?.course ? { ...c, minSeats: Math.max(1, Math.min(c.minSeats, people)) } : c,
  );
  return { ...base, courses };
}

const keyed = ({ why }: Broken) => JSON.stringify(why);

function broken(
  base: PlanProblem,
  keep: readonly PlannedOffering[],
  line: PlannedOffering | null,
  context: Context,
  budget: Readonly<Record<string, number>>,
): Broken[] {
  const lines = line ? [...keep, line] : [...keep];
  const problem: PlanProblem = {
    ...base,
    keep,
    horizon: { from: [base.horizon.from, ...lines.map((o) => o.days[0]!)].sort()[0]!, to: base.horizon.to },
    budget: base.budget.map((b) => ({ ...b, amount: budget[b.id] ?? b.amount })),
    demands: demandsFor(base.demands, lines).flatMap(byPerson),
    ...withTimes(base, lines, context),
  };
  return faultsOfPlan(problem, lines).map(({ limit: { kind }, why }) => ({ kind, why }));
}

/** What must stand is looked at person by person, so that a place for one is seen beside the lack of another. */
function byPerson(demand: PlanProblem['demands'][number]): PlanProblem['demands'] {
  if (!demand.must) return [demand];
  return demand.people.map((p, i) => ({ ...demand, people: [p], effect: demand.effect.slice(i, i + 1) }));
}

/** Whoever is in a line by now is known with their calendar and their absences, asked for by a need or not. */
function withTimes(base: PlanProblem, lines: readonly PlannedOffering[], { organisation }: Context) {
  const missing = lines.flatMap((o) => o.participants).filter((p) => !base.people[p]);
  const { people, calendars } = peopleOf(organisation, missing, []);
  return { people: { ...people, ...base.people }, calendars: { ...calendars, ...base.calendars } };
}

/** What the plan's own check does not look at: the past, seats beyond the places taken, the days of the plan. */
function ownFaults(
  state: CycleState,
  line: PlannedOffering,
  before: PlannedOffering | null,
  { now }: Context,
): Broken[] {
  const { timeZone, period } = termsOf(state);
  const today = localDay(now, timeZone);
  const faults: Broken[] = [];
  const offering = line.id;
  const moved = before === null || before.days.join() !== line.days.join();
  if (moved && line.days[0]! <= today) {
    faults.push({
      kind: 'window',
      why: because('plan-limits/begin-passed', { offering, day: line.days[0]!, from: tomorrow(today) }),
    });
  }
  if (moved && (line.days[0]! < period.from || line.days.at(-1)! > period.to)) {
    faults.push({
      kind: 'window',
      why: because('plan-limits/outside-period', { offering, from: period.from, to: period.to }),
    });
  }
  const most = seatsFor(state, line);
  const people = line.participants.length;
  if (people > most && before && people <= before.participants.length) {
    faults.push({ kind: 'seats', why: because('plan-limits/seats-left', { offering, people, most }) });
  } else if (line.seats > most) {
    faults.push({ kind: 'seats', why: because('plan-limits/seats-at-most', { offering, most }) });
  } else if (line.seats < people) {
    faults.push({ kind: 'seats', why: because('plan-limits/seats-taken', { offering, people }) });
  }
  return faults;
}

function tomorrow(day: string): string {
  return dayText(dayNumber(day) + 1);
}
