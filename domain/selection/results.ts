import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { order } from '../procedure/orders.ts';
import { firstOf, task } from '../procedure/part.ts';
import { freshTask, openRound, openRounds, taskIn } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { Seats } from '../ranking/seats.ts';
import { refuse } from '../refuse.ts';
import { termEnd } from './certificates.ts';
import { methodOf } from './criteria.ts';
import { feedbackFor, outcomesOf } from './feedback.ts';
import { formOf, TITLES } from './forms.ts';
import { alarm, conclude, ensureRound, event, news, notice, type Part, policyOf } from './kit.ts';
import { attributesOf } from './scores.ts';
import {
  type Application,
  candidatesOf,
  changeApplication,
  eligible,
  type SelectionState,
  standing,
  takenOut,
} from './state.ts';
import { dueInStage } from './timetable.ts';

/** Stage 10. Every applicant hears how it ended and why; candidates accept; certificates are made; the term begins. */
export const results = {
  commands: {
    recordCertificates(state, { actor, body }) {
      if (actor !== 'system') return refuse('not-allowed/only-certificates', {});
      if (!certificatesDue(state) || body.key !== certificatesKey(state)) {
        return refuse('outdated/certificates-outdated', {});
      }
      const documents = new Map(body.documents.map((d) => [d.person, d.document]));
      const missing = accepted(state).find((a) => !documents.has(a.person));
      if (missing) return refuse('answer-invalid/certificate-missing', { person: missing.person });
      const { termMonths } = termsOf(state);
      const { from } = body;
      return [
        event('CertificatesRecorded', { documents: body.documents }),
        ...accepted(state).map((a) =>
          event('Appointed', {
            application: a.code,
            person: a.person,
            from,
            until: termEnd(from, termMonths),
            document: documents.get(a.person) ?? null,
          }),
        ),
      ];
    },
  },
  folds: {
    ResultGiven(state, { application, ...result }) {
      changeApplication(state, application, { result });
    },
    SeatOffered(state, { application, round, task: id }) {
      changeApplication(state, application, { offer: 'open', offerTask: { round, task: id } });
    },
    OfferAnswered(state, { application, accepted: yes }) {
      changeApplication(state, application, { offer: yes ? 'accepted' : 'declined' });
    },
    CertificatesRecorded(state, { documents }) {
      state.certified = documents;
    },
    Appointed(state, { application, from, until, document }) {
      changeApplication(state, application, { appointment: { from, until, document } });
    },
    SelectionClosed(state, { outcomes }) {
      state.outcomes = outcomes;
      state.phase = 'closed';
      state.stage = 'closed';
      state.until = null;
    },
  },
  follows: {
    ResultGiven: (state, { application, standing: how, rank, score, strengths, gaps }) => [
      notice(state, state.applications[application]!.person, 'selection.result', {
        code: application,
        standing: how,
        rank,
        score,
        of: state.ranking?.ranking.length ?? 0,
        strengths,
        gaps,
      }),
    ],
    SeatOffered: (state, { application, round, task: id, due, reserve }) => {
      const { person } = state.applications[application]!;
      const spec = task(id, person, { about: application, aboutPerson: person, due });
      return [
        order(round, 'addTasks', { tasks: [spec] }, 'tell'),
        ...(reserve ? news(state, 'reserve-offered', { application, people: [person] }) : []),
      ];
    },
    OfferAnswered: (state, { application, accepted: yes, silent }) => {
      const people = [state.applications[application]!.person];
      return yes ? [] : news(state, silent ? 'seat-silent' : 'seat-declined', { application, people });
    },
    SelectionClosed: (state) => {
      const people = Object.values(state.applications).flatMap((a) => (a.appointment ? [a.person] : []));
      return news(state, people.length ? 'closed' : 'closed-without', { people });
    },
    CertificatesRecorded: (state, { documents }) => {
      const people = documents.filter(({ document }) => document === null).map(({ person }) => person);
      return people.length ? alarm(state, 'certificates-missing', { people }) : [];
    },
    Appointed: (state, { person, from, until, document }) => [
      notice(state, person, 'selection.appointed', { termFrom: from, termTo: until, document }),
    ],
  },
  sheets: {
    acceptance: () => ({ title: TITLES.acceptance, form: formOf('acceptance'), minutes: 5, tasks: [] }),
  },
} satisfies Part;

export function resultsDue(state: SelectionState, context: Context): readonly SelectionEvent[] {
  return firstOf(
    () => standing(state).flatMap((a) => (a.result ? [] : [feedbackFor(state, a)])),
    () => offer(state, context),
    () => hear(state, context),
    () => (offersOpen(state) ? [] : openRounds(state, 'acceptance').map((r) => conclude(r, context))),
    () => (offersOpen(state) || certificatesDue(state) ? [] : close(state)),
  );
}

/** Offers seats to the candidates, and one that has come free, where the terms say so, to the next in line. */
function offer(state: SelectionState, context: Context): SelectionEvent[] {
  const [fresh] = candidatesOf(state).filter((a) => a.offer === null);
  if (fresh) return seatFor(state, fresh, false, context);
  if (termsOf(state).declinedSeat === 'nobody') return [];
  const seats = state.decision?.candidates.length ?? 0;
  const given = eligible(state).filter((a) => a.offer === 'open' || a.offer === 'accepted');
  const next = given.length < seats ? nextInLine(state, given, seats) : undefined;
  const isFree = Object.values(state.applications).some((a) => isLost(state, a));
  return isFree && next ? seatFor(state, next, true, context) : [];
}

/** True for an application that a seat was meant for, and that has declined it or is out: its seat goes on. */
function isLost(state: SelectionState, { code, offer: answer, withdrawn }: Application): boolean {
  const meant = answer !== null || state.decision?.candidates.includes(code) === true;
  return answer === 'declined' || (withdrawn && meant);
}

function seatFor(state: SelectionState, { code }: Application, reserve: boolean, context: Context): SelectionEvent[] {
  // Whoever comes later has as much time as the others had.
  const due = dueInStage(reserve ? { ...state, until: null } : state, context);
  const [round, started] = ensureRound(state, 'acceptance', due);
  if (started.length) return started;
  return [event('SeatOffered', { application: code, round, task: freshTask(context, round, code), due, reserve })];
}

/**
 * Who comes next to a seat: the first in the ranking whom the quotas allow beside those who have one, whom nothing keeps
 * from a seat, whom the panel has not taken out, and to whom none was offered yet.
 */
function nextInLine(state: SelectionState, given: readonly Application[], seats: number): Application | undefined {
  const out = takenOut(state);
  const reserves = (state.ranking?.ranking ?? [])
    .filter((r) => r.below.length === 0 && !out.includes(r.application))
    .map((r) => r.application)
    .filter((code) => state.applications[code]?.offer === null && !state.applications[code].withdrawn);
  const taken = given.map((a) => a.code);
  const rule = new Seats({ ...methodOf(state), seats }, [...taken, ...reserves], attributesOf(state));
  const next = rule.next(taken, reserves);
  return next === undefined ? undefined : state.applications[next];
}

function hear(state: SelectionState, context: Context): SelectionEvent[] {
  const deemed = policyOf(state, 'acceptance').silence === 'consent';
  return eligible(state).flatMap((a) => {
    if (a.offer !== 'open' || !a.offerTask) return [];
    const given = taskIn(context, a.offerTask.round, a.offerTask.task);
    if (!given || given.state === 'open' || given.state === 'drafted') return [];
    const silent = given.state === 'lapsed' || given.state === 'withdrawn';
    const yes = silent ? deemed : given.answer?.accepts === true;
    return [event('OfferAnswered', { application: a.code, accepted: yes, silent })];
  });
}

function offersOpen(state: SelectionState): boolean {
  return eligible(state).some((a) => a.offer === 'open');
}

export function accepted(state: SelectionState): Application[] {
  return eligible(state).filter((a) => a.offer === 'accepted');
}

/** True when every seat is settled and certificates are to be made. */
export function certificatesDue(state: SelectionState): boolean {
  return (
    state.stage === 'results' &&
    state.certified === null &&
    accepted(state).length > 0 &&
    !offersOpen(state) &&
    !openRound(state, 'acceptance')
  );
}

export function certificatesKey(state: SelectionState): string {
  return `certificates.${accepted(state).length}.${state.basis}`;
}

function close(state: SelectionState): SelectionEvent[] {
  return [event('SelectionClosed', { outcomes: outcomesOf(state) })];
}
