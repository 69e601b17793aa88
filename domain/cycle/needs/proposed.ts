import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import type { NeedFacts } from '../../../contracts/cycle/needs.ts';
import { house } from '../../../contracts/reasons.ts';
import { event } from '../kit.ts';
import type { CycleState } from '../state.ts';
import { isDiagnosed, urgencyOfGap } from './diagnosed.ts';

/** One event proposes at most so many needs. */
const NEEDS_AN_EVENT = 1000;

type Facts = Omit<NeedFacts, 'need'>;

/** The number of a need, from 1, as its id. */
export function needId(number: number): string {
  return `N-${String(number).padStart(5, '0')}`;
}

/** How many needs there have been: none is ever taken out of the list. */
export function needsSoFar(state: CycleState): number {
  return Object.keys(state.needs).length;
}

/**
 * Makes the diagnosed gaps, and what the cycle before has left, into needs that the heads may confirm; once a run of the
 * stage. What an earlier run has proposed keeps its name; what is no longer found is withdrawn.
 */
export function propose(state: CycleState): CycleEvent[] {
  const run = state.runs.needs ?? 1;
  if (state.proposedIn === run) return [];
  const before = new Map(
    Object.values(state.needs)
      .filter((n) => n.origin !== 'stated')
      .map((n) => [keyOf(n), n]),
  );
  let next = needsSoFar(state);
  const needs = foundNeeds(state).map((facts) => ({
    ...facts,
    need: before.get(keyOf(facts))?.need ?? needId(++next),
  }));
  const found = new Set(needs.map(keyOf));
  const gone = [...before].filter(
    ([key, n]) => n.origin === 'gap' && n.by === null && !found.has(key) && n.state !== 'withdrawn',
  );
  const reason = house('gap-closed');
  return [
    ...gone.map(([, { need }]) => event('NeedWithdrawn', { need, reason })),
    ...batches(needs).map((batch) => event('NeedsProposed', { needs: batch })),
  ];
}

/** At least one batch, so that it is remembered that there was nothing to propose. */
function batches(needs: readonly NeedFacts[]): NeedFacts[][] {
  const count = Math.max(1, Math.ceil(needs.length / NEEDS_AN_EVENT));
  return Array.from({ length: count }, (_, i) => needs.slice(i * NEEDS_AN_EVENT, (i + 1) * NEEDS_AN_EVENT));
}

/** The diagnosed gaps, and what was carried over and is none of them. */
function foundNeeds(state: CycleState): Facts[] {
  const found = diagnosedNeeds(state);
  const keys = new Set(found.map(keyOf));
  const carried = Object.values(state.needs).filter(
    (n) => n.origin === 'carried' && n.state !== 'withdrawn' && state.departments[n.department] && !keys.has(keyOf(n)),
  );
  return [...found, ...carried.map((n) => ({ ...factsOf(n), diagnosed: isDiagnosed(state, n) }))];
}

function factsOf({ department, origin, element, level, course, people, urgency, must, diagnosed }: NeedFacts): Facts {
  return { department, origin, element, level, course, people: [...people], urgency, must, diagnosed };
}

function diagnosedNeeds(state: CycleState): Facts[] {
  const { findings } = state;
  if (!findings) return [];
  const means = new Map(findings.departments.map((d) => [`${d.department} ${d.element}`, d.meanGap]));
  return findings.diagnosed
    .filter((d) => state.departments[d.department])
    .map(({ department, element, level, people }) => ({
      department,
      origin: 'gap',
      element,
      level,
      course: null,
      people: [...people],
      urgency: urgencyOfGap(means.get(`${department} ${element}`) ?? null),
      must: false,
      diagnosed: true,
    }));
}

function keyOf({ department, element, level, course }: Pick<NeedFacts, 'department' | 'element' | 'level' | 'course'>) {
  return [department, element, level, course].join(' ');
}
