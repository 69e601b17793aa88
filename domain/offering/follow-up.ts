import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import { afterStandstill } from '../calendar/standstill.ts';
import { elementOfKey } from '../gaps/field-key.ts';
import { supervisorOf } from '../organisation/stand-in.ts';
import { firstOf, task } from '../procedure/part.ts';
import { childOf, openRound } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import { dueIn, placeOf } from '../procedure/timetable.ts';
import type { Context } from '../process.ts';
import type { PlainAnswer, RoundState } from '../round/state.ts';
import { coachingDue, coachingEnded, coachingWanted } from './coaching.ts';
import { datedOf, endOf, followUpsAt } from './dates.ts';
import { formOf, supervisorForm, titleOf } from './forms.ts';
import { handingDue } from './handing.ts';
import { conclude, concludeBefore, event, type Part, startRound } from './kit.ts';
import { resultOf } from './result.ts';
import type { OfferingState, Transfer } from './state.ts';
import { presentNow } from './teaching.ts';

/** Level 3: weeks later, supervisors and participants say what of it is done at work. */
export const followUp = {
  folds: {
    TransferReported(state, report) {
      state.transfers = [...state.transfers, report];
    },
    OfferingClosed(state, { result }) {
      state.result = result;
      state.stage = 'closed';
      state.until = null;
      if (state.phase === 'running') state.phase = 'closed';
      state.news++;
    },
  },
  sheets: {
    transfer: (state, { people, due }, { now, organisation }) => ({
      title: titleOf(termsOf(state).course.title, 'transfer'),
      form: formOf('participant'),
      forms: {
        participant: formOf('participant'),
        supervisor: supervisorForm(termsOf(state).course.elements, organisation),
      },
      minutes: 4,
      tasks: people.flatMap((person) =>
        transferTasks(person, supervisorOf(organisation, person, { from: now, to: due })),
      ),
    }),
  },
} satisfies Part;

const OWN = ':own';
const SUPERVISOR = ':supervisor';

/** The supervisor is the one of now, not the one of the course. */
function transferTasks(person: PersonId, supervisor: PersonId | null) {
  const own = task(`${person}${OWN}`, person, {
    about: person,
    aboutPerson: person,
    self: 'only',
    form: 'participant',
  });
  if (!supervisor) return [own];
  const theirs = { about: person, aboutPerson: person, form: 'supervisor' };
  return [own, task(`${person}${SUPERVISOR}`, supervisor, theirs)];
}

/** From the end of the feedback until the last follow-up is reported and the last coaching has ended. */
export function followUpDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  return firstOf(
    () => coachingDue(state, context),
    () => handingDue(state, context),
    () => reportDue(state, context),
    () => nextDue(state, context),
    () => closingDue(state, context),
  );
}

/** When the next follow-up begins: so long after the course, while nothing stood still; null: there is none any more. */
export function nextFollowUp(state: OfferingState, context: Context): Instant | null {
  if (state.finished || !state.attendance?.present.length) return null;
  const dated = datedOf(state);
  const planned = followUpsAt(dated, context)[state.transfers.length];
  if (planned === undefined) return null;
  const place = placeOf(dated.terms, context.organisation);
  const over = endOf(dated);
  return state.stood.reduce(
    (at, { from, to }) => (to === null || to <= over ? at : afterStandstill(at, Math.max(from, over), to, place)),
    planned,
  );
}

function nextDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  const at = nextFollowUp(state, context);
  if (at === null || context.now < at || openRound(state, 'transfer')) return [];
  const people = presentNow(state, context);
  if (!people.length) return [event('TransferReported', { followUp: state.transfers.length, people: [] })];
  const terms = termsOf(state);
  const due = dueIn(terms.delivery.followUpTime, terms, context);
  return [startRound(state, 'transfer', due, people)];
}

function reportDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  const round = openRound(state, 'transfer');
  const child = round && childOf(context, round.id);
  if (!round || !child || (child.phase !== 'settled' && !state.finished)) return [];
  const followUp = state.transfers.length;
  const people = round.people.map((person) => ({
    person,
    supervisor: transferIn(answerIn(child, `${person}${SUPERVISOR}`)),
    own: transferIn(answerIn(child, `${person}${OWN}`)),
    levels: levelsIn(answerIn(child, `${person}${SUPERVISOR}`)),
  }));
  return [
    event('TransferReported', { followUp, people }),
    conclude(round, context),
    ...(state.finished ? [] : coachingWanted(state, { followUp, people }, context)),
  ];
}

function answerIn(child: RoundState, id: string): PlainAnswer | null {
  const found = child.tasks.get(id);
  return found?.state === 'submitted' ? found.answer : null;
}

function transferIn(answer: PlainAnswer | null): number | null {
  return typeof answer?.transfer === 'number' ? answer.transfer : null;
}

function levelsIn(answer: PlainAnswer | null): Transfer['people'][number]['levels'][number][] {
  return Object.entries(answer ?? {}).flatMap(([key, value]) => {
    const element = typeof value === 'number' ? elementOfKey(key) : null;
    return element === null ? [] : [{ element, rated: value as number }];
  });
}

function closingDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  if (openRound(state, 'transfer') || nextFollowUp(state, context) !== null) return [];
  const undecided = Object.values(state.coaching).some((c) => c.done === null);
  if (undecided) return state.finished ? coachingEnded(state) : [];
  return [
    ...concludeBefore(state, 'closed', context),
    event('OfferingClosed', { result: resultOf(state, context.organisation) }),
  ];
}
