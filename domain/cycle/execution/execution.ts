import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import { pathOf, type StreamId } from '../../../contracts/ids.ts';
import type { OfferingResult } from '../../../contracts/offering/result.ts';
import type { OfferingState } from '../../offering/state.ts';
import { order } from '../../procedure/orders.ts';
import type { Context } from '../../process.ts';
import { event, goOn, isOver, type Part } from '../kit.ts';
import type { CycleState, StartedOffering } from '../state.ts';
import { isPending } from './requests.ts';
import { offeringTerms } from './start.ts';

/** Offerings start by the approved plan alone, and come home with their results. */
export const execution = {
  folds: {
    OfferingStarted(state, { offering, stream, planned }) {
      state.offerings = {
        ...state.offerings,
        [offering]: { stream: stream, planned, result: null },
      };
    },
    OfferingConcluded(state, { offering, result }) {
      const started = state.offerings[offering];
      if (started) state.offerings = { ...state.offerings, [offering]: { ...started, result } };
    },
  },
  follows: {
    OfferingStarted: (state, { stream, planned }, context) => [
      order(stream, 'open', offeringTerms(state, planned, context), 'tell'),
    ],
  },
} satisfies Part;

/**
 * Goes on when every offering has come to its end and no change waits, or its date has come; a plan without offerings ends at its date. A
 * person may end it before: what is still under way then comes home all the same.
 */
export function executionDue(state: CycleState, context: Context): readonly CycleEvent[] {
  if (state.finished) return goOn(state, 'effect', context, 'finished');
  if (openOfferings(state).length) return overdue(state, context);
  if (Object.values(state.changes).some(isPending) && !isOver(state, context)) return [];
  const some = Object.keys(state.offerings).length > 0;
  return some || isOver(state, context) ? goOn(state, 'effect', context) : [];
}

/** Tells operations once that the date has come and offerings are still under way. */
function overdue(state: CycleState, context: Context): readonly CycleEvent[] {
  const run = state.runs.execution ?? 1;
  if (!isOver(state, context) || state.overdue === `execution.${run}`) return [];
  return [event('StageOverdue', { stage: 'execution', run })];
}

/** Starts every approved line that has not been started, and learns how those that are over came out. */
export function offeringsDue(state: CycleState, context: Context): readonly CycleEvent[] {
  const fresh = unstarted(state);
  if (fresh.length) {
    return fresh.map((planned) =>
      event('OfferingStarted', { offering: planned.id, stream: streamOf(state, planned.id), planned }),
    );
  }
  return Object.entries(state.offerings).flatMap(([offering, started]) => {
    const result = started.result ? null : resultOf(started, context);
    return result ? [event('OfferingConcluded', { offering, result })] : [];
  });
}

function unstarted(state: CycleState) {
  return state.frozen ? Object.values(state.lines).filter((o) => !state.offerings[o.id]) : [];
}

function resultOf({ stream, planned }: StartedOffering, context: Context): OfferingResult | null {
  const child = context.child(stream) as OfferingState | undefined;
  if (child?.phase !== 'closed' && child?.phase !== 'cancelled') return null;
  return child.result ?? notHeld(planned.seats, planned.participants.length, child.costs ?? 0);
}

/** How an offering came out that was cancelled before anything could be learnt from it. */
function notHeld(seats: number, invited: number, cost: number): OfferingResult {
  const none = { answers: 0, mean: null };
  return {
    held: false,
    seats,
    invited,
    present: [],
    absent: [],
    reaction: none,
    learning: { ...none, passed: 0 },
    transfer: [],
    gapBefore: null,
    gapClosed: null,
    departments: [],
    open: [],
    coached: 0,
    cost,
    figures: [],
  };
}

/** `offering:2027.O-001` */
export function streamOf(state: CycleState, offering: string): StreamId {
  return `offering:${pathOf(state.stream)}.${offering}`;
}

/** The offerings that have been started and have not come to their end. */
export function openOfferings(state: CycleState): StreamId[] {
  return Object.values(state.offerings)
    .filter((o) => o.result === null)
    .map((o) => o.stream);
}

/** While lines wait to be started: the rounds of ratings, from which people's levels before the course are taken. */
export function executionWatches(state: CycleState): StreamId[] {
  const inExecution = state.stage === 'execution' || state.stage === 'effect';
  if (!inExecution || unstarted(state).length === 0) return [];
  return Object.values(state.rounds)
    .filter((r) => r.purpose === 'ratings')
    .map((r) => r.id);
}
