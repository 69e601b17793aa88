import { type PersonId, SYSTEM } from '../../contracts/ids.ts';
import type { OfferingCommandBodies } from '../../contracts/offering/commands.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import { type KeptReason, keptReason } from '../../contracts/reasons.ts';
import { managerOf } from '../organisation/line.ts';
import { isEmployed } from '../organisation/scope.ts';
import { childOf, openRound, openRounds } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context, Notice, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { datedOf, startOf, untilOf } from './dates.ts';
import { conclude, event, notice, type Part, place, pressing } from './kit.ts';
import { faultOfDays } from './opening.ts';
import { resultOf } from './result.ts';
import { askCycle, expected, holds, letter, released, seated } from './seats.ts';
import { type OfferingState, plannedOf } from './state.ts';
import { supportBy } from './support.ts';
import { answerBy } from './waiting-list.ts';

/** What the cycle orders when a change request was carried out: everybody concerned hears of it, calendars are put right. */
export const changes = {
  commands: {
    change(state, { actor, body }, context) {
      const fault = faultOfOrder(state, actor) ?? faultOfChange(state, body, context);
      if (fault) return fault;
      const { planned, reason, attending: _, ...rest } = body;
      const before = plannedOf(state);
      // Whom a change of people names comes, and nobody else, whoever has a seat by now; other changes leave people as they are.
      const was = body.kind === 'participants' ? expected(state, context.organisation) : before.participants;
      return [
        event('OfferingChanged', {
          ...rest,
          planned,
          until: untilOf({ terms: termsOf(state), planned }, state.stage, context),
          added: planned.participants.filter((p) => !was.includes(p)),
          removed: was.filter((p) => !planned.participants.includes(p)),
          trainerBefore: before.trainer,
          startBefore: startOf({ terms: termsOf(state), planned: before }),
          reason: keptReason(actor, reason),
        }),
      ];
    },
    cancel(state, { actor, body: { reason } }, context) {
      return faultOfOrder(state, actor) ?? cancelled(state, keptReason(actor, reason), context);
    },
  },
  folds: {
    OfferingChanged(state, { planned, kind, place: where, provider, roomSeats, until, added, removed }) {
      Object.assign(state, { planned, place: where, provider, roomSeats, until });
      for (const person of removed) if (person in state.seats) state.seats[person] = 'given-up';
      for (const person of added) if (!holds(state, person)) delete state.seats[person];
      state.waiting = state.waiting.filter((p) => !added.includes(p));
      // On other days, people are elsewhere.
      if (kind === 'move')
        Object.assign(state, { counted: false, short: null, moved: true, passed: {}, away: {}, trainerAway: null });
      state.sequence++;
      askCycle(state);
    },
    Cancelled(state) {
      state.sequence++;
    },
  },
  follows: {
    OfferingChanged: (state, { kind, removed, trainerBefore, startBefore }, context) => {
      const gone = removed.filter((p) => p in state.seats).flatMap((p) => released(state, p, 'removed', context));
      const moved = kind === 'move' ? concerned(state, 'offering.moved', context) : [];
      const taught = kind === 'trainer' ? trainerTold(state, trainerBefore) : [];
      return pressing([...gone, ...moved, ...taught], startBefore, context);
    },
    Cancelled: (state, _body, context) =>
      pressing(concerned(state, 'offering.cancelled', context), startOf(datedOf(state)), context),
  },
} satisfies Part;

/** It is not held: nothing is asked any more, and everybody concerned hears of it. */
export function cancelled(state: OfferingState, reason: KeptReason, context: Context): OfferingEvent[] {
  const after: OfferingState = { ...state, phase: 'cancelled' };
  return [
    event('Cancelled', { reason }),
    ...openRounds(state).map((r) => conclude(r, context)),
    event('OfferingClosed', { result: resultOf(after, context.organisation) }),
  ];
}

function faultOfOrder(state: OfferingState, actor: string): Rejection | null {
  if (actor !== SYSTEM) return refuse('not-approved/course-by-change', {});
  return place(state.stage) > place('teaching') || state.attendance ? refuse('too-late/course-held', {}) : null;
}

function faultOfChange(
  state: OfferingState,
  { planned, roomSeats, kind, attending }: OfferingCommandBodies['change'],
  { now, organisation }: Context,
): Rejection | null {
  const before = plannedOf(state);
  if (planned.id !== before.id || planned.course !== before.course)
    return refuse('not-approved/another-course', { planned: planned.id, before: before.id });
  const fault = faultOfDays(planned.days);
  if (fault) return fault;
  if (kind === 'move' && startOf({ terms: termsOf(state), planned }) <= now)
    return refuse('wrong-date/begin-day-come', { day: planned.days[0]! });
  const people = kind === 'participants';
  if ((people || kind === 'seats') && place(state.stage) > place('invitation'))
    return refuse('too-late/course-begun-people', {});
  if (people && attending && !isSame(attending, expected(state, organisation)))
    return refuse('outdated/people-changed', {});
  const taken = (people ? planned.participants : seated(state)).filter((p) => isEmployed(organisation, p)).length;
  const room = Math.min(planned.seats, roomSeats ?? Number.POSITIVE_INFINITY);
  return taken > room ? refuse('plan-limits/seats-too-few', { taken, room }) : null;
}

function isSame(a: readonly PersonId[], b: readonly PersonId[]): boolean {
  return a.length === b.length && a.every((p) => b.includes(p));
}

/** Answers that are still open are due by the new days. */
export function movedDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  if (!state.moved) return [];
  const wanted = [
    [openRound(state, 'seats'), answerBy(state, context)],
    [openRound(state, 'support'), supportBy(state, context)],
  ] as const;
  // Within another stream's turn the rounds are not to be seen; the offering's own comes at once after it.
  if (wanted.some(([round]) => round && !childOf(context, round.id))) return [];
  const rounds = wanted.flatMap(([round, due]) => (round && round.due !== due ? [{ round: round.id, due }] : []));
  return [event('RoundsMoved', { rounds })];
}

/** Participants, who waits, the trainer, and once each the supervisors of participants; nobody before the invitations. */
function concerned(
  state: OfferingState,
  template: 'offering.moved' | 'offering.cancelled',
  { organisation }: Context,
): Notice[] {
  if (state.stage === 'planned') return [];
  const works = (p: PersonId) => organisation.people.get(p)?.employed;
  const people = seated(state).filter(works);
  const bySupervisor = new Map<PersonId, PersonId[]>();
  for (const person of people) {
    const supervisor = managerOf(organisation, person);
    if (supervisor) bySupervisor.set(supervisor, [...(bySupervisor.get(supervisor) ?? []), person]);
  }
  const { trainer } = plannedOf(state);
  return [
    ...people.map((p) => letter(state, p, template, { as: 'participant' })),
    ...state.waiting.filter(works).map((p) => notice(state, p, template, { as: 'waiting' })),
    ...(trainer ? [letter(state, trainer, template, { as: 'trainer' })] : []),
    ...[...bySupervisor].map(([to, team]) => notice(state, to, template, { as: 'supervisor', people: team })),
  ];
}

function trainerTold(state: OfferingState, former: PersonId | null): Notice[] {
  const { trainer } = plannedOf(state);
  if (state.stage === 'planned' || trainer === former) return [];
  return [
    ...(former ? [letter(state, former, 'offering.released', {})] : []),
    ...(trainer ? [letter(state, trainer, 'offering.trainer', {})] : []),
    ...seated(state).map((p) => letter(state, p, 'offering.trainerChanged', {})),
  ];
}
