import type { PersonId, StreamId } from '../../../contracts/ids.ts';
import type { DayWindow, PlannedOffering, PlanProblem, PlanTrainer } from '../../../contracts/planning.ts';
import { dayNumber, dayText } from '../../calendar/day.ts';
import { WEEKLY_RHYTHM } from '../../organisation/directory.ts';
import { isEmployed } from '../../organisation/scope.ts';
import type { OrganisationState } from '../../organisation/state.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { RoundState } from '../../round/state.ts';
import { gapsOf } from '../ratings/findings.ts';
import { type CycleState, latestPlan } from '../state.ts';
import { localDay } from '../timetable.ts';
import { demandsOf } from './demands.ts';
import { daysLimit, hoursLimit, lineLimit } from './limits.ts';

type Rounds = ReadonlyMap<StreamId, RoundState>;

/** For those who ask about limits only: without ratings, every effect is the nominal one. */
export const NO_ROUNDS: Rounds = new Map();

/**
 * Everything that the plan is compiled from, as the cycle and the organisation stand. `rounds`: the rounds of ratings,
 * from which the expected effect is reckoned.
 */
export function planProblemOf(state: CycleState, organisation: OrganisationState, rounds: Rounds): PlanProblem {
  const gaps = rounds.size ? gapsOf(state, rounds, organisation) : [];
  const demands = demandsOf(state, organisation, gaps);
  const horizon = horizonOf(state);
  const trainers = trainersOf(state, organisation, horizon);
  const keep = keptOfferings(state);
  const seated = [...demands.flatMap((d) => d.people), ...keep.flatMap((o) => o.participants)];
  return {
    horizon,
    courses: Object.values(state.courses),
    rooms: roomsOf(state),
    quotes: Object.values(state.quotes),
    trainers,
    budget: termsOf(state).budget.map(({ id, label }) => ({ id, label, amount: lineLimit(state, id) })),
    demands,
    ...peopleOf(organisation, seated, trainers),
    keep,
    before: latestPlan(state)?.plan.offerings ?? [],
    daysAPerson: daysLimit(state),
    currency: termsOf(state).currency,
  };
}

/** Nothing is held before the plan can be approved by its timetable, nor on the day on which it is compiled. */
function horizonOf(state: CycleState): DayWindow {
  const { period, timeZone } = termsOf(state);
  const { compiling, execution } = state.plan;
  const began = state.stage === 'compiling' ? state.startedAt : (compiling?.start ?? 0);
  const tomorrow = dayText(dayNumber(localDay(began, timeZone)) + 1);
  const approved = localDay(execution?.start ?? 0, timeZone);
  return { from: [period.from, tomorrow, approved].sort().at(-1)!, to: period.to };
}

/** Rooms that are open: one whose leader has refused it, or taken it back, cannot be had. */
function roomsOf(state: CycleState): PlanProblem['rooms'] {
  const refused = new Set(
    termsOf(state)
      .commitments.filter((c) => c.kind === 'venue' && c.room !== null)
      .filter(({ id }) => {
        const said = state.commitments[id];
        return said && (said.withdrawn || said.answer === 'refused' || said.answer === 'silent');
      })
      .map((c) => c.room),
  );
  return Object.values(state.rooms).filter((r) => !refused.has(r.id));
}

/** Recognised and named trainers who still work here, with the hours that they have; after an appointment ends, none. */
function trainersOf(state: CycleState, organisation: OrganisationState, horizon: DayWindow): PlanTrainer[] {
  const courses = Object.values(state.courses);
  return Object.values(state.trainers)
    .filter(({ person }) => isEmployed(organisation, person))
    .map((known) => {
      const { calendar, absences } = organisation.people.get(known.person)!;
      const topics = new Set(known.topics);
      const able = courses.filter((c) => known.courses.includes(c.id) || c.topics.some((t) => topics.has(t)));
      const over = known.until !== null && known.until < horizon.to ? dayText(dayNumber(known.until) + 1) : null;
      return {
        person: known.person,
        courses: able.map((c) => c.id),
        hours: hoursLimit(state, known.person) ?? known.hours ?? termsOf(state).sourcing.trainerHours,
        calendar,
        away: [...absences.map(({ from, to }) => ({ from, to })), ...(over ? [{ from: over, to: horizon.to }] : [])],
      };
    });
}

/** What stands as it is: after a return all that it did not touch, and what operations hold to other values. */
export function keptOfferings(state: CycleState): PlannedOffering[] {
  const latest = latestPlan(state)?.plan.offerings ?? [];
  const { reopened, amendments } = state;
  const standing = reopened === null ? [] : latest.filter((o) => !reopened.includes(o.id) && !amendments[o.id]);
  return [...standing, ...Object.values(amendments)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The working calendars and absences of people and trainers. */
export function peopleOf(
  organisation: OrganisationState,
  seated: readonly PersonId[],
  trainers: readonly PlanTrainer[],
): Pick<PlanProblem, 'people' | 'calendars'> {
  const people: Record<PersonId, { calendar: string; away: DayWindow[] }> = {};
  for (const id of seated) {
    const person = organisation.people.get(id);
    people[id] ??= {
      calendar: person?.calendar ?? WEEKLY_RHYTHM.id,
      away: (person?.absences ?? []).map(({ from, to }) => ({ from, to })),
    };
  }
  const used = new Set([...Object.values(people), ...trainers].map((p) => p.calendar));
  const calendars = Object.fromEntries(
    [...used].map((id) => {
      const { weekend, days } = organisation.calendars.get(id) ?? WEEKLY_RHYTHM;
      return [id, { id, weekend: [...weekend], days: { ...days } }];
    }),
  );
  return { people, calendars };
}
