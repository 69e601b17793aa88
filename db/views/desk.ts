import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Label } from '../../contracts/form.ts';
import type { Instant } from '../../contracts/ids.ts';
import type { RoundPolicy } from '../../contracts/round.ts';
import type { RoundView, TaskStateName } from '../../contracts/views/round.ts';
import type { Pool } from '../connection.ts';
import type { KeyRing } from '../keys.ts';
import { isOverdue, PENDING } from '../pending.ts';
import type { Tables } from '../schema.ts';
import { instant, int, text } from '../sql/kinds.ts';
import { type Placeholder, statement } from '../sql/statement.ts';
import { isTheirs, provenWords } from './proven.ts';

/** At most so many tasks of one person are read at once. */
const MOST_TASKS = 2000;

const TASK = [
  ...([
    'round',
    'id',
    'assignee',
    'about',
    'about_person',
    'state',
    'due_at',
    'settled_at',
    'revision',
    'form',
  ] as const),
  ...(['answer', 'holder_proof', 'answer_proof'] as const),
] as const;

type Mine = Pick<Tables['task'], (typeof TASK)[number]>;

/** What is shown of a task of `person`, in a round, of a procedure; `t`: their tasks. */
const shown = (
  db: Kysely<Tables & { t: Mine }>,
  { person, now }: { person: Placeholder<string>; now: Placeholder<number> },
) =>
  db
    .selectFrom('t')
    .innerJoin('round as r', 'r.stream', 't.round')
    .leftJoin('procedure as p', 'p.stream', 'r.owner')
    .leftJoin('offering as o', 'o.stream', 'r.owner')
    .leftJoin('person as a', 'a.id', 't.about_person')
    .leftJoin('person as m', 'm.id', 'a.manager')
    .leftJoin('department as d', 'd.id', 't.about')
    .leftJoin('draft as f', (on) =>
      on.onRef('f.stream', '=', 't.round').onRef('f.task', '=', 't.id').on('f.person', '=', person),
    )
    .select(['t.round', 't.id as task', 'r.purpose', 'r.title', 'r.owner', 'p.title as of', 'r.policy', 'r.minutes'])
    .select(['r.state as roundState', 'r.due_at as roundDue', 't.about', 't.about_person as aboutPerson'])
    .select(['a.manager', 'm.name as managerName'])
    .select(['a.name as aboutName', 'd.name as departmentName', 'd.name_zh as departmentNameZh', 'o.trainer'])
    .select(['t.state', 't.due_at as due', 't.settled_at as settledAt', 't.revision', 't.form as formKey'])
    .select([isOverdue(now).as('overdue'), 'f.saved_at as savedAt'])
    .select(['t.assignee', 't.holder_proof as holderProof']);

const desk = statement('desk', { person: text, now: instant, answered: int }, (db, { person, now, answered }) =>
  shown(
    db
      .with('pending', (q) =>
        q
          .selectFrom('task')
          .select(TASK)
          .select(sql<number>`0`.as('nth'))
          .where('assignee', '=', person)
          .where('state', 'in', PENDING)
          .orderBy('due_at')
          .orderBy('round')
          .orderBy('id')
          .limit(MOST_TASKS),
      )
      .with('given', (q) =>
        q
          .selectFrom('task')
          .select(TASK)
          .select(sql<number>`row_number() over (order by settled_at desc, round, id)`.as('nth'))
          .where('assignee', '=', person)
          // Written out, so that the index of those that are settled is known to hold them.
          .where('state', 'not in', PENDING)
          .where('state', '=', 'submitted')
          .orderBy('nth')
          .limit(MOST_TASKS),
      )
      .with('t', (q) => q.selectFrom('pending').selectAll().unionAll(q.selectFrom('given').selectAll())) as never,
    { person, now },
  )
    .where((eb: ExpressionBuilder<Tables & { t: Mine; r: Tables['round'] }, 'r'>) =>
      eb.or([eb('r.state', '<>', 'settled'), sql<boolean>`t.nth between 1 and ${answered}`]),
    )
    .orderBy('t.due_at')
    .orderBy('t.round')
    .orderBy('t.id'),
);

const sitting = statement('sitting', { person: text, round: text, now: instant }, (db, { person, round, now }) =>
  shown(
    db.with('t', (q) =>
      q
        .selectFrom('task')
        .select(TASK)
        .where('round', '=', round)
        .where('assignee', '=', person)
        .where('state', 'in', [...PENDING, 'submitted']),
    ) as never,
    { person, now },
  )
    .select(['t.answer', 't.answer_proof as answerProof', 'f.revision as draftRevision', 'f.content as draft'])
    .orderBy('t.due_at')
    .orderBy('t.id')
    .limit(MOST_TASKS),
);

const forms = statement('forms-of-round', { round: text }, (db, { round }) =>
  db
    .selectFrom('round_form')
    .select(['key', 'form'])
    .where('round', '=', round)
    .$castTo<{ key: string | null; form: string }>()
    .unionAll(
      db
        .selectFrom('round')
        .select([sql<string | null>`null::text`.as('key'), 'form'])
        .where('stream', '=', round),
    ),
);

/** A task with what is known of it, and of whom it is about, without a look into its procedure. */
export interface HeldTask {
  readonly round: string;
  readonly task: string;
  readonly purpose: string;
  readonly title: Label;
  readonly owner: string | null;
  readonly of: Label | null;
  readonly policy: RoundPolicy;
  readonly roundState: RoundView['state'];
  readonly about: string | null;
  readonly aboutPerson: string | null;
  readonly aboutName: string | null;
  /** The direct manager of whom it is about; null: there is none. */
  readonly manager: string | null;
  readonly managerName: string | null;
  readonly department: Label | null;
  /** Of the course that the round belongs to; null: there is none. */
  readonly trainer: string | null;
  readonly state: TaskStateName;
  readonly due: Instant;
  readonly overdue: boolean;
}

/** A task on somebody's desk. */
export interface DeskRow extends HeldTask {
  readonly minutes: number;
  readonly roundDue: Instant;
  readonly settledAt: Instant | null;
  readonly revision: number;
  readonly formKey: string | null;
  /** When its draft was last saved, by the clock on the wall; null: none is. */
  readonly savedAt: number | null;
}

type Row = Awaited<ReturnType<typeof desk.all>>[number];

function heldOf({ title, of, policy, departmentName, departmentNameZh, holderProof: _, ...row }: Row): DeskRow {
  return {
    ...row,
    title: JSON.parse(title),
    of: of === null ? null : JSON.parse(of),
    policy: JSON.parse(policy),
    department: departmentName === null ? null : { en: departmentName, 'zh-CN': departmentNameZh ?? departmentName },
  };
}

/**
 * What a person owes in rounds that go on, what they have answered there, and beside that the latest `answered` answers of
 * theirs; by due instant. A row that was changed by hand is nobody's. One query.
 */
export async function heldBy(
  pool: Pool,
  keys: KeyRing,
  { person, now, answered }: { readonly person: string; readonly now: Instant; readonly answered: number },
): Promise<DeskRow[]> {
  const rows = await desk.all(pool, { person, now, answered });
  return rows.filter((row) => isTheirs(keys, row)).map(heldOf);
}

/** A task in a sitting, with its sealed draft and answer. */
export interface SealedTask extends DeskRow {
  readonly answer: unknown;
  readonly draft: { readonly revision: number; readonly content: unknown } | null;
}

/**
 * What somebody owes, or has answered, in one round, by due instant; nothing where they have no part in it. One query.
 * @throws Error where an answer was changed by hand
 */
export async function heldIn(
  pool: Pool,
  keys: KeyRing,
  { round, person, now }: { readonly round: string; readonly person: string; readonly now: Instant },
): Promise<SealedTask[]> {
  const rows = await sitting.all(pool, { round, person, now });
  return rows
    .filter((row) => isTheirs(keys, row as Row))
    .map(({ answer, answerProof, draft, draftRevision, ...row }) => {
      const said = provenWords(keys, row, answer, answerProof);
      const content = draft === null || row.state === 'submitted' ? null : JSON.parse(draft);
      return {
        ...heldOf(row as Row),
        answer: said === null ? null : JSON.parse(said),
        draft: content === null ? null : { revision: draftRevision!, content },
      };
    });
}

/** The forms of a round by key, its own under null. One query. */
export async function formsOf(pool: Pool, round: string): Promise<ReadonlyMap<string | null, unknown>> {
  return new Map((await forms.all(pool, { round })).map(({ key, form }) => [key, JSON.parse(form)]));
}
