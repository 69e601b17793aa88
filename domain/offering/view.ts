import type { Label } from '../../contracts/form.ts';
import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { OfferingResult } from '../../contracts/offering/result.ts';
import type { OfferingStage, PassedOver, Seat } from '../../contracts/offering/terms.ts';
import { refusalsToMend } from '../procedure/refused-orders.ts';
import { openRounds } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { RoundState } from '../round/state.ts';
import { hasCompleted } from './completed.ts';
import { FIRST_HOUR, LAST_HOUR } from './dates.ts';
import { place } from './kit.ts';
import { capacity, seated } from './seats.ts';
import { type OfferingState, plannedOf } from './state.ts';

/** Who looks: `all` there is; anybody else what is theirs. `team`: the people whose supervisor they are. */
export interface Sight {
  readonly person: PersonId;
  readonly all: boolean;
  readonly team: readonly PersonId[];
}

/** One participant as somebody may see them; null: not known yet, or not for their eyes. */
export interface ParticipantLine {
  readonly person: PersonId;
  readonly seat: Exclude<Seat, 'waits'> | 'planned' | 'waiting';
  /** 1 for the first who waits. */
  readonly waits: number | null;
  /** Why a free seat was not offered to somebody who waits; null: none came free, or they were asked. */
  readonly passedOver: Omit<PassedOver, 'person'> | null;
  /** The supervisor has said what to bring back. */
  readonly spokenFor: boolean;
  readonly present: boolean | null;
  readonly score: number | null;
  /** Levels of transfer, follow-up by follow-up. */
  readonly transfer: readonly { readonly supervisor: number | null; readonly own: number | null }[] | null;
  readonly coaching: 'asked' | 'done' | 'not-done' | null;
}

export interface OfferingView {
  readonly id: StreamId;
  readonly offering: string;
  readonly cycle: string;
  readonly title: Label;
  readonly benefit: Label;
  readonly phase: OfferingState['phase'];
  readonly stage: OfferingStage;
  readonly until: Instant | null;
  readonly days: readonly string[];
  /** The hours of each day, by the clock of the place. */
  readonly daily: { readonly from: number; readonly to: number; readonly timeZone: string };
  readonly place: string;
  readonly trainer: PersonId | null;
  readonly provider: string | null;
  readonly seats: {
    readonly offered: number;
    readonly taken: number;
    readonly needed: number;
    readonly waiting: number;
  };
  readonly participants: readonly ParticipantLine[];
  /** Whoever looks has completed it, and there is a certificate of that. */
  readonly certificate: boolean;
  /** Means of level 1; null: none, too few to be shown, or not for the eyes of who looks. */
  readonly reaction: Readonly<Record<string, number>> | null;
  readonly result: OfferingResult | null;
  /** Whose answers are waited for, and what only operations can mend. */
  readonly waiting: readonly {
    readonly purpose: string;
    readonly people: readonly PersonId[];
    readonly what: string | null;
  }[];
}

/**
 * An offering as somebody may see it. Operations see all, small groups hidden; the trainer sees who comes and who was
 * there, and means; supervisors see their own people; participants, and those who wait, see themselves.
 */
export function offeringView(
  state: OfferingState,
  sight: Sight,
  child: (id: StreamId) => RoundState | undefined,
): OfferingView {
  const { course, cycle, delivery, timeZone } = termsOf(state);
  const planned = plannedOf(state);
  const trainer = sight.all || sight.person === planned.trainer;
  const mine = new Set([sight.person, ...sight.team]);
  const people = peopleOf(state).filter((p) => trainer || mine.has(p));
  return {
    id: state.stream,
    offering: planned.id,
    cycle,
    title: course.title,
    benefit: course.benefit,
    phase: state.phase,
    stage: state.stage,
    until: state.until,
    days: planned.days,
    daily: { from: FIRST_HOUR, to: LAST_HOUR, timeZone },
    place: state.place,
    trainer: planned.trainer,
    provider: state.provider,
    seats: {
      offered: capacity(state),
      taken: seated(state).length,
      needed: course.minSeats,
      waiting: state.waiting.length,
    },
    participants: people.map((p) => lineOf(state, p, sight.all || mine.has(p), sight)),
    certificate: hasCompleted(state, sight.person),
    reaction: trainer && (state.reaction?.answers ?? 0) >= delivery.privacy ? state.reaction!.means : null,
    result: sight.all && state.result ? shown(state.result, delivery.privacy) : null,
    waiting: sight.all ? waitingOf(state, child) : [],
  };
}

function peopleOf(state: OfferingState): PersonId[] {
  const invited = place(state.stage) > place('planned') ? [] : plannedOf(state).participants;
  return [
    ...new Set([...invited, ...Object.keys(state.seats), ...state.waiting, ...(state.attendance?.present ?? [])]),
  ];
}

/** `near`: their supervisor, themselves, or operations; the trainer alone sees seat and attendance. */
function lineOf(state: OfferingState, person: PersonId, near: boolean, sight: Sight): ParticipantLine {
  const waits = state.waiting.indexOf(person);
  const asked = state.coaching[person];
  const trainer = sight.person === plannedOf(state).trainer;
  return {
    person,
    seat: seatOf(state, person),
    waits: waits < 0 ? null : waits + 1,
    passedOver: waits < 0 || !near ? null : passedOver(state, person),
    spokenFor: person in state.support,
    present: presenceOf(state, person),
    score: near || trainer ? (state.tests[person] ?? null) : null,
    transfer: near ? transferOf(state, person, sight) : null,
    coaching: near && asked ? (asked.done === null ? 'asked' : asked.done ? 'done' : 'not-done') : null,
  };
}

/** Nothing is said of somebody who was not to come. */
function presenceOf({ attendance }: OfferingState, person: PersonId): boolean | null {
  if (attendance?.present.includes(person)) return true;
  return attendance?.absent.includes(person) ? false : null;
}

function seatOf(state: OfferingState, person: PersonId): ParticipantLine['seat'] {
  if (state.waiting.includes(person)) return 'waiting';
  const seat = state.seats[person] ?? 'planned';
  return seat === 'waits' ? 'declined' : seat;
}

function passedOver({ passed }: OfferingState, person: PersonId): ParticipantLine['passedOver'] {
  const found = passed[person];
  return found ? { why: found.why, day: found.day, offering: found.offering } : null;
}

/** Participants do not see what their supervisors answered, nor these what they did: both are to answer freely. */
function transferOf(state: OfferingState, person: PersonId, sight: Sight): ParticipantLine['transfer'] {
  const own = sight.all || sight.person === person;
  const theirs = sight.all || sight.team.includes(person);
  return state.transfers.flatMap(({ people }) =>
    people
      .filter((p) => p.person === person)
      .map((p) => ({ supervisor: theirs ? p.supervisor : null, own: own ? p.own : null })),
  );
}

/** A result with the sums of gap points over small groups left out; of large ones they tell of no single person. */
function shown(result: OfferingResult, privacy: number): OfferingResult {
  return (result.rated ?? 0) >= privacy ? result : { ...result, gapBefore: null, gapClosed: null, open: [] };
}

function waitingOf(state: OfferingState, child: (id: StreamId) => RoundState | undefined): OfferingView['waiting'] {
  // Several rounds may ask for the same of the same people, as follow-ups do.
  const asked = new Map<string, Set<PersonId>>();
  for (const { id, purpose } of openRounds(state)) {
    for (const [person, { open }] of child(id)?.desks ?? [])
      if (open.size > 0) asked.set(purpose, (asked.get(purpose) ?? new Set()).add(person));
  }
  const rounds = [...asked].map(([purpose, people]) => ({ purpose, people: [...people].sort(), what: null }));
  const unrecorded = state.stage === 'teaching' && !state.attendance && !rounds.some((r) => r.purpose === 'attendance');
  const sentences = [
    ...refusalsToMend(state),
    ...(state.stage === 'invitation' && state.short !== null && seated(state).length < termsOf(state).course.minSeats
      ? [
          `Only ${seated(state).length} of the ${termsOf(state).course.minSeats} seats that it needs are taken; move or cancel it by a change request, or let it be held.`,
        ]
      : []),
    ...(unrecorded ? ['Nobody is being asked who was there; record the attendance once the course is over.'] : []),
  ];
  return [...rounds, ...sentences.map((what) => ({ purpose: 'operations', people: [], what }))];
}
