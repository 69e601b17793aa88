import { sql } from 'kysely';
import type { Label } from '../../contracts/form.ts';
import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { Pool } from '../connection.ts';
import type { KeyRing } from '../keys.ts';
import { int, many, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';
import { provenAnswer } from './proven.ts';

const given = statement(
  'support-given',
  { person: text, purposes: many(text), most: int },
  (db, { person, purposes, most }) =>
    db
      .selectFrom('task as t')
      .innerJoin('round as r', 'r.stream', 't.round')
      .leftJoin('procedure as p', 'p.stream', 'r.owner')
      .select(({ fn }) => [
        't.round',
        'r.purpose',
        'r.opened_at as openedAt',
        'p.title as of',
        fn.countAll<number>().filterWhere('t.state', '=', 'submitted').as('answered'),
        fn.countAll<number>().filterWhere('t.state', 'in', ['declined', 'lapsed']).as('missed'),
        fn.max('t.settled_at').as('at'),
        sql<string[]>`(array_agg(t.id order by t.id))[1:2]`.as('tasks'),
        sql<string | null>`(array_agg(t.answer::text order by t.id))[1]`.as('answer'),
        sql<string | null>`(array_agg(t.holder_proof order by t.id))[1]`.as('holderProof'),
        sql<string | null>`(array_agg(t.answer_proof order by t.id))[1]`.as('answerProof'),
      ])
      .where('t.assignee', '=', person)
      // What somebody says of themselves is no support of others.
      .where(sql<boolean>`t.about_person is distinct from ${person}`)
      .where('t.state', 'in', ['submitted', 'declined', 'lapsed'])
      .where(({ eb, fn }) => eb('r.purpose', '=', fn.any(purposes)))
      .groupBy(['t.round', 'r.purpose', 'r.opened_at', 'p.title'])
      .orderBy('at', 'desc')
      .orderBy('t.round')
      .limit(most),
);

/** What somebody has answered in one round. */
export interface GivenSupport {
  readonly round: string;
  readonly purpose: string;
  readonly openedAt: Instant;
  readonly of: Label | null;
  readonly answered: number;
  readonly missed: number;
  readonly at: Instant | null;
  /** null: they had several tasks, or there was nothing to choose. */
  readonly chosen: string | null;
}

/**
 * What somebody has answered in rounds of some purposes, the latest first, so many at most. One query.
 * @throws Error where an answer was changed by hand
 */
export async function supportGiven(
  pool: Pool,
  keys: Pick<KeyRing, 'secretOf'>,
  person: PersonId,
  purposes: readonly string[],
  most: number,
): Promise<GivenSupport[]> {
  const rows = await given.all(pool, { person, purposes, most });
  // What was chosen in the only answer of a round; texts in it stay sealed.
  const chosenIn = ({ tasks, ...row }: (typeof rows)[number]): string | null => {
    const [task] = tasks;
    if (tasks.length !== 1 || task === undefined) return null;
    const answer = provenAnswer(keys, { ...row, task, assignee: person });
    const chosen = answer === null ? null : (JSON.parse(answer) as Record<string, unknown>).answer;
    return typeof chosen === 'string' ? chosen : null;
  };
  return rows.map((whole) => {
    const { of, at, round, purpose, openedAt, answered, missed } = whole;
    return {
      round,
      purpose,
      openedAt,
      answered,
      missed,
      chosen: chosenIn(whole),
      of: of === null ? null : JSON.parse(of),
      at: at as Instant | null,
    };
  });
}
