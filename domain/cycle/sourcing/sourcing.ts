import type { CycleEvent, CycleEventBodies } from '../../../contracts/cycle/events.ts';
import type { StreamId } from '../../../contracts/ids.ts';
import { isEmployed } from '../../organisation/scope.ts';
import { firstOf } from '../../procedure/part.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import type { SelectionState } from '../../selection/state.ts';
import { alarm, event, goOn, isOver, type Part } from '../kit.ts';
import type { CycleState } from '../state.ts';
import { chooseSource } from './choice.ts';
import { book, hoursOf, sourceNeeds } from './sources.ts';
import { runsFor, type Supply, type WantedSource } from './supply.ts';
import { supplyOf, wantedSources } from './wanted.ts';

/** One event carries at most so many choices. */
const SOURCED_AN_EVENT = 500;

/** Stage 6. Every merged need gets its source by the rules of the terms, or by hand with a reason. */
export const sourcing = {
  commands: { chooseSource },
  folds: {
    NeedsSourced(state, { sourcing: all }) {
      for (const one of all) state.sourcing[one.merged] = one;
    },
    SourceChosen(state, { why: _, ...chosen }) {
      state.sourcing[chosen.merged] = chosen;
      if (state.stage !== 'sourcing') state.basis++;
    },
  },
  follows: {
    NeedsSourced: (state, { sourcing: all }) => {
      const without = all.filter((s) => s.source === 'none').map((s) => s.merged);
      return without.length ? alarm(state, 'needs-without-source', { needs: without }) : [];
    },
  },
} satisfies Part;

export function sourcingDue(state: CycleState, context: Context): readonly CycleEvent[] {
  return firstOf(
    () => recognise(state, context),
    () => source(state, context),
    () => (isOver(state, context) ? goOn(state, 'compiling', context) : []),
  );
}

/** The selections whose appointments are still to be read: while sources are chosen, and just before. */
export function sourcingWatches(state: CycleState): StreamId[] {
  if (state.stage !== 'summary' && state.stage !== 'sourcing') return [];
  return state.terms?.selections ?? [];
}

type Recognised = CycleEventBodies['TrainersRecognised']['trainers'][number];

/** Takes in whom the selections have appointed, and later whoever joins them while sources are being chosen. */
function recognise(state: CycleState, context: Context): CycleEvent[] {
  const trainers = termsOf(state).selections.flatMap((id) => appointedIn(id, context));
  const fresh = trainers.filter(({ person, topics, until }) => {
    const known = state.trainers[person];
    if (!known || topics.some((t) => !known.topics.includes(t))) return true;
    return known.until !== null && known.until < until;
  });
  return fresh.length || !state.recognised ? [event('TrainersRecognised', { trainers: fresh })] : [];
}

function appointedIn(selection: StreamId, { child, organisation }: Context): Recognised[] {
  const applications = (child(selection) as SelectionState | undefined)?.applications ?? {};
  return Object.values(applications).flatMap(({ person, topics, appointment, withdrawn }) =>
    appointment && !withdrawn && isEmployed(organisation, person)
      ? [{ person, topics: [...topics], until: appointment.until, selection }]
      : [],
  );
}

function source(state: CycleState, context: Context): CycleEvent[] {
  const wanted = wantedSources(state);
  const open = wanted.filter((w) => !state.sourcing[w.id]);
  if (!open.length) return [];
  const supply = supplyOf(state, context);
  const chosen = sourceNeeds(open, supply, hoursLeft(state, wanted, supply));
  const events: CycleEvent[] = [];
  for (let i = 0; i < chosen.length; i += SOURCED_AN_EVENT) {
    events.push(event('NeedsSourced', { sourcing: chosen.slice(i, i + SOURCED_AN_EVENT) }));
  }
  return events;
}

/** The hours that are left to trainers after the internal courses that are chosen already, the most wanted first. */
function hoursLeft(state: CycleState, wanted: readonly WantedSource[], supply: Supply): Map<string, number> {
  const left = hoursOf(supply);
  const known = new Map(supply.trainers.map((t) => [t.person, t]));
  for (const want of [...wanted].sort((a, b) => a.priority - b.priority)) {
    const chosen = state.sourcing[want.id];
    const course = chosen?.source === 'internal' && chosen.course ? state.courses[chosen.course] : undefined;
    if (!chosen || !course) continue;
    const able = chosen.trainers.flatMap((p) => known.get(p) ?? []);
    book(able, runsFor(want.people, course.maxSeats), course.hours, left);
  }
  return left;
}
