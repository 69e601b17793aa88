import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { Waits } from '../../contracts/round.ts';
import { letterHour } from '../calendar/civil.ts';
import { personTime } from '../organisation/directory.ts';
import type { Context } from '../process.ts';

interface Held {
  readonly assignee: PersonId;
  readonly due: Instant;
}

/** Whose letters about tasks wait for a civil hour: one letter a person, to be read before the first of them is due. */
export function waitsFor(tasks: readonly Held[], { now, organisation }: Context): Waits {
  const due = new Map<PersonId, Instant>();
  for (const t of tasks) due.set(t.assignee, Math.min(t.due, due.get(t.assignee) ?? t.due));
  const groups = new Map<Instant, PersonId[]>();
  for (const [person, first] of due) {
    const until = letterHour(now, personTime(organisation, person), readBy(first, now));
    if (until === now) continue;
    const group = groups.get(until);
    if (group) group.push(person);
    else groups.set(until, [person]);
  }
  return [...groups].map(([until, people]) => ({ until, people }));
}

/** Until when a letter about tasks is of use for them to be answered in time; null: they are late as it is. */
export function readBy(due: Instant, now: Instant): Instant | null {
  return due > now ? due : null;
}

/** When each person's letter that was written at an instant goes out. */
export function hoursIn(waits: Waits, at: Instant): (person: PersonId) => Instant {
  const hours = new Map(waits.flatMap(({ until, people }) => people.map((person) => [person, until] as const)));
  return (person) => hours.get(person) ?? at;
}
