import type { Change } from '../../../contracts/cycle/changes.ts';
import type { PersonId } from '../../../contracts/ids.ts';
import type { PlannedOffering, PlanProblem } from '../../../contracts/planning.ts';
import type { Context } from '../../process.ts';
import { amended } from '../compiling/amendments.ts';
import { NOMINAL } from '../compiling/demands.ts';
import type { CycleState } from '../state.ts';
import { attending } from './attending.ts';

/** The line that a change is about, as it is; null: there is none yet, or it is about money only. */
export function lineBefore(state: CycleState, change: Change): PlannedOffering | null {
  return 'offering' in change ? (state.lines[change.offering] ?? null) : null;
}

/** The line as a change would leave it, put down by the figures of the cycle; null: there would be none. */
export function lineAfter(state: CycleState, change: Change, context: Context): PlannedOffering | null {
  const line = lineBefore(state, change);
  if (change.kind === 'add') return amended(state, change.planned, {});
  if (!line) return null;
  const people = attending(state, line, context);
  switch (change.kind) {
    case 'move':
      return fitted(state, amended(state, line, { days: change.days, room: change.room }), people.length);
    case 'trainer':
      return fitted(state, amended(state, line, { trainer: change.trainer, quote: change.quote }), people.length);
    case 'seats':
      return { ...line, seats: change.seats };
    case 'participants':
      return withPeople(state, line, people, change);
    default:
      return null;
  }
}

/** As many seats as before, where the room and the provider have them, and never fewer than people come. */
function fitted(state: CycleState, line: PlannedOffering, people: number): PlannedOffering {
  return { ...line, seats: Math.max(people, Math.min(line.seats, seatsFor(state, line))) };
}

/** The most seats that an offering can have, by its course, its provider and its room. */
export function seatsFor(state: CycleState, { course, quote, room }: PlannedOffering): number {
  return Math.min(
    state.courses[course]?.maxSeats ?? 0,
    quote === null ? Number.POSITIVE_INFINITY : (state.quotes[quote]?.maxSeats ?? 0),
    room === null ? Number.POSITIVE_INFINITY : (state.rooms[room]?.seats ?? 0),
  );
}

/**
 * The line with those people in it who come by now, and with the changes to them: seats that were given up are free for
 * others. Whoever leaves takes a share of the promise along; whoever comes without a known gap adds the nominal one.
 */
export function withPeople(
  state: CycleState,
  line: PlannedOffering,
  people: readonly PersonId[],
  { add, remove }: { readonly add: readonly PersonId[]; readonly remove: readonly PersonId[] },
): PlannedOffering {
  const left = people.filter((p) => !remove.includes(p));
  const fresh = add.filter((p, i) => !left.includes(p) && add.indexOf(p) === i);
  const participants = [...left, ...fresh].sort();
  const kept = left.filter((p) => line.participants.includes(p)).length;
  const others = participants.length - kept;
  const promised = (line.effect * kept) / line.participants.length + NOMINAL * others;
  const effect = Math.round(promised * 10_000) / 10_000;
  const seats = Math.max(line.seats, participants.length);
  return amended(state, line, { participants, effect, seats });
}

/**
 * The demands as approved lines have come to meet them: by the course and the quote that people are in now, and with
 * the people whom changes have let in beside those who were asked for.
 */
export function demandsFor(demands: PlanProblem['demands'], lines: readonly PlannedOffering[]): PlanProblem['demands'] {
  const byNeed = new Map<string, PlannedOffering[]>();
  for (const o of lines) {
    for (const need of o.needs) {
      const key = `${need}|${o.course}`;
      byNeed.set(key, [...(byNeed.get(key) ?? []), o]);
    }
  }
  const met = demands.flatMap((d) => {
    const serving = byNeed.get(`${d.need}|${d.course}`) ?? [];
    if (serving.length === 0) return [d];
    const served = serving.map((o) => ({ ...d, ...sourceOf(o), ...without(o.participants) }));
    const rest = d.people.filter((p) => !serving.some((o) => o.participants.includes(p)));
    return [...served, ...(rest.length ? [{ ...d, ...without(rest) }] : [])];
  });
  const known = new Set(demands.map((d) => `${d.need}|${d.course}`));
  const added = lines.flatMap((o) =>
    o.needs
      .filter((need) => !known.has(`${need}|${o.course}`))
      .map((need) => ({
        ...{ need, course: o.course, must: false, priority: 9, window: null, budgetLine: o.budgetLine },
        ...sourceOf(o),
        ...without(o.participants),
      })),
  );
  return [...met, ...added];
}

function sourceOf({ quote, budgetLine }: PlannedOffering) {
  return { source: quote === null ? ('internal' as const) : ('outside' as const), quote, budgetLine };
}

function without(people: readonly string[]) {
  return { people: [...people], effect: people.map(() => NOMINAL) };
}

/** `O-007`: a number that no line of any version has had. */
export function nextOffering(state: CycleState): string {
  const known = [
    ...state.versions.flatMap((v) => v.plan.offerings.map((o) => o.id)),
    ...Object.keys(state.lines),
    ...Object.keys(state.offerings),
    ...Object.values(state.changes).flatMap((c) => (c.what.kind === 'add' ? [c.what.planned.id] : [])),
  ];
  const highest = Math.max(0, ...known.map((id) => Number(id.slice(2))));
  return `O-${String(highest + 1).padStart(3, '0')}`;
}
