import type { Label } from '../../contracts/form.ts';
import type { PersonId, StreamId } from '../../contracts/ids.ts';
import type { AboutOf } from '../../contracts/notices/all.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { FIRST_HOUR, LAST_HOUR } from '../../domain/offering/dates.ts';
import { seated as takingPart } from '../../domain/offering/seats.ts';
import { type OfferingState, plannedOf } from '../../domain/offering/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { FactsOf } from '../../notices/notice.ts';
import type { GivenAnswer } from './archive.ts';
import { nextOf, OFFERING_PAGES } from './pages.ts';
import { type FactsBut, type NamesOf, type Soon, toldIn } from './told.ts';

export type OfferingMessage = Pick<ClaimedMessage, 'person' | 'template' | 'about' | 'notBefore'>;

/** What a letter about a course quotes and the fold does not hold. */
export interface OfferingArchive {
  names(people: Iterable<string>): Promise<ReadonlyMap<string, string>>;
  departments(ids: readonly string[]): Promise<ReadonlyMap<string, Label>>;
  /** Why the course was changed or cancelled, by the event that the message follows from. */
  why(type: 'OfferingChanged' | 'Cancelled'): Promise<string | null>;
  answers(round: StreamId): Promise<readonly GivenAnswer[]>;
  /** The department of each person, by id. */
  departmentsOf(people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
}

interface Desk<N extends NamesOf<'offering'> = NamesOf<'offering'>> {
  readonly state: OfferingState;
  readonly message: Pick<OfferingMessage, 'person' | 'notBefore'> & { readonly about: AboutOf<N> };
  readonly archive: OfferingArchive;
}

/** But for what every letter about a course says: which, when, where, by whom. */
type FactsOfCourse<N extends NamesOf<'offering'>> = FactsBut<N, keyof Course & string> & Pick<Course, 'calendar'>;
type Course = FactsOf<'offering.noSeat'>;

/** A letter without its facts is an error of the compiler, as are facts that its template does not take. */
const FACTS: { readonly [N in NamesOf<'offering'>]: (desk: Desk<N>) => Soon<FactsOfCourse<N>> } = {
  'offering.invitation': invited,
  'offering.seat': seated,
  'offering.waiting': ({ message }) => ({ position: message.about.place }),
  'offering.noSeat': () => ({}),
  'offering.away': ({ message: { about } }) => ({ day: about.day, lastDay: about.lastDay }),
  'offering.passedOver': passedOverFacts,
  'offering.support': supportFacts,
  'offering.trainer': (desk) => entry(desk, 'request'),
  'offering.briefing': briefingFacts,
  'offering.released': (desk) => entry(desk, 'cancel'),
  'offering.trainerChanged': (desk) => entry(desk, 'request'),
  'offering.moved': (desk) => concerned(desk, 'OfferingChanged', 'request'),
  'offering.cancelled': (desk) => concerned(desk, 'Cancelled', 'cancel'),
  'offering.removed': (desk) => ({ why: desk.message.about.why, ...entry(desk, 'cancel') }),
  'offering.absent': async ({ message, archive }) => ({ person: await nameOf(archive, message.about.person) }),
  'offering.attention': attentionFacts,
};

/** The facts of an offering's messages, as the offering stands at delivery. */
export async function offeringFacts(
  message: OfferingMessage,
  state: OfferingState,
  archive: OfferingArchive,
): Promise<object> {
  const { name, about } = toldIn(FACTS, message);
  const make = FACTS[name] as (desk: Desk) => Soon<object>;
  const { course, timeZone } = termsOf(state);
  const { days, trainer } = plannedOf(state);
  return {
    courseTitle: course.title,
    days,
    from: FIRST_HOUR,
    to: LAST_HOUR,
    timeZone,
    place: state.place,
    trainer: trainer ? await nameOf(archive, trainer) : state.provider,
    link: (OFFERING_PAGES[name] as (stream: StreamId) => string)(state.stream),
    ...(await make({ state, message: { ...message, about }, archive })),
  };
}

/** The letters that may bear an entry for a calendar. */
type InCalendar = {
  [N in NamesOf<'offering'>]: 'sequence' extends keyof AboutOf<N> ? N : never;
}[NamesOf<'offering'>];

/**
 * The id of the entry is that of the course, so that a later message finds it again; its number is that of what the
 * message tells of, so that one which is late does not undo a later one.
 */
function entry({ state, message }: Desk<InCalendar>, method: 'request' | 'cancel'): Pick<Course, 'calendar'> {
  const { about, notBefore: stamp } = message;
  return { calendar: { method, uid: state.stream, sequence: about.sequence ?? 0, stamp } };
}

function invited(desk: Desk<'offering.invitation'>): FactsOfCourse<'offering.invitation'> {
  const { benefit } = termsOf(desk.state).course;
  return { benefit, answerBy: desk.message.about.answerBy, link: seatsOf(desk.state), ...entry(desk, 'request') };
}

function seated(desk: Desk<'offering.seat'>): FactsOfCourse<'offering.seat'> {
  const { benefit } = termsOf(desk.state).course;
  const { answerBy, back = false } = desk.message.about;
  return { benefit, answerBy, back, ...(back ? {} : { link: seatsOf(desk.state) }), ...entry(desk, 'request') };
}

/** Where the seat is taken or left. */
function seatsOf({ rounds }: OfferingState): string {
  return nextOf(Object.values(rounds).findLast(({ purpose }) => purpose === 'seats')?.id);
}

async function concerned(
  desk: Desk<'offering.moved' | 'offering.cancelled'>,
  type: 'OfferingChanged' | 'Cancelled',
  method: 'request' | 'cancel',
): Promise<FactsOfCourse<'offering.moved'>> {
  const { message, archive } = desk;
  const { as, people: team = [] } = message.about;
  const names = await archive.names(team);
  const inCalendar = as === 'participant' || as === 'trainer';
  return {
    as,
    people: team.map((p) => names.get(p) ?? p),
    reason: await archive.why(type),
    ...(inCalendar ? entry(desk, method) : {}),
  };
}

async function supportFacts({
  state,
  message,
  archive,
}: Desk<'offering.support'>): Promise<FactsOfCourse<'offering.support'>> {
  const rounds = Object.values(state.rounds).filter((r) => r.purpose === 'support');
  const given = (await Promise.all(rounds.map((r) => archive.answers(r.id)))).flat();
  const own = given.findLast((g) => g.task === message.person || g.task.startsWith(`${message.person}:`));
  const goal = own?.answer.goal;
  const supervisor = await nameOf(archive, message.about.supervisor);
  return { supervisor, goal: typeof goal === 'string' ? goal : null };
}

/** The other course by its name in the plan: what it is called, whoever reads this can look up. */
function passedOverFacts({ message: { about } }: Desk<'offering.passedOver'>): FactsOfCourse<'offering.passedOver'> {
  return { why: about.why, day: about.day, other: about.other };
}

async function attentionFacts({
  message: { about },
  archive,
}: Desk<'offering.attention'>): Promise<FactsOfCourse<'offering.attention'>> {
  const { what, taken, needed, person, day, lastDay, line } = about;
  return { what, taken, needed, day, lastDay, line, person: person && (await nameOf(archive, person)) };
}

async function briefingFacts({
  state,
  archive,
}: Desk<'offering.briefing'>): Promise<FactsOfCourse<'offering.briefing'>> {
  const people = takingPart(state);
  const [names, where] = await Promise.all([archive.names(people), archive.departmentsOf(people)]);
  const departments = await archive.departments([...new Set(where.values())]);
  const participants = people.map((p) => {
    const department = where.get(p) ?? '—';
    return { name: names.get(p) ?? p, department: departments.get(department) ?? department };
  });
  return { participants: participants.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

async function nameOf(archive: OfferingArchive, person: string): Promise<string> {
  return (await archive.names([person])).get(person) ?? person;
}
