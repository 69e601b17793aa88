import type { Form } from '../../contracts/form.ts';
import type { RoundEvent } from '../../contracts/round.ts';
import type { Recorded } from '../../domain/process.ts';
import { named } from '../../domain/round/evolve.ts';
import type { RoundState, Task } from '../../domain/round/state.ts';
import { stamp } from '../connection.ts';
import type { Writer } from './writer.ts';

/**
 * Writes what events of a round have changed: the round, its tasks, and the agenda of those whose plan moved. Feeding
 * the same events twice leaves the same rows.
 */
export async function projectRound(
  state: RoundState,
  events: readonly Recorded<RoundEvent>[],
  writer: Writer,
): Promise<void> {
  const added = new Set<string>();
  const touched = new Set<string>();
  /** Of these nothing but the due instant has changed. */
  const moved = new Set<string>();
  /** Whoever has them now was told and has answered nothing before. */
  const handed = new Set<string>();
  const answers = new Map<string, string>();
  const notes = new Map<string, string>();
  const forms = new Map<string, Form>();
  const reformed = new Set<string>();
  let itself = false;
  for (const recorded of events) {
    const e = recorded as Recorded & RoundEvent;
    switch (e.type) {
      case 'TasksAdded':
        for (const t of e.body.tasks) added.add(t.id);
        break;
      case 'TaskSubmitted':
        touched.add(e.body.task);
        answers.set(e.body.task, JSON.stringify(e.body.answer));
        break;
      case 'TaskDelegated':
        touched.add(e.body.task);
        handed.add(e.body.task);
        notes.set(e.body.task, JSON.stringify(e.body.reason));
        answers.delete(e.body.task);
        break;
      case 'TaskRecused':
      case 'TaskDeclined':
      case 'TaskReopened':
        touched.add(e.body.task);
        notes.set(e.body.task, JSON.stringify(e.body.reason));
        break;
      case 'TaskDrafted':
      case 'VacancyFilled':
        touched.add(e.body.task);
        break;
      case 'TasksReassigned':
        for (const id of e.body.tasks) {
          touched.add(id);
          handed.add(id);
          notes.delete(id);
          answers.delete(id);
        }
        break;
      case 'TasksLapsed':
        for (const id of e.body.tasks) touched.add(id);
        break;
      case 'TasksExtended':
        for (const id of named(state, e.body.tasks)) moved.add(id);
        itself = true;
        break;
      case 'TasksWithdrawn':
        for (const id of e.body.tasks === 'all' ? state.tasks.keys() : e.body.tasks) touched.add(id);
        break;
      case 'RoundReleased':
        for (const id of named(state, 'all')) moved.add(id);
        itself = true;
        break;
      case 'TasksReformed':
        forms.set(e.body.key, e.body.form);
        for (const id of e.body.tasks) reformed.add(id);
        break;
      case 'RoundOpened':
        for (const [key, form] of Object.entries(e.body.forms ?? {})) forms.set(key, form);
        itself = true;
        break;
      case 'PeopleBarred':
      case 'RoundHeld':
      case 'RoundSettled':
        itself = true;
        break;
    }
  }
  if (itself) writeRound(writer, state, events);
  if (forms.size) writeForms(writer, state, forms);
  if (added.size) insertTasks(writer, state, tasksOf(state, added));
  if (touched.size) updateTasks(writer, state, tasksOf(state, touched), { handed, answers, notes });
  for (const id of touched) moved.delete(id);
  if (moved.size) moveTasks(writer, state, tasksOf(state, moved));
  if (reformed.size) reformTasks(writer, state, tasksOf(state, reformed));
  writeAgenda(writer, state);
}

function tasksOf(state: RoundState, ids: ReadonlySet<string>): Task[] {
  return [...ids].map((id) => state.tasks.get(id)!);
}

function writeRound({ connection, defer }: Writer, state: RoundState, events: readonly Recorded<RoundEvent>[]): void {
  const spec = state.spec!;
  const opened = events.find((e) => e.type === 'RoundOpened');
  const settled = events.find((e) => e.type === 'RoundSettled');
  defer(
    connection.query({
      name: 'write-round',
      text: `insert into round (stream, owner, purpose, title, form, policy, state, opened_at, due_at, settled_at, minutes,
                              counts, held_at)
           values ($1, $2, $3, $4, $5, $6, $7, coalesce($8::timestamptz, 'epoch'), $9, $10, $11, $12, $13)
           on conflict (stream) do update set policy = $6, state = $7, due_at = $9, settled_at = coalesce($10, round.settled_at),
             opened_at = coalesce($8, round.opened_at), counts = coalesce($12, round.counts),
             held_at = $13`,
      values: [
        state.stream,
        spec.owner,
        spec.purpose,
        JSON.stringify(spec.title),
        JSON.stringify(spec.form),
        JSON.stringify(spec.policy),
        state.phase,
        opened ? stamp(opened.at) : null,
        stamp(spec.due),
        settled ? stamp(settled.at) : null,
        spec.minutes,
        settled ? JSON.stringify(countsOf(state)) : null,
        state.phase === 'held' ? stamp(state.heldSince!) : null,
      ],
    }),
  );
}

/** How many tasks stand in each state; once a round has settled, for ever. */
function countsOf(state: RoundState): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const task of state.tasks.values()) counts[task.state] = (counts[task.state] ?? 0) + 1;
  return counts;
}

/** A form never changes under its key. */
function writeForms({ connection, defer }: Writer, state: RoundState, forms: ReadonlyMap<string, Form>): void {
  defer(
    connection.query({
      name: 'write-forms',
      text: `insert into round_form (round, key, form) select $1, * from unnest($2::text[], $3::json[])
             on conflict do nothing`,
      values: [state.stream, [...forms.keys()], [...forms.values()].map((form) => JSON.stringify(form))],
    }),
  );
}

function reformTasks({ connection, defer }: Writer, state: RoundState, tasks: readonly Task[]): void {
  defer(
    connection.query({
      name: 'reform-tasks',
      text: `with t as materialized (
               select $1 as round, * from unnest($2::text[], $3::text[]) as reformed (id, form))
             update task set form = t.form from t where task.round = t.round and task.id = t.id`,
      values: [state.stream, tasks.map((t) => t.id), tasks.map((t) => t.form)],
    }),
  );
}

function insertTasks({ connection, defer }: Writer, state: RoundState, tasks: readonly Task[]): void {
  defer(
    connection.query({
      name: 'insert-tasks',
      text: `insert into task (round, id, assignee, about, about_person, form, state, due_at)
             select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                                      $8::timestamptz[])
             on conflict (round, id) do nothing`,
      values: [
        state.stream,
        tasks.map((t) => t.id),
        tasks.map((t) => t.assignee),
        tasks.map((t) => t.about),
        tasks.map((t) => t.aboutPerson),
        tasks.map((t) => t.form),
        tasks.map((t) => t.state),
        tasks.map((t) => stamp(t.due)),
      ],
    }),
  );
}

/** What was said in tasks, and to whoever has them; `handed`: what was said before is not for whoever has them now. */
interface Words {
  readonly handed: ReadonlySet<string>;
  readonly answers: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, string>;
}

function updateTasks(
  { connection, defer }: Writer,
  state: RoundState,
  tasks: readonly Task[],
  { handed, answers, notes }: Words,
): void {
  defer(
    connection.query({
      name: 'update-tasks',
      // "materialized" hides from the planner that all rows are of one round: it would read the whole round each time.
      text: `with t as materialized (
               select $1 as round, * from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[],
                                                 $6::timestamptz[], $7::boolean[], $8::int[], $9::json[], $10::json[],
                                                 $11::boolean[])
                 as changed (id, assignee, state, due_at, settled_at, late, revision, answer, note, handed))
             update task set assignee = t.assignee, state = t.state, due_at = t.due_at, settled_at = t.settled_at,
               late = t.late, revision = t.revision, answer = coalesce(t.answer, case when not t.handed then task.answer end),
               note = coalesce(t.note, case when not t.handed then task.note end)
             from t where task.round = t.round and task.id = t.id`,
      values: [
        state.stream,
        tasks.map((t) => t.id),
        tasks.map((t) => t.assignee),
        tasks.map((t) => t.state),
        tasks.map((t) => stamp(t.due)),
        tasks.map((t) => (t.settledAt === null ? null : stamp(t.settledAt))),
        tasks.map((t) => t.late),
        tasks.map((t) => t.revision),
        tasks.map((t) => answers.get(t.id) ?? null),
        tasks.map((t) => notes.get(t.id) ?? null),
        tasks.map((t) => handed.has(t.id)),
      ],
    }),
  );
}

/** Writes new due instants alone: a round of thousands is moved in half the time that whole rows take. */
function moveTasks({ connection, defer }: Writer, state: RoundState, tasks: readonly Task[]): void {
  defer(
    connection.query({
      name: 'move-tasks',
      text: `with t as materialized (
               select $1 as round, * from unnest($2::text[], $3::timestamptz[]) as moved (id, due_at))
             update task set due_at = t.due_at from t where task.round = t.round and task.id = t.id`,
      values: [state.stream, tasks.map((t) => t.id), tasks.map((t) => stamp(t.due))],
    }),
  );
}

/** Writes down the next message of everybody whose plan has moved. */
export function writeAgenda({ connection, defer }: Writer, state: RoundState): void {
  if (!state.moved.size) return;
  const people = [...state.moved];
  state.moved.clear();
  const plans = people.map((person) => ({ person, plan: state.desks.get(person)?.plan ?? null }));
  const armed = plans.filter((p) => p.plan?.at != null && state.phase === 'open');
  const none = plans.filter((p) => !armed.includes(p)).map((p) => p.person);
  if (none.length) {
    defer(
      connection.query({
        name: 'disarm',
        text: 'delete from agenda where stream = $1 and person = any($2)',
        values: [state.stream, none],
      }),
    );
  }
  if (!armed.length) return;
  defer(
    connection.query({
      name: 'arm',
      text: `insert into agenda (stream, person, at, rung) select $1, * from unnest($2::text[], $3::timestamptz[], $4::int[])
           on conflict (stream, person) do update set at = excluded.at, rung = excluded.rung`,
      values: [
        state.stream,
        armed.map((p) => p.person),
        armed.map((p) => stamp(p.plan!.at!)),
        armed.map((p) => p.plan!.rung),
      ],
    }),
  );
}
