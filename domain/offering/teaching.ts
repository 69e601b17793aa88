import { type PersonId, SYSTEM } from '../../contracts/ids.ts';
import type { OfferingCommandBodies } from '../../contracts/offering/commands.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import { house } from '../../contracts/reasons.ts';
import { managerOf } from '../organisation/line.ts';
import { isEmployed } from '../organisation/scope.ts';
import { order } from '../procedure/orders.ts';
import { firstOf, task } from '../procedure/part.ts';
import { childOf, openRound, roundsOf } from '../procedure/rounds.ts';
import { hearersFor } from '../procedure/runners.ts';
import { termsOf } from '../procedure/standing.ts';
import { dueIn } from '../procedure/timetable.ts';
import type { Consequence, Context, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { ATTENDANCE_TIME, datedOf, endOf, startOf } from './dates.ts';
import { attendanceForm, titleOf } from './forms.ts';
import { handingDue, recorders } from './handing.ts';
import { alarm, begin, conclude, event, goOn, notice, type Part, startRound } from './kit.ts';
import { holds, leaversDue, seated } from './seats.ts';
import { type OfferingState, plannedOf, runners } from './state.ts';
import { takeBack } from './tasks.ts';

/** The course is held, and it is put down who was there. */
export const teaching = {
  commands: {
    recordAttendance(state, { actor, body }, context) {
      const fault =
        faultOfRecorder(state, actor, 'attendance', context) ??
        faultOfOwnAttendance(state, actor, context) ??
        faultOfAttendance(state, body, context);
      if (fault) return fault;
      // Nobody is missed who was not to come; whoever was put down before may be put down otherwise.
      const before = [...(state.attendance?.present ?? []), ...(state.attendance?.absent ?? [])];
      const absent = body.absent.filter((p) => holds(state, p) || before.includes(p));
      return [event('AttendanceRecorded', { present: [...body.present], absent })];
    },
  },
  folds: {
    AttendanceRecorded(state, { present, absent }) {
      const before = new Set(state.attendance?.absent);
      state.newlyAbsent = absent.filter((p) => !before.has(p));
      state.attendance = { present, absent };
    },
  },
  follows: {
    AttendanceRecorded: (state, _body, context) => [
      ...state.newlyAbsent.flatMap((person) => toldOfAbsence(state, person, context)),
      ...reactionCorrected(state, context),
    ],
    RoundConcluded: (state, { round }, context) =>
      // Declined by everybody who could know: operations record it.
      state.rounds[round]?.purpose === 'attendance' &&
      state.attendance === null &&
      state.stage === 'teaching' &&
      askable(state, context).length === 0
        ? alarm(state, 'attendance')
        : [],
  },
  sheets: {
    attendance: (state, round) => ({
      title: titleOf(termsOf(state).course.title, 'attendance'),
      form: attendanceForm(seated(state).length),
      minutes: 3,
      tasks: round.people.map((person) => task(person, person, { barred: participantsBut(state, person) })),
    }),
  },
} satisfies Part;

/** Whose presence is put down does not put it down: the others, should the task be handed on. */
function participantsBut(state: OfferingState, recorder: PersonId): PersonId[] {
  return seated(state)
    .filter((p) => p !== recorder)
    .slice(0, 500);
}

/**
 * Who was there, and how tests came out, is put down by whoever may be asked for it, and by nobody else: the trainer, and whoever runs
 * the cycle; where nobody of operations does, all of operations.
 */
export function faultOfRecorder(
  state: OfferingState,
  actor: string,
  what: 'attendance' | 'scores',
  at: Pick<Context, 'organisation' | 'now'>,
): Rejection | null {
  if (actor === SYSTEM || actor === plannedOf(state).trainer || hearersFor(runners(state), at).includes(actor))
    return null;
  return refuse(what === 'scores' ? 'not-yours/records-scores' : 'not-yours/records-attendance', {});
}

function faultOfOwnAttendance(state: OfferingState, actor: string, context: Context): Rejection | null {
  if (!holds(state, actor) || attendanceRecorders(state, context).includes(actor)) return null;
  const [other] = attendanceRecorders(state, context);
  return refuse('not-allowed/own-attendance', { person: other! });
}

function faultOfAttendance(
  state: OfferingState,
  { present, absent }: OfferingCommandBodies['recordAttendance'],
  context: Context,
): Rejection | null {
  if (context.now < startOf(datedOf(state))) return refuse('too-early/attendance-too-early', {});
  const named = [...present, ...absent];
  const twice = named.find((p, i) => named.indexOf(p) !== i);
  if (twice) return refuse('duplicate/attendance-twice', { person: twice });
  const stranger = named.find((p) => !context.organisation.people.has(p));
  if (stranger) return refuse('unknown-person/no-employee-correct', { person: stranger });
  const missing = seated(state).find((p) => !named.includes(p));
  if (missing) return refuse('answer-invalid/attendance-missing', { person: missing });
  return null;
}

/** From the first day until it is known who was there. */
export function teachingDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  return firstOf(
    () => movedBack(state, context),
    () => leftDue(state, context),
    () => attendanceDue(state, context),
    () => handingDue(state, context),
    () => (isTaught(state, context) ? goOn(state, 'feedback', context) : []),
  );
}

/** It is known who was there, and the last day is over; of a course that has ended nothing is waited for. */
function isTaught(state: OfferingState, { now }: Context): boolean {
  return state.attendance !== null && (state.ended || now >= endOf(datedOf(state)));
}

/** A course that was moved after it had begun invites again; who had a seat keeps it. */
function movedBack(state: OfferingState, context: Context): readonly OfferingEvent[] {
  if (state.attendance || context.now >= startOf(datedOf(state))) return [];
  const open = openRound(state, 'attendance');
  return [...(open ? [conclude(open, context)] : []), begin(state, 'invitation', context)];
}

/** Whoever leaves the company before the course is over is not looked for in it; whoever leaves later was there. */
function leftDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  return state.attendance || context.now >= endOf(datedOf(state)) ? [] : leaversDue(state, context);
}

function attendanceDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  const open = openRound(state, 'attendance');
  if (open) {
    if (state.attendance) return [conclude(open, context)];
    const child = childOf(context, open.id);
    const answered = [...(child?.tasks.values() ?? [])].find((t) => t.state === 'submitted');
    if (answered) return [...recorded(state, answered.answer?.absent), conclude(open, context)];
    return child?.phase === 'settled' ? [conclude(open, context)] : [];
  }
  const [next] = askable(state, context);
  if (state.attendance || !next || context.now < endOf(datedOf(state))) return [];
  const due = dueIn(ATTENDANCE_TIME, termsOf(state), context, next);
  return [startRound(state, 'attendance', due, [next])];
}

/** Who can be asked for the attendance and has not been asked about these days. */
function askable(state: OfferingState, context: Context): PersonId[] {
  const asked = new Set(
    roundsOf(state, 'attendance')
      .filter((r) => r.due > endOf(datedOf(state)))
      .flatMap((r) => r.people),
  );
  return attendanceRecorders(state, context).filter((p) => !asked.has(p));
}

/** Whoever has a seat themselves puts down who was there only where nobody else can. */
function attendanceRecorders(state: OfferingState, context: Context): PersonId[] {
  const able = recorders(state, context);
  const others = able.filter((p) => !holds(state, p));
  return others.length ? others : able;
}

function recorded(state: OfferingState, answer: unknown): OfferingEvent[] {
  const missed = new Set(Array.isArray(answer) ? (answer as string[]) : []);
  const people = seated(state);
  return [
    event('AttendanceRecorded', {
      present: people.filter((p) => !missed.has(p)),
      absent: people.filter((p) => missed.has(p)),
    }),
  ];
}

function toldOfAbsence(state: OfferingState, person: PersonId, { organisation }: Context): Consequence[] {
  const expectedThere = holds(state, person) && isEmployed(organisation, person);
  const supervisor = expectedThere ? managerOf(organisation, person) : null;
  return supervisor ? [notice(state, supervisor, 'offering.absent', { person })] : [];
}

/** Attendance that is corrected while people are asked how it was: who was there after all is asked, who was not is not. */
function reactionCorrected(state: OfferingState, context: Context): Consequence[] {
  const round = openRound(state, 'reaction');
  const child = round && childOf(context, round.id);
  if (!round || !child || child.phase === 'settled' || !state.attendance) return [];
  const { present, absent } = state.attendance;
  const fresh = present.filter((p) => !child.tasks.has(p) && context.organisation.people.get(p)?.employed);
  return [
    ...(fresh.length
      ? [order(round.id, 'addTasks', { tasks: fresh.map((p) => task(p, p, { aboutPerson: p })) }, 'undo')]
      : []),
    ...takeBack(round.id, absent, house('was-absent'), context),
  ];
}

/** Who was there and still works here. */
export function presentNow(state: OfferingState, { organisation }: Context): PersonId[] {
  return (state.attendance?.present ?? []).filter((p) => organisation.people.get(p)?.employed);
}
