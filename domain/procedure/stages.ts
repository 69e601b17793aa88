import type { Instant } from '../../contracts/ids.ts';
import type { ProcedureEventBodies } from '../../contracts/procedure.ts';
import type { RoundPolicy, TaskSpec } from '../../contracts/round.ts';
import type { Context } from '../process.ts';
import { goneOnOf, type Kit } from './kit.ts';
import { IS_OVER, order } from './orders.ts';
import type { Part, RoundOf, Shape, Sheet } from './part.ts';
import { askedBy, type CalledRound } from './rounds.ts';
import { type Standing, termsOf } from './standing.ts';
import { type PlanOfStages, planSince } from './timetable.ts';

/** What a round of a procedure asks, and of whom. */
export interface Asking<P extends Shape> {
  readonly sheetOf: (state: P['state'], round: RoundOf<P>, context: Context) => Sheet;
  /** Whom a round bars when it opens, by what it is for and what it asks of whom. */
  readonly bars?: (state: P['state'], purpose: P['purpose'], tasks: readonly TaskSpec[]) => Pick<RoundPolicy, 'barred'>;
}

/** The part that every procedure has: a stage begins, a round is opened, a round is needed no more. */
export function stagesAndRounds<P extends Shape>(kit: Kit<P>, { sheetOf, bars }: Asking<P>): Part<P> {
  const { rules, policyOf, wordOf } = kit;

  function open(state: Standing, called: CalledRound, context: Context) {
    const own = state as P['state'];
    const purpose = called.purpose as P['purpose'];
    const { tasks, ...sheet } = sheetOf(own, called as RoundOf<P>, context);
    const spec = {
      owner: state.stream,
      purpose: wordOf(purpose),
      ...sheet,
      policy: { ...policyOf(own, purpose), ...bars?.(own, purpose, tasks) },
      due: called.due,
      ...askedBy(rules.runners(own), termsOf(state)),
    };
    return [order(called.id, 'open', { spec, tasks }, 'undo')];
  }

  const part = {
    folds: {
      StageStarted(
        state: Standing & { plan?: PlanOfStages },
        { stage, run, until, plan }: ProcedureEventBodies['StageStarted'],
        { at }: { readonly at: Instant },
      ) {
        if (state.plan)
          state.plan = planSince(state.plan, { stage: state.stage, start: state.startedAt, end: at }, plan);
        state.stage = stage;
        state.runs = { ...state.runs, [stage]: run };
        state.startedAt = at;
        state.until = until;
        state.finished = false;
      },
      RoundStarted(state: Standing, { round: id, purpose, number, due, people }: ProcedureEventBodies['RoundStarted']) {
        state.rounds[id] = { id, purpose, number, due, people, concluded: false };
      },
      RoundConcluded(state: Standing, { round }: ProcedureEventBodies['RoundConcluded']) {
        const called = state.rounds[round];
        if (called) state.rounds[round] = { ...called, concluded: true };
      },
    },
    follows: {
      RoundStarted: (state: Standing, { round }: ProcedureEventBodies['RoundStarted'], context: Context) =>
        open(state, state.rounds[round]!, context),
      RoundConcluded: (state: Standing, { round, close }: ProcedureEventBodies['RoundConcluded']) =>
        close ? [order(round, 'close', { reason: goneOnOf(rules, state as P['state']) }, IS_OVER)] : [],
    },
  };
  return part as unknown as Part<P>;
}
