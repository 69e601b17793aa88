import type { Change } from '../../../contracts/cycle/changes.ts';
import type { Actor } from '../../../contracts/ids.ts';
import type { LimitRef } from '../../../contracts/planning.ts';
import type { Because, Fact } from '../../../contracts/refusals/refusal.ts';
import type { Context } from '../../process.ts';
import { because } from '../../refuse.ts';
import type { CycleState } from '../state.ts';
import { hearsWhole } from '../steered-by.ts';
import type { Broken } from './change-effect.ts';
import { lineBefore } from './lines.ts';
import { headOfPerson, offeringOf } from './requests.ts';

/** What may be told of one's own offering: its days and figures stand in the plan that everybody sees. */
const OF_OFFERING: ReadonlySet<string> = new Set(['offering', 'course', 'day', 'days', 'from', 'to', 'min', 'most']);
/** What may be told of somebody of whom the asker is the head, and of themselves. */
const OF_PERSON: ReadonlySet<string> = new Set([...OF_OFFERING, 'person', 'need', 'other', 'calendar']);
/** How many. */
const COUNTED: ReadonlySet<string> = new Set(['people', 'hours', 'takes']);

/**
 * What somebody hears of a limit that their change would break. Whoever does not see the whole plan hears of their own people
 * and of the offering alone; of the leave of others, other offerings, hours of trainers and money no more than of what kind
 * the limit is.
 */
export function limitTold(
  state: CycleState,
  { change, actor }: { readonly change: Change; readonly actor: Actor },
  { kind, why }: Broken,
  context: Context,
): Because {
  if (hearsWhole(state, actor, context)) return why;
  const offering = offeringOf(change) ?? '';
  const course = change.kind === 'add' ? change.planned.course : lineBefore(state, change)?.course;
  const { person, people } = why.facts;
  const named = [person, Array.isArray(people) ? people : undefined].flat().filter((fact) => fact !== undefined);
  const own = named.every((p) => p === actor || headOfPerson(String(p), context.organisation) === actor);
  const mayHear = named.length > 0 ? OF_PERSON : OF_OFFERING;
  const tellable = ([name, fact]: readonly [string, Fact]) => {
    if (name === 'offering') return fact === offering;
    if (name === 'course') return fact === course;
    return mayHear.has(name) || (COUNTED.has(name) && (named.length === 0 || name === 'people'));
  };
  return own && Object.entries(why.facts).every(tellable) ? why : because(OF_KIND[kind], { offering });
}

const OF_KIND = {
  budget: 'plan-limits/kind-money',
  calendar: 'plan-limits/kind-calendar',
  must: 'plan-limits/kind-must',
  rooms: 'plan-limits/kind-rooms',
  seats: 'plan-limits/kind-seats',
  trainer: 'plan-limits/kind-trainer',
  window: 'plan-limits/kind-window',
} as const satisfies Readonly<Record<LimitRef['kind'], string>>;
