import type { Answer } from '../../contracts/form.ts';
import type { Instant } from '../../contracts/ids.ts';
import type { RoundPolicy } from '../../contracts/round.ts';
import type { TaskPage, TaskStateName, TaskView } from '../../contracts/views/round.ts';
import { type Pool, stamp } from '../connection.ts';
import type { KeyRing } from '../keys.ts';
import { unsealed } from '../read/unsealed.ts';

export interface TaskFilter {
  readonly state?: TaskStateName | undefined;
  readonly assignee?: string | undefined;
  readonly about?: string | undefined;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A page of a round's tasks by id. One query. */
export async function taskPage(pool: Pool, round: string, filter: TaskFilter, now: Instant): Promise<TaskPage> {
  const { rows } = await pool.query<TaskPage['tasks'][number]>({
    name: 'task-page',
    text: `select t.id, t.assignee, p.name as "assigneeName", t.about, t.form as "formKey", t.state,
                  t.due_at as due, t.late or (t.state in ('open', 'drafted') and t.due_at < coalesce(r.held_at, $6)) as late,
                  t.settled_at as "settledAt", t.revision
           from task t join round r on r.stream = t.round left join person p on p.id = t.assignee
           where t.round = $1 and ($2::text is null or t.state = $2) and ($3::text is null or t.assignee = $3)
             and ($4::text is null or t.about = $4) and ($5::text is null or t.id > $5)
           order by t.id limit $7`,
    values: [
      round,
      filter.state ?? null,
      filter.assignee ?? null,
      filter.about ?? null,
      filter.after ?? null,
      stamp(now),
      filter.limit + 1,
    ],
  });
  const more = rows.length > filter.limit;
  if (more) rows.pop();
  return { tasks: rows, next: more ? rows[rows.length - 1]!.id : null };
}

interface Row extends Omit<TaskView, 'title' | 'form' | 'policy' | 'draft' | 'answer' | 'note' | 'application'> {
  owner: string | null;
  title: string;
  form: string;
  policy: string;
  answer: string | null;
  note: string | null;
  draft: string | null;
  draftRevision: number | null;
}

/** A task with the stream that owns its round. */
export interface OwnedTask {
  readonly owner: string | null;
  readonly view: TaskView;
}

/** Which task is asked for, and by whom. */
export interface TaskAsked {
  readonly round: string;
  readonly task: string;
  readonly viewer: string;
}

/**
 * A task with its form and latest answer in the clear, and for its assignee with what they have drafted; undefined when
 * there is none.
 */
export async function taskView(
  pool: Pool,
  keys: KeyRing,
  { round, task, viewer }: TaskAsked,
  now: Instant,
): Promise<OwnedTask | undefined> {
  const { rows } = await pool.query<Row>({
    name: 'task-view',
    text: `select r.owner, t.round, t.id as task, r.purpose, r.title, coalesce(f.form, r.form) as form,
                  t.form as "formKey", r.policy, r.minutes, t.assignee, t.about, t.state, t.due_at as due,
                  t.late or (t.state in ('open', 'drafted') and t.due_at < coalesce(r.held_at, $3)) as late, t.revision,
                  d.revision as "draftRevision", d.content as draft, t.answer, t.note
           from task t join round r on r.stream = t.round
           left join round_form f on f.round = t.round and f.key = t.form
           left join draft d on d.stream = t.round and d.task = t.id and d.person = t.assignee and d.person = $4
             and t.state in ('open', 'drafted')
           where t.round = $1 and t.id = $2`,
    values: [round, task, stamp(now), viewer],
  });
  const row = rows[0];
  if (!row) return undefined;
  const { owner, title, form, policy, draft, draftRevision, answer, note, ...rest } = row;
  // Who may not answer is not the assignee's to know: it tells who has applied, or whom somebody is judged by.
  const { barred: _, ...shown } = JSON.parse(policy) as RoundPolicy;
  const clear = (await unsealed(pool, keys, {
    answer: answer === null ? null : JSON.parse(answer),
    note: note === null ? null : JSON.parse(note),
    draft: draft === null ? null : JSON.parse(draft),
  })) as Pick<TaskView, 'answer' | 'note'> & { draft: Answer | null };
  return {
    owner,
    view: {
      ...rest,
      answer: clear.answer,
      note: clear.note,
      title: JSON.parse(title),
      form: JSON.parse(form),
      policy: shown,
      draft: clear.draft && { revision: draftRevision!, content: clear.draft },
      application: null,
    },
  };
}
