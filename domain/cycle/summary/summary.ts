import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import type { Merged } from '../../../contracts/cycle/needs.ts';
import { personal } from '../../../contracts/private.ts';
import { firstOf } from '../../procedure/part.ts';
import type { Context, Decision, Rejection } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import { type CommandOf, event, goOn, isOver, type Part } from '../kit.ts';
import { type CycleState, standingNeeds } from '../state.ts';
import { needsIn } from './explained.ts';
import { mergedId, mergedOf, mergeNeeds } from './merging.ts';

/** One event carries at most so many merged needs. */
const MERGED_AN_EVENT = 500;

/** Stage 5. Needs are merged across departments by rule; people merge and split further by hand, with reasons. */
export const summary = {
  commands: {
    mergeNeeds: mergeByHand,
    splitNeed: splitByHand,
  },
  folds: {
    NeedsMerged(state, { merged }) {
      state.summarised = true;
      for (const one of merged) put(state, one);
    },
    NeedsMergedByHand(state, { into, from, reason }) {
      for (const id of from) remove(state, id);
      put(state, into);
      state.handwork[into.id] = { how: 'merged', reason };
    },
    NeedSplit(state, { merged, into, reason }) {
      remove(state, merged);
      for (const one of into) {
        put(state, one);
        state.handwork[one.id] = { how: 'split', reason };
      }
    },
  },
} satisfies Part;

function put(state: CycleState, merged: Merged): void {
  state.merged[merged.id] = merged;
  state.mergedSoFar = Math.max(state.mergedSoFar, Number(merged.id.slice(2)));
  delete state.sourcing[merged.id];
}

function remove(state: CycleState, id: string): void {
  delete state.merged[id];
  delete state.handwork[id];
  delete state.sourcing[id];
}

export function summaryDue(state: CycleState, context: Context): readonly CycleEvent[] {
  return firstOf(
    () => mergeByRule(state),
    () => (isOver(state, context) ? goOn(state, 'sourcing', context) : []),
  );
}

/** Merges what is not merged yet: everything at first, later what came back from its author. */
function mergeByRule(state: CycleState): CycleEvent[] {
  const merged = new Set(Object.values(state.merged).flatMap((m) => m.needs));
  const loose = standingNeeds(state).filter((n) => !merged.has(n.need));
  if (state.summarised && !loose.length) return [];
  const all = mergeNeeds(loose, Object.values(state.merged), state.mergedSoFar).map((m) =>
    state.merged[m.id]
      ? mergedOf(
          m.id,
          m.needs.flatMap((n) => state.needs[n] ?? []),
        )
      : m,
  );
  const events: CycleEvent[] = [];
  for (let i = 0; i < Math.max(all.length, 1); i += MERGED_AN_EVENT) {
    events.push(event('NeedsMerged', { merged: all.slice(i, i + MERGED_AN_EVENT) }));
  }
  return events;
}

function mergeByHand(state: CycleState, { actor, body }: CommandOf<'mergeNeeds'>): Decision<CycleEvent> {
  const refused = atWork(state) ?? unknownOf(state, body.merged);
  if (refused) return refused;
  const from = [...new Set(body.merged)];
  if (from.length < 2) return refuse('not-allowed/merge-two', {});
  const into = mergedOf(from[0]!, needsIn(state, from));
  if (into.needs.length > 5000) return refuse('too-many/merged-too-large', {});
  return [event('NeedsMergedByHand', { into, from, reason: personal(actor, body.reason) })];
}

function splitByHand(state: CycleState, { actor, body }: CommandOf<'splitNeed'>): Decision<CycleEvent> {
  const refused = atWork(state) ?? unknownOf(state, [body.merged]) ?? faultOfSplit(state, body);
  if (refused) return refused;
  const all = needsIn(state, [body.merged]);
  const out = new Set(body.needs);
  const groups = out.size
    ? [all.filter((n) => !out.has(n.need)), all.filter((n) => out.has(n.need))]
    : all.map((n) => [n]);
  const into = groups.map((needs, i) => mergedOf(i === 0 ? body.merged : mergedId(state.mergedSoFar + i), needs));
  return [event('NeedSplit', { merged: body.merged, into, reason: personal(actor, body.reason) })];
}

function faultOfSplit(state: CycleState, { merged, needs }: CommandOf<'splitNeed'>['body']): Rejection | null {
  const own = state.merged[merged]!.needs;
  const stranger = needs.find((n) => !own.includes(n));
  if (stranger) return refuse('not-found/not-held', { merged, need: stranger, needs: own.slice(0, 10) });
  if (own.length < 2) return refuse('already-so/holds-one', { merged });
  if (new Set(needs).size < own.length) return null;
  return refuse('not-allowed/split-all', { merged });
}

/** Why nothing can be merged or split now; null: it can. */
function atWork(state: CycleState): Rejection | null {
  if (state.stage === 'summary' || state.stage === 'sourcing') return null;
  return refuse('wrong-stage/merging-not-now', { stage: state.stage });
}

function unknownOf(state: CycleState, ids: readonly string[]): Rejection | null {
  const unknown = ids.find((id) => !state.merged[id]);
  return unknown ? refuse('not-found/no-merged-need', { merged: unknown }) : null;
}
