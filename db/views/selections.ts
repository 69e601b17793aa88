import type { Pool } from '../connection.ts';

/** What the round is for in which a person has, or has answered, a task about an application; undefined: none. */
export async function askedAbout(
  pool: Pool,
  selection: string,
  about: string,
  person: string,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ purpose: string }>({
    name: 'asked-about',
    text: `select r.purpose from round r join task t on t.round = r.stream
           where r.owner = $1 and t.about = $2 and t.assignee = $3 and t.state in ('open', 'drafted', 'submitted')
           order by r.opened_at desc limit 1`,
    values: [selection, about, person],
  });
  return rows[0]?.purpose;
}

/** The names of people; who is not in the directory, or was erased, is left out. One query. */
export async function namesOf(pool: Pool, people: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ id: string; name: string }>({
    name: 'names-of',
    text: 'select id, name from person where id = any($1) and name is not null',
    values: [[...new Set(people)]],
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
