import type { CyclePurpose, CycleStage } from '../../contracts/cycle/terms.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { personal } from '../../contracts/private.ts';
import { house } from '../../contracts/reasons.ts';
import { rememberLacks } from '../procedure/calendar-lacks.ts';
import { heldByPause, holding, openNow, paused, releasing, resumed, untilAfterPause } from '../procedure/pause.ts';
import { extension } from '../procedure/rounds.ts';
import { type Context, type Rejection, reject } from '../process.ts';
import { faultOfPlanAtHand } from './compiling.ts';
import { openOfferings } from './execution.ts';
import { toldOfLacks, untoldLacks } from './opening.ts';
import { event, IS_OVER, notice, order, type Part, STANDS_SO } from './part.ts';
import { team } from './people.ts';
import { childOf, conclude, openRounds, place } from './rounds.ts';
import { type CycleState, termsOf } from './state.ts';
import { faultOfPlan, placeOf, planOf } from './timetable.ts';
import { faultOfPeriod } from './timetable-faults.ts';
import { goBack } from './transition.ts';

/** What operations can do at any stage, each with a reason. */
export const steering = {
  commands: {
    pause(state, { actor, body }, context) {
      if (state.phase === 'paused') return reject('already-so', 'The cycle is paused already.');
      return [event('CyclePaused', { reason: personal(actor, body.reason), rounds: openNow(state, context) })];
    },
    resume(state, { actor, body }, context) {
      if (state.phase !== 'paused') return reject('already-so', 'The cycle is not paused.');
      const rounds = heldByPause(state, context);
      const place = placeOf(termsOf(state), context.organisation);
      const until = untilAfterPause(state, context.now, place);
      return [event('CycleResumed', { reason: personal(actor, body.reason), rounds, until })];
    },
    moveDate(state, { actor, body: { stage, at, reason } }, context) {
      const fault = faultOfMove(state, stage, at, context);
      if (fault) return fault;
      const terms = termsOf(state);
      const timetable = { ...state.timetable!, [stage]: at };
      const rest = planOf(state.stage, state.startedAt, timetable, terms, context.organisation);
      const plan = { ...state.plan, ...rest };
      const late =
        faultOfPlan(rest, state.stage === stage ? context.now : state.startedAt, terms.timeZone) ??
        faultOfPeriod(terms, plan, context.now);
      if (late) return reject('wrong-date', late);
      const rounds = stage === state.stage ? withTheStage(state, context) : [];
      const lacks = untoldLacks(state, plan, at, context);
      return [event('DateMoved', { stage, at, plan, lacks, rounds, reason: personal(actor, reason) })];
    },
    finishStage(state, { actor, body: { stage, reason } }) {
      if (stage !== state.stage) {
        return reject('wrong-stage', `The cycle is at "${state.stage}"; only the stage that runs can be finished.`);
      }
      if (stage === 'approval') {
        return reject(
          'not-allowed',
          'The approval ends by the word of those who approve; move its date or cancel the cycle.',
        );
      }
      const lacking = stage === 'compiling' ? faultOfPlanAtHand(state) : null;
      if (lacking) return lacking;
      if (state.finished) return reject('already-so', `The stage "${stage}" is being finished already.`);
      return [event('StageFinished', { stage, reason: personal(actor, reason) })];
    },
    reopenStage(state, { actor, body: { stage, reason } }, context) {
      const fault = faultOfReopening(state, stage);
      if (fault) return fault;
      return [
        event('StageReopened', { stage, reason: personal(actor, reason) }),
        ...goBack(state, stage, context, 'reopened'),
      ];
    },
    cancel(state, { actor, body }, context) {
      const open = openRounds(state);
      return [
        ...open.map((r) => conclude(r, context)),
        event('CycleCancelled', { reason: personal(actor, body.reason), rounds: open.map((r) => r.id) }),
      ];
    },
  },
  folds: {
    CyclePaused: (state, { rounds }, { at }) => paused(state, rounds, at),
    CycleResumed: (state, { until }) => resumed(state, until),
    DateMoved(state, { stage, at, plan, lacks }) {
      state.plan = plan;
      rememberLacks(state, lacks);
      state.timetable = { ...state.timetable!, [stage]: at };
      if (stage !== state.stage) return;
      state.until = at;
      for (const round of openRounds(state)) {
        if (WITH_THE_STAGE.includes(round.purpose)) {
          state.rounds[round.id] = { ...round, due: Math.max(round.due, at) };
        }
      }
    },
    StageFinished(state) {
      state.finished = true;
    },
    StageReopened() {},
    CycleCancelled(state) {
      state.phase = 'cancelled';
      state.until = null;
    },
  },
  follows: {
    CyclePaused: (state, { rounds }, context) => [
      ...holding(rounds, house('cycle-paused')),
      ...openOfferings(state).map((id) => order(id, 'pause', { reason: house('cycle-paused') }, STANDS_SO)),
      ...tell(state, 'paused', context),
    ],
    CycleResumed: (state, { rounds }, context) => [
      ...releasing(rounds, house('cycle-resumed')),
      ...openOfferings(state).map((id) => order(id, 'resume', { reason: house('cycle-resumed') }, STANDS_SO)),
      ...tell(state, 'resumed', context),
    ],
    DateMoved: (state, { at, lacks, rounds }) => [
      ...rounds.map((id) => extension(id, at, house('date-moved'))),
      ...toldOfLacks(state, lacks),
    ],
    StageReopened: (state, _body, context) => tell(state, 'reopened', context),
    CycleCancelled: (state, _body, context) => [
      ...openOfferings(state).map((id) => order(id, 'end', { reason: house('cycle-cancelled') }, IS_OVER)),
      ...tell(state, 'cancelled', context),
    ],
  },
} satisfies Part;

/** Rounds whose tasks are due when the stage ends; in the others each task has a time of its own. */
const WITH_THE_STAGE: readonly CyclePurpose[] = [
  'mobilisation',
  'ratings',
  'self-ratings',
  'talks',
  'needs',
  'commitments',
];

function tell(state: CycleState, what: 'paused' | 'resumed' | 'reopened' | 'cancelled', { organisation }: Context) {
  return team(state, organisation).map((p) => notice(state, p, 'cycle.steered', { what }));
}

function withTheStage(state: CycleState, context: Context): StreamId[] {
  return openRounds(state)
    .filter((r) => WITH_THE_STAGE.includes(r.purpose) && childOf(context, r.id)?.phase === 'open')
    .filter((r) => childOf(context, r.id)!.open > 0)
    .map((r) => r.id);
}

function faultOfMove(state: CycleState, stage: CycleStage, at: number, { now }: Context): Rejection | null {
  if (stage === 'closed') return reject('not-allowed', 'The closed cycle has no date; move the stage "feedback".');
  if (place(stage) < place(state.stage)) {
    return reject('too-late', `The stage "${stage}" is over; reopen it instead of moving its date.`);
  }
  return at <= now ? reject('wrong-date', 'The new date has passed; choose a later one.') : null;
}

function faultOfReopening(state: CycleState, stage: CycleStage): Rejection | null {
  if (place(stage) >= place('execution')) {
    return reject('not-allowed', `The stage "${stage}" cannot be reopened; ask for a change of the plan instead.`);
  }
  if (place(state.stage) >= place('execution')) {
    return reject('too-late', 'The plan is approved and carried out; ask for a change instead of reopening a stage.');
  }
  return place(stage) > place(state.stage)
    ? reject('too-early', `The stage "${stage}" has not begun; the cycle is at "${state.stage}".`)
    : null;
}
