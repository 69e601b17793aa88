import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import type { Sourcing } from '../../../contracts/cycle/needs.ts';
import { personal } from '../../../contracts/private.ts';
import type { Context, Decision, Rejection } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import { type CommandOf, event, place } from '../kit.ts';
import type { CycleState } from '../state.ts';
import { inside, trainersFor } from './sources.ts';
import { compareQuotes, costOutside, type Supply, type WantedSource } from './supply.ts';
import { supplyOf, wantedSources } from './wanted.ts';

/** Gives a merged need the source that a person has chosen, with the reason; what the rule said of others is kept. */
export function chooseSource(
  state: CycleState,
  { actor, body }: CommandOf<'chooseSource'>,
  context: Context,
): Decision<CycleEvent> {
  const at = place(state.stage);
  if (at < place('sourcing') || at > place('compiling')) {
    return refuse('wrong-stage/sources-not-now', { stage: state.stage });
  }
  const want = wantedSources(state).find((w) => w.id === body.merged);
  if (!want) return refuse('not-found/no-merged-need', { merged: body.merged });
  const chosen = byHand(state, want, body, supplyOf(state, context));
  if ('rejected' in chosen) return chosen;
  const passed = state.sourcing[want.id]?.passed ?? [];
  const why = personal(actor, body.reason);
  return [event('SourceChosen', { ...chosen, merged: want.id, reason: 'by-hand', passed, why })];
}

/** A source as somebody wants it, or why it cannot be. */
function byHand(
  state: CycleState,
  want: WantedSource,
  body: CommandOf<'chooseSource'>['body'],
  supply: Supply,
): Omit<Sourcing, 'merged' | 'passed'> | Rejection {
  const quotes = compareQuotes(want, supply)
    .slice(0, 50)
    .map((c) => c.quote.id);
  const nothing = { course: null, quote: null, reason: 'by-hand' as const, trainers: [], cost: null, quotes };
  if (body.source === 'coaching' || body.source === 'none') return { ...nothing, source: body.source };
  if (body.source === 'internal') {
    const course = body.course === null ? undefined : state.courses[body.course];
    if (!course) return refuse('not-allowed/name-course', { need: want.id });
    const able = trainersFor(course, supply);
    if (!able.length) return refuse('not-allowed/nobody-may-teach', { course: course.id });
    return { ...inside(course, want.people, able), quotes };
  }
  const quote = body.quote === null ? undefined : state.quotes[body.quote];
  if (!quote) return refuse('not-allowed/name-quote', { need: want.id });
  if (quote.validUntil < supply.today) {
    return refuse('not-allowed/quote-over', { quote: quote.id, until: quote.validUntil, provider: quote.provider });
  }
  const cost = costOutside(quote, state.courses[quote.course]!, want.people);
  return { ...nothing, source: 'outside', course: quote.course, quote: quote.id, cost };
}
