import type { PlannedOffering } from '../../contracts/planning.ts';
import { compareText } from './limit.ts';

export type Unnamed = Omit<PlannedOffering, 'id'>;

interface Likeness {
  readonly before: PlannedOffering;
  readonly after: number;
  readonly needs: number;
  readonly people: number;
  readonly same: number;
}

/**
 * Names offerings so that a plan can be followed through its versions. An offering that is the same course by the same
 * means for mostly the same needs keeps its name, the likest first; new ones get numbers that were never used before.
 */
export function nameOfferings(
  found: readonly Unnamed[],
  keep: readonly PlannedOffering[],
  before: readonly PlannedOffering[],
): PlannedOffering[] {
  const offerings = [...found].sort(byDay);
  const taken = new Set(keep.map(({ id }) => id));
  const names = new Map<number, string>();
  const old = before.filter(({ id }) => !taken.has(id));
  for (const like of offerings.flatMap((o, i) => likenesses(old, o, i)).sort(byLikeness)) {
    if (names.has(like.after) || taken.has(like.before.id)) continue;
    names.set(like.after, like.before.id);
    taken.add(like.before.id);
  }
  let last = Math.max(0, ...[...before, ...keep].map(({ id }) => Number(id.slice(2))));
  const named = offerings.map((offering, i) => ({ id: names.get(i) ?? offeringId(++last), ...offering }));
  return [...keep, ...named].sort((a, b) => byDay(a, b) || compareText(a.id, b.id));
}

function offeringId(number: number): string {
  return `O-${String(number).padStart(3, '0')}`;
}

function likenesses(before: readonly PlannedOffering[], o: Unnamed, after: number): Likeness[] {
  return before
    .filter((b) => b.course === o.course && b.quote === o.quote)
    .map((b) => ({
      before: b,
      after,
      needs: share(b.needs, o.needs),
      people: share(b.participants, o.participants),
      same: (b.days[0] === o.days[0] ? 1 : 0) + (b.trainer === o.trainer ? 1 : 0) + (b.room === o.room ? 1 : 0),
    }))
    .filter(({ needs }) => needs >= 0.5);
}

/** What two lists have in common, of the longer one. */
function share(a: readonly string[], b: readonly string[]): number {
  const known = new Set(a);
  return b.filter((name) => known.has(name)).length / Math.max(a.length, b.length);
}

function byLikeness(a: Likeness, b: Likeness): number {
  return (
    b.people - a.people ||
    b.needs - a.needs ||
    b.same - a.same ||
    compareText(a.before.id, b.before.id) ||
    a.after - b.after
  );
}

function byDay(a: Unnamed, b: Unnamed): number {
  const text = (o: Unnamed) => [o.days.join(), o.course, o.quote ?? '', o.trainer ?? '', o.room ?? ''].join('|');
  return compareText(text(a), text(b)) || compareText(a.participants.join(), b.participants.join());
}
