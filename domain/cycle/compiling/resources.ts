import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import type { Course, Room } from '../../../contracts/planning.ts';
import { refusalOfPerson } from '../../organisation/scope.ts';
import type { Context, Decision, Rejection } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import { type CommandOf, event, type Part, place } from '../kit.ts';
import type { CycleState, KnownTrainer } from '../state.ts';

/**
 * What a plan is made of: courses, rooms, outside quotes and trainers; new ones join, those of the same id are replaced.
 * After the plan is frozen they are what changes may choose from: its lines stand as they were approved, and so do the
 * courses that it may be made of.
 */
export const resources = {
  commands: {
    setCourses: (state, { body: { courses } }) =>
      decided(
        state,
        firstFault(
          twice(courses.map((c) => c.id)),
          courses.map((course) => faultOfCourse(course) ?? faultOfApproved(state, course)),
        ),
        [event('CoursesSet', { courses })],
      ),
    setRooms: (state, { body: { rooms } }) =>
      decided(state, firstFault(twice(rooms.map((r) => r.id)), rooms.map(faultOfRoom)), [event('RoomsSet', { rooms })]),
    setQuotes: (state, { body: { quotes } }) => {
      const unknown = quotes.map(({ id, course }) =>
        state.courses[course] ? null : refuse('import-invalid/quote-course', { quote: id, course }),
      );
      return decided(state, firstFault(twice(quotes.map((q) => q.id)), unknown), [event('QuotesSet', { quotes })]);
    },
    setTrainers,
  },
  folds: {
    CoursesSet(state, { courses }) {
      for (const course of courses) state.courses[course.id] = course;
      changed(state);
    },
    RoomsSet(state, { rooms }) {
      for (const room of rooms) state.rooms[room.id] = room;
      changed(state);
    },
    QuotesSet(state, { quotes }) {
      for (const quote of quotes) state.quotes[quote.id] = quote;
      changed(state);
    },
    TrainersSet(state, { trainers }) {
      for (const { person, courses, hours } of trainers) {
        state.trainers[person] = { ...(state.trainers[person] ?? stranger(person)), courses, hours };
      }
      changed(state);
    },
    TrainersRecognised(state, { trainers }) {
      for (const { person, topics, until } of trainers) {
        const before = state.trainers[person] ?? stranger(person);
        const all = [...new Set([...before.topics, ...topics])].sort();
        // Of two appointments the later end counts; named by operations means no end at all.
        const later = state.trainers[person] && (before.until === null || before.until > until) ? before.until : until;
        state.trainers[person] = { ...before, topics: all, until: later };
      }
      state.recognised = true;
      if (trainers.length) changed(state);
    },
  },
} satisfies Part;

function setTrainers(
  state: CycleState,
  { body: { trainers } }: CommandOf<'setTrainers'>,
  { organisation }: Context,
): Decision<CycleEvent> {
  const faults = trainers.map(
    ({ person, courses }) =>
      refusalOfPerson(organisation, person) ??
      courses
        .filter((course) => !state.courses[course])
        .map((course) => refuse('import-invalid/trainer-course', { person, course }))[0] ??
      null,
  );
  return decided(state, firstFault(twice(trainers.map((t) => t.person)), faults), [event('TrainersSet', { trainers })]);
}

function stranger(person: string): KnownTrainer {
  return { person, courses: [], topics: [], hours: null, until: null };
}

/**
 * What the plan is compiled from has changed. Sources that the rule chose are chosen anew while that is being done; from
 * the compilation on they stand, and the plan is compiled again.
 */
function changed(state: CycleState): void {
  if (place(state.stage) >= place('compiling')) state.basis++;
  if (state.stage !== 'sourcing') return;
  for (const { merged, reason } of Object.values(state.sourcing)) {
    if (reason !== 'by-hand') delete state.sourcing[merged];
  }
}

function decided(state: CycleState, fault: Rejection | null, events: readonly CycleEvent[]): Decision<CycleEvent> {
  if (place(state.stage) > place('effect')) {
    return refuse('wrong-stage/plan-carried-out', {});
  }
  return fault ?? events;
}

function firstFault(double: string | null, faults: readonly (Rejection | null)[]): Rejection | null {
  if (double) return refuse('import-invalid/twice', { id: double });
  const at = faults.findIndex((f) => f !== null);
  return at < 0 ? null : refuse('import-invalid/in-row', { row: at + 1, fault: faults[at]!.because });
}

function twice(ids: readonly string[]): string | null {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size) ?? null;
}

/** Why a course cannot be as it is described; null: it can. */
export function faultOfCourse({ id, minSeats, maxSeats }: Course): Rejection | null {
  if (minSeats <= maxSeats) return null;
  return refuse('import-invalid/course-people', { course: id, min: minSeats, max: maxSeats });
}

/** What an approved plan promises is described once: a course that it may be made of stays as it was. */
function faultOfApproved({ stage, courses }: CycleState, { id }: Course): Rejection | null {
  if (place(stage) < place('execution') || !courses[id]) return null;
  return refuse('import-invalid/course-approved', { course: id });
}

/** Why a room cannot be as it is described; null: it can. */
export function faultOfRoom({ id, closed }: Room): Rejection | null {
  const wrong = closed.find(({ from, to }) => to < from);
  return wrong ? refuse('import-invalid/room-closed', { room: id, from: wrong.from, to: wrong.to }) : null;
}
