import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { RoundEventBodies } from '../../contracts/round.ts';
import type { TeamLateView } from '../../contracts/views/people/team.ts';
import { provenEvents } from '../../db/read/proven-events.ts';
import { namesOf } from '../../db/views/selections.ts';
import { isInLine, lineAbove } from '../../domain/organisation/line.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type { Recorded } from '../../domain/process.ts';
import { isPending, type Task } from '../../domain/round/state.ts';
import { notFoundStream } from '../refused.ts';
import type { Sources } from '../sources.ts';

/**
 * Who of somebody's people is late in a round: of what they were told as a manager, what is still open, as long as whoever
 * owes it is below them in the line. Whom they were not told of is none of their business, since a round may keep a manager
 * out of it. What they were told is read from events that the installation has signed.
 * @throws Refused `not-found` for a round that is not there
 */
export async function lateSeen(
  { pool, keys, reader }: Sources,
  round: StreamId,
  asker: PersonId,
  now: Instant,
): Promise<TeamLateView> {
  const [organisation, rounds, sent] = await Promise.all([
    reader.organisation(),
    reader.rounds([round]),
    provenEvents(pool, keys, round, ['RemindersSent', 'TasksReminded']),
  ]);
  const { spec, tasks } = rounds.get(round) ?? { spec: null, tasks: new Map<string, Task>() };
  const below = (id: string) => isInLine(organisation, asker, tasks.get(id)?.assignee ?? asker);
  const told = sent
    .filter(({ type }) => type === 'RemindersSent')
    .flatMap(({ at, body }) =>
      (body as RoundEventBodies['RemindersSent']).escalated
        .filter(({ to, as, tasks: of }) => to === asker && as === 'manager' && of.some(below))
        .map((line) => ({ at, tasks: line.tasks.filter(below) })),
    );
  // Whoever was told nothing of a round, or leads none of those people any more, does not learn either that it is there.
  if (!spec || !told.length) throw notFoundStream(round);
  const open = [...new Set(told.flatMap((t) => t.tasks))].map((id) => tasks.get(id)!).filter(isPending);
  const people = [...new Set(open.map((t) => t.assignee))];
  const between = new Map(people.map((person) => [person, reportAbove(organisation, asker, person)]));
  const names = await namesOf(pool, [...people, ...between.values()]);
  const lines = people.map((person): TeamLateView['people'][number] => {
    const own = open.filter((t) => t.assignee === person);
    return {
      ...{ person, name: names.get(person) ?? null, tasks: own.length },
      begun: own.filter((t) => t.state === 'drafted').length,
      due: Math.min(...own.map((t) => t.due)),
      reminded: remindersTo(person, own, sent),
      talkTo: between.get(person)!,
    };
  });
  return {
    now,
    title: spec.title,
    of: spec.owner === null ? null : await reader.title(spec.owner as StreamId),
    told: told.at(-1)!.at,
    people: lines.sort((a, b) => a.due - b.due || (a.person < b.person ? -1 : 1)),
    names: Object.fromEntries(names),
  };
}

/** When somebody was reminded, on time or by a hand. */
function remindersTo(person: PersonId, own: readonly Task[], sent: readonly Recorded[]): Instant[] {
  const ids = new Set(own.map((t) => t.id));
  return sent
    .filter(({ type, body }) =>
      type === 'RemindersSent'
        ? (body as RoundEventBodies['RemindersSent']).sent.some((s) => s.person === person)
        : (body as RoundEventBodies['TasksReminded']).tasks.some((id) => ids.has(id)),
    )
    .map(({ at }) => at);
}

/** Who reports to the asker and is above somebody, or is it themselves. */
function reportAbove({ people }: OrganisationState, asker: PersonId, person: PersonId): PersonId {
  let below = person;
  for (const { id } of lineAbove(people, person)) {
    if (id === asker) return below;
    below = id;
  }
  return person;
}
