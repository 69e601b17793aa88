import type { Pool } from '../connection.ts';
import type { KeyRing } from '../keys.ts';
import { many, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';
import { provenAnswer } from './proven.ts';

const given = statement('proven-answers', { rounds: many(text) }, (db, { rounds }) =>
  db
    .selectFrom('task')
    .select(['round', 'id as task', 'assignee', 'answer', 'holder_proof as holderProof', 'answer_proof as answerProof'])
    .where(({ eb, fn }) => eb('round', '=', fn.any(rounds)))
    .where('answer', 'is not', null)
    .where('state', '=', 'submitted')
    .orderBy('round')
    .orderBy('id'),
);

/** An answer that stands, its texts sealed. */
export interface ProvenAnswer {
  readonly round: string;
  readonly task: string;
  readonly assignee: string;
  readonly answer: unknown;
}

/**
 * The answers that stand in some rounds, by round and task. One query.
 * @throws Error where one was put, or put elsewhere, by hand: it would show somebody what is another's
 */
export async function provenAnswers(pool: Pool, keys: KeyRing, rounds: readonly string[]): Promise<ProvenAnswer[]> {
  const rows = rounds.length ? await given.all(pool, { rounds: [...rounds] }) : [];
  return rows.map((row) => {
    const { round, task, assignee } = row;
    return { round, task, assignee, answer: JSON.parse(provenAnswer(keys, row)!) as unknown };
  });
}
