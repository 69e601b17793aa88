import type { StreamId } from '../../contracts/ids.ts';
import { personal } from '../../contracts/private.ts';
import { house } from '../../contracts/reasons.ts';
import type { Stage } from '../../contracts/selection/terms.ts';
import { rememberLacks } from '../procedure/calendar-lacks.ts';
import { heldByPause, holding, openNow, paused, releasing, resumed, untilAfterPause } from '../procedure/pause.ts';
import { extension } from '../procedure/rounds.ts';
import { type Context, type Rejection, reject } from '../process.ts';
import { toldOfIt } from './measures.ts';
import { toldOfLacks, untoldLacks } from './opening.ts';
import { event, notice, type Part } from './part.ts';
import { reviewsAgain } from './review.ts';
import { childOf, conclude, openRounds, place } from './rounds.ts';
import { eligible, type SelectionState, termsOf } from './state.ts';
import { faultOfPlan, isTimed, placeOf, planFrom } from './timetable.ts';
import { goBack } from './transition.ts';

/** What operations can do at any stage, each with a reason. */
export const steering = {
  commands: {
    pause(state, { actor, body }, context) {
      if (state.phase === 'paused') return reject('already-so', 'The selection is paused already.');
      const rounds = openNow(state, context);
      return [event('SelectionPaused', { reason: personal(actor, body.reason), rounds })];
    },
    resume(state, { actor, body }, context) {
      if (state.phase !== 'paused') return reject('already-so', 'The selection is not paused.');
      const rounds = heldByPause(state, context);
      return [
        event('SelectionResumed', {
          reason: personal(actor, body.reason),
          rounds,
          until: endAfterPause(state, context),
        }),
      ];
    },
    moveDate(state, { actor, body }, context) {
      const { stage, at } = body;
      const fault = faultOfMove(state, stage, at, context);
      if (fault) return fault;
      const timetable = isTimed(stage) ? { ...state.timetable!, [stage]: at } : state.timetable!;
      const terms = termsOf(state);
      const place = placeOf(terms, context.organisation);
      const rest = planFrom(state.stage, state.startedAt, timetable, terms.objectionPeriod, place);
      const plan = { ...state.plan, ...rest };
      const wrong = faultOfPlan(rest, state.stage === stage ? context.now : state.startedAt, terms.timeZone);
      if (wrong) return reject('wrong-date', wrong);
      const rounds = stage === state.stage ? withOpenTasks(state, context) : [];
      const lacks = untoldLacks(state, plan, at, context);
      return [event('DateMoved', { stage, at, plan, lacks, rounds, reason: personal(actor, body.reason) })];
    },
    reopenStage(state, { actor, body }, context) {
      const { stage, applications } = body;
      const fault = faultOfReopening(state, stage, applications);
      if (fault) return fault;
      const codes = applications.length ? applications : eligible(state).map((a) => a.code);
      const reviews = stage === 'review' ? reviewsAgain(state, codes, context, false) : [];
      const about = stage === 'screening' ? [] : applications;
      return [
        event('StageReopened', { stage, reason: personal(actor, body.reason) }),
        ...goBack(state, stage, context, 'reopened', about, reviews),
      ];
    },
    cancel(state, { actor, body }, context) {
      return [
        ...openRounds(state).map((r) => conclude(r, context)),
        event('SelectionCancelled', { reason: personal(actor, body.reason) }),
      ];
    },
  },
  folds: {
    SelectionPaused: (state, { rounds }, { at }) => paused(state, rounds, at),
    SelectionResumed: (state, { until }) => resumed(state, until),
    DateMoved(state, { stage, at, plan, lacks }) {
      state.plan = plan;
      rememberLacks(state, lacks);
      if (isTimed(stage)) state.timetable = { ...state.timetable!, [stage]: at };
      if (stage !== state.stage) return;
      state.until = at;
      for (const round of openRounds(state)) state.rounds[round.id] = { ...round, due: Math.max(round.due, at) };
    },
    StageReopened() {},
    SelectionCancelled(state) {
      state.phase = 'cancelled';
      state.until = null;
    },
  },
  follows: {
    SelectionPaused: (_state, { rounds }) => holding(rounds, house('selection-paused')),
    SelectionResumed: (_state, { rounds }) => releasing(rounds, house('selection-resumed')),
    DateMoved: (state, { at, lacks, rounds }) => [
      ...rounds.map((id) => extension(id, at, house('date-moved'))),
      ...toldOfLacks(state, lacks),
    ],
    SelectionCancelled: (state, _body, context) =>
      toldOfIt(state, context).map((p) => notice(state, p, 'selection.cancelled')),
  },
} satisfies Part;

function withOpenTasks(state: SelectionState, context: Context): StreamId[] {
  return openNow(state, context).filter((id) => (childOf(context, id)?.open ?? 0) > 0);
}

/** The objection period stands still as well while an objection is open: its end is reckoned when that is settled. */
function endAfterPause(state: SelectionState, { now, organisation }: Context): number | null {
  if (state.clockStoppedAt !== null) return state.until;
  return untilAfterPause(state, now, placeOf(termsOf(state), organisation));
}

function faultOfMove(state: SelectionState, stage: Stage, at: number, { now }: Context): Rejection | null {
  if (!isTimed(stage) && !(stage === 'notice' && state.stage === 'notice')) {
    return reject('not-allowed', `The stage "${stage}" has no date of its own; move the stage before it.`);
  }
  if (place(stage) < place(state.stage)) {
    return reject('too-late', `The stage "${stage}" is over; reopen it instead of moving its date.`);
  }
  if (at <= now) return reject('wrong-date', 'The new date has passed; choose a later one.');
  if (stage === 'notice' && at < (state.until ?? 0)) {
    return reject('wrong-date', 'The objection period may be made longer, not shorter.');
  }
  return null;
}

const REOPENED: readonly Stage[] = ['call', 'screening', 'reviewers', 'review', 'ranking', 'decision'];

function faultOfReopening(state: SelectionState, stage: Stage, applications: readonly string[]): Rejection | null {
  if (!REOPENED.includes(stage)) {
    return reject('not-allowed', `The stage "${stage}" cannot be reopened; choose one of ${REOPENED.join(', ')}.`);
  }
  if (place(state.stage) >= place('results')) {
    return reject('too-late', 'The results are out; open a new selection instead.');
  }
  if (place(stage) > place(state.stage)) {
    return reject('too-early', `The stage "${stage}" has not begun; the selection is at "${state.stage}".`);
  }
  const unknown = applications.find((code) => !state.applications[code]);
  return unknown ? reject('not-found', `There is no application ${unknown}; check its number.`) : null;
}
