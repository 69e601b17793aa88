import { sql } from 'kysely';
import type { Answer } from '../../contracts/form.ts';
import type { Instant } from '../../contracts/ids.ts';
import type { RoundPolicy } from '../../contracts/round.ts';
import type { TaskPage, TaskStateName, TaskView } from '../../contracts/views/round.ts';
import type { Pool } from '../connection.ts';
import type { KeyRing } from '../keys.ts';
import { isLate, isOverdue, PENDING } from '../pending.ts';
import { unsealed } from '../read/unsealed.ts';
import { contentOf, type OpenDraft } from '../sealed-draft.ts';
import { isIfAsked } from '../sql/asked.ts';
import { boolean, instant, int, orNull, text } from '../sql/kinds.ts';
import { statement } from '../sql/statement.ts';
import type { HeldTask } from './desk.ts';
import { demandTheirs, provenWords } from './proven.ts';

export interface TaskFilter {
  readonly state?: TaskStateName | undefined;
  readonly assignee?: string | undefined;
  readonly about?: string | undefined;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

const page = statement(
  'task-page',
  {
    round: text,
    state: orNull(text),
    assignee: orNull(text),
    about: orNull(text),
    after: orNull(text),
    now: instant,
    limit: int,
  },
  (db, asked) =>
    db
      .selectFrom('task as t')
      .innerJoin('round as r', 'r.stream', 't.round')
      .leftJoin('person as p', 'p.id', 't.assignee')
      .select(['t.id', 't.assignee', 'p.name as assigneeName', 't.about', 't.form as formKey', 't.state'])
      .select(['t.due_at as due', sql<boolean>`t.late or ${isLate(asked.now)}`.as('late')])
      .select(['t.settled_at as settledAt', 't.revision'])
      .where('t.round', '=', asked.round)
      .where(({ eb }) => isIfAsked(eb.ref('t.state'), asked.state))
      .where(({ eb }) => isIfAsked(eb.ref('t.assignee'), asked.assignee))
      .where(({ eb }) => isIfAsked(eb.ref('t.about'), asked.about))
      .where(({ eb, or }) => or([eb(asked.after, 'is', null), eb('t.id', '>', asked.after.$notNull())]))
      .orderBy('t.id')
      .limit(asked.limit),
);

const one = statement(
  'task-view',
  { round: text, task: text, now: instant, viewer: text, all: boolean },
  (db, { round, task, now, viewer, all }) =>
    db
      .selectFrom('task as t')
      .innerJoin('round as r', 'r.stream', 't.round')
      .leftJoin('procedure as p', 'p.stream', 'r.owner')
      .leftJoin('offering as o', 'o.stream', 'r.owner')
      .leftJoin('person as a', 'a.id', 't.about_person')
      .leftJoin('person as m', 'm.id', 'a.manager')
      .leftJoin('department as dp', 'dp.id', 't.about')
      .leftJoin('round_form as f', (on) => on.onRef('f.round', '=', 't.round').onRef('f.key', '=', 't.form'))
      .leftJoin('draft as d', (on) =>
        on
          .onRef('d.stream', '=', 't.round')
          .onRef('d.task', '=', 't.id')
          .onRef('d.person', '=', 't.assignee')
          .on('d.person', '=', viewer)
          .on('t.state', 'in', PENDING),
      )
      .select(['r.owner', 't.round', 't.id as task', 'r.purpose', 'r.title', 't.form as formKey', 'r.policy'])
      .select(({ fn }) => fn.coalesce('f.form', 'r.form').as('form'))
      .select(['r.minutes', 't.assignee', 't.about', 't.state', 't.due_at as due', 't.revision'])
      .select([sql<boolean>`t.late or ${isLate(now)}`.as('late'), isOverdue(now).as('overdue')])
      .select(['r.state as roundState', 'p.title as of', 'o.trainer', 't.about_person as aboutPerson'])
      .select(['a.manager', 'm.name as managerName'])
      .select(['a.name as aboutName', 'dp.name as departmentName', 'dp.name_zh as departmentNameZh'])
      .select(['d.revision as draftRevision', 'd.content as draft', 't.answer', 't.note'])
      .select(['t.holder_proof as holderProof', 't.answer_proof as answerProof', 't.note_proof as noteProof'])
      .where('t.round', '=', round)
      .where('t.id', '=', task)
      .where(({ eb, or }) => or([all, eb('t.assignee', '=', viewer)])),
);

/** A page of a round's tasks by id. One query. */
export async function taskPage(pool: Pool, round: string, filter: TaskFilter, now: Instant): Promise<TaskPage> {
  const rows = await page.all(pool, {
    round,
    state: filter.state ?? null,
    assignee: filter.assignee ?? null,
    about: filter.about ?? null,
    after: filter.after ?? null,
    now,
    limit: filter.limit + 1,
  });
  const more = rows.length > filter.limit;
  if (more) rows.pop();
  return { tasks: rows, next: more ? rows[rows.length - 1]!.id : null };
}

/** A task as its table tells it, and what is known of it beside that. */
export interface OwnedTask {
  readonly owner: string | null;
  readonly view: ToldTask;
  readonly held: HeldTask;
}

/** What is told of a task without a look into its procedure. */
export type ToldTask = Omit<
  TaskView,
  'of' | 'label' | 'why' | 'position' | 'may' | 'changeableUntil' | 'guide' | 'matter' | 'application'
>;

/** Which task is asked for, and by whom. */
export interface TaskAsked {
  readonly round: string;
  readonly task: string;
  readonly viewer: string;
  /** Whether they see everybody's. */
  readonly all: boolean;
}

/**
 * A task with its form and latest answer in the clear, and for its assignee with what they have drafted; undefined when
 * there is none that the viewer may see, for which nothing is opened either.
 */
export async function taskView(
  pool: Pool,
  keys: KeyRing,
  asked: TaskAsked,
  now: Instant,
): Promise<OwnedTask | undefined> {
  const row = await one.first(pool, { ...asked, now });
  if (!row) return undefined;
  const { owner, title, form, policy, draft, draftRevision, answer, note, overdue, roundState, of, ...more } = row;
  const { trainer, aboutPerson, aboutName, manager, managerName, departmentName, departmentNameZh, ...proven } = more;
  const { holderProof, answerProof, noteProof, ...rest } = proven;
  const { round, task } = rest;
  demandTheirs(keys, { ...rest, holderProof });
  const [said, noted] = [provenWords(keys, rest, answer, answerProof), provenWords(keys, rest, note, noteProof)];
  const rules = JSON.parse(policy) as RoundPolicy;
  // Who may not answer is not the assignee's to know: it tells who has applied, or whom somebody is judged by.
  const { barred: _, ...shown } = rules;
  const clear = (await unsealed(pool, keys, {
    answer: said === null ? null : JSON.parse(said),
    note: noted === null ? null : JSON.parse(noted),
    draft: draft === null ? null : JSON.parse(draft),
  })) as Pick<TaskView, 'answer' | 'note'> & { draft: OpenDraft<Answer> | null };
  const about = { about: rest.about, aboutPerson, aboutName, manager, managerName, trainer };
  return {
    owner,
    view: {
      ...rest,
      answer: clear.answer,
      note: clear.note,
      title: JSON.parse(title),
      form: JSON.parse(form),
      policy: shown,
      draft: clear.draft && {
        revision: draftRevision!,
        content: contentOf(clear.draft, { stream: round, task, person: asked.viewer }),
      },
    },
    held: {
      ...{ round: rest.round, task: rest.task, purpose: rest.purpose, title: JSON.parse(title), owner, ...about },
      ...{ policy: rules, roundState, state: rest.state, due: rest.due, overdue },
      of: of === null ? null : JSON.parse(of),
      department: departmentName === null ? null : { en: departmentName, 'zh-CN': departmentNameZh ?? departmentName },
    },
  };
}

const places = statement('task-places', { round: text, assignee: text }, (db, { round, assignee }) =>
  db
    .selectFrom('task')
    .select('id')
    .where('round', '=', round)
    .where('assignee', '=', assignee)
    .where('state', 'in', [...PENDING, 'submitted'])
    .orderBy('due_at')
    .orderBy('id')
    .limit(2000),
);

/** The tasks of a person in a round that are open or answered, by due instant. One query. */
export async function tasksOfHolder(pool: Pool, round: string, assignee: string): Promise<string[]> {
  return (await places.all(pool, { round, assignee })).map(({ id }) => id);
}
