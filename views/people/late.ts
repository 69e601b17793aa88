import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { RoundEventBodies } from '../../contracts/round.ts';
import type { TeamLateView } from '../../contracts/views/people/team.ts';
import { eventsFrom, remindersOf, roundRow, type ToldTask, toldTasks } from '../../db/views/notice-facts.ts';
import { namesOf } from '../../db/views/selections.ts';
import { lineAbove } from '../../domain/organisation/line.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { notFoundStream } from '../refused.ts';
import type { Sources } from '../sources.ts';

/**
 * Who of somebody's people is late in a round: of what they were told as a manager, what is still open. Whom they were not told of
 * is none of their business, since a round may keep a manager out of it.
 * @throws Refused `not-found` for a round that is not there
 */
export async function lateSeen(
  { pool, reader }: Pick<Sources, 'pool' | 'reader'>,
  round: StreamId,
  asker: PersonId,
  now: Instant,
): Promise<TeamLateView> {
  const [row, organisation, sent] = await Promise.all([
    roundRow(pool, round),
    reader.organisation(),
    eventsFrom(pool, round, 0, 'RemindersSent'),
  ]);
  const told = sent.flatMap(({ at, body }) =>
    (body as RoundEventBodies['RemindersSent']).escalated
      .filter(({ to, as }) => to === asker && as === 'manager')
      .map(({ tasks }) => ({ at, tasks })),
  );
  // Whoever was told nothing of a round does not learn either that it is there.
  if (!row || !told.length) throw notFoundStream(round);
  const tasks = await toldTasks(pool, round, [...new Set(told.flatMap((t) => t.tasks))]);
  const open = tasks.filter((t) => (t.state === 'open' || t.state === 'drafted') && t.assignee !== asker);
  const people = [...new Set(open.map((t) => t.assignee))];
  const reminders = await remindersOf(pool, round, people);
  const lines = people.map((person) => {
    const own = open.filter((t) => t.assignee === person);
    const reminded = reminders.filter((r) => r.person === person).map((r) => r.at);
    return lineOf(own, reminded, reportAbove(organisation, asker, person));
  });
  return {
    now,
    title: JSON.parse(row.title),
    of: row.ownerTitle === null ? null : JSON.parse(row.ownerTitle),
    told: told.at(-1)!.at,
    people: lines.sort((a, b) => a.due - b.due || (a.person < b.person ? -1 : 1)),
    names: Object.fromEntries(
      await namesOf(
        pool,
        lines.flatMap((l) => [l.person, l.talkTo]),
      ),
    ),
  };
}

function lineOf(tasks: readonly ToldTask[], reminded: Instant[], talkTo: PersonId): TeamLateView['people'][number] {
  const [first] = tasks as [ToldTask];
  return {
    person: first.assignee,
    name: first.name,
    tasks: tasks.length,
    begun: tasks.filter((t) => t.state === 'drafted').length,
    due: Math.min(...tasks.map((t) => t.dueAt)),
    reminded,
    talkTo,
  };
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
