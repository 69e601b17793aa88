import type { Change, ChangeEffect } from '../../contracts/cycle/changes.ts';
import type { PersonId } from '../../contracts/ids.ts';
import type { PlannedOffering, PlanProblem } from '../../contracts/planning.ts';
import { dayNumber, dayText } from '../calendar/day.ts';
import { faultOfPerson } from '../organisation/scope.ts';
import { faultsOfPlan } from '../planning/faults.ts';
import type { Context } from '../process.ts';
import { lineLimit } from './limits.ts';
import { demandsFor, lineAfter, lineBefore, linesWith, seatsFor } from './lines.ts';
import { NO_ROUNDS, planProblemOf } from './problem.ts';
import { type CycleState, termsOf } from './state.ts';
import { localDay } from './timetable.ts';

/** What a change would do to money and people, and which limits it would break, reckoned by the plan as it is now. */
export function effectOf(state: CycleState, change: Change, context: Context): ChangeEffect {
  const before = lineBefore(state, change);
  const after = lineAfter(state, change);
  const money =
    change.kind === 'budget' ? change.amount - lineLimit(state, change.line) : (after?.cost ?? 0) - (before?.cost ?? 0);
  return { money, people: peopleIn(change, before, after), faults: faultsOf(state, change, context) };
}

function peopleIn(change: Change, before: PlannedOffering | null, after: PlannedOffering | null): PersonId[] {
  if (change.kind === 'budget' || change.kind === 'seats') return [];
  if (change.kind === 'participants') return [...new Set([...change.add, ...change.remove])].sort();
  const teachers = [before?.trainer, after?.trainer].filter((p): p is PersonId => p != null);
  return [...new Set([...(before ?? after)!.participants, ...teachers])].sort();
}

function faultsOf(state: CycleState, change: Change, context: Context): string[] {
  const before = lineBefore(state, change);
  const after = lineAfter(state, change);
  const budget = change.kind === 'budget' ? { [change.line]: change.amount } : {};
  const own = change.kind === 'participants' ? strangers(change.add, context) : [];
  const faults = [...own, ...faultsWith(state, before?.id ?? null, after, context, budget)];
  return faults.slice(0, 100).map((f) => f.slice(0, 1000));
}

function strangers(people: readonly PersonId[], { organisation }: Context): string[] {
  return people.flatMap((p) => faultOfPerson(organisation, p) ?? []);
}

/**
 * The limits that the plan would break with one line otherwise, as sentences: those that it does not break as it is,
 * so that somebody's new leave does not forbid an unrelated change.
 */
export function faultsWith(
  state: CycleState,
  id: string | null,
  line: PlannedOffering | null,
  context: Context,
  budget: Readonly<Record<string, number>> = {},
): string[] {
  const base = planProblemOf(state, context.organisation, NO_ROUNDS);
  const now = Object.values(state.lines);
  const before = id === null ? null : (state.lines[id] ?? null);
  const known = new Set(sentences(base, now, before, {}));
  const fresh = sentences(base, linesWith(state.lines, id, line), line, budget).filter((s) => !known.has(s));
  return [...(line ? ownFaults(state, line, before, context) : []), ...fresh];
}

function sentences(
  base: PlanProblem,
  lines: readonly PlannedOffering[],
  line: PlannedOffering | null,
  budget: Readonly<Record<string, number>>,
): string[] {
  const keep = lines.filter((o) => o.id !== line?.id);
  const problem: PlanProblem = {
    ...base,
    keep,
    horizon: { from: [base.horizon.from, ...lines.map((o) => o.days[0]!)].sort()[0]!, to: base.horizon.to },
    budget: base.budget.map((b) => ({ ...b, amount: budget[b.id] ?? b.amount })),
    demands: demandsFor(base.demands, lines),
    people: { ...peopleOf(base, lines) },
  };
  return faultsOfPlan(problem, lines).map((f) => f.sentence);
}

/** Whoever is in a line by now is known by the calendar of the plan when by no other. */
function peopleOf(base: PlanProblem, lines: readonly PlannedOffering[]): PlanProblem['people'] {
  const calendar = Object.keys(base.calendars)[0]!;
  const missing = lines.flatMap((o) => o.participants).filter((p) => !base.people[p]);
  return { ...base.people, ...Object.fromEntries(missing.map((p) => [p, { calendar, away: [] }])) };
}

/** What the plan's own check does not look at: the past, seats beyond the places taken, the days of the plan. */
function ownFaults(
  state: CycleState,
  line: PlannedOffering,
  before: PlannedOffering | null,
  { now }: Context,
): string[] {
  const { timeZone, period } = termsOf(state);
  const today = localDay(now, timeZone);
  const faults: string[] = [];
  const moved = before === null || before.days.join() !== line.days.join();
  if (moved && line.days[0]! <= today) {
    faults.push(`${line.id}: it would begin on ${line.days[0]}; choose a day from ${tomorrow(today)} on.`);
  }
  if (moved && (line.days[0]! < period.from || line.days.at(-1)! > period.to)) {
    faults.push(`${line.id}: the plan goes from ${period.from} to ${period.to}; choose days in between.`);
  }
  const most = seatsFor(state, line);
  if (line.seats > most) faults.push(`${line.id}: there are ${most} seats at most; ask for no more.`);
  if (line.seats < line.participants.length) {
    faults.push(`${line.id}: ${line.participants.length} people have a seat; take some out before there are fewer.`);
  }
  return faults;
}

function tomorrow(day: string): string {
  return dayText(dayNumber(day) + 1);
}
