import type { Form } from '../../contracts/form.ts';
import type { RoundEvent } from '../../contracts/round.ts';
import type { RoundView } from '../../contracts/views/round.ts';
import type { Recorded } from '../../domain/process.ts';
import { named } from '../../domain/round/evolve.ts';
import type { RoundState, Task } from '../../domain/round/state.ts';
import { holderProof, wordsProof } from '../row-proof.ts';
import { addTasks, arm, changeTasks, disarm, moveTasks, putForms, putRound, reformTasks } from './round-rows.ts';
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
      case 'TaskTakenBack':
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
  const { connection, defer } = writer;
  if (moved.size) {
    const tasks = tasksOf(state, moved).map(({ id, due }) => ({ id, due_at: due }));
    defer(moveTasks.run(connection, { round: state.stream, tasks }));
  }
  if (reformed.size) {
    const tasks = tasksOf(state, reformed).map(({ id, form }) => ({ id, form }));
    defer(reformTasks.run(connection, { round: state.stream, tasks }));
  }
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
    putRound.run(connection, {
      stream: state.stream,
      owner: spec.owner,
      purpose: spec.purpose,
      title: JSON.stringify(spec.title),
      form: JSON.stringify(spec.form),
      policy: JSON.stringify(spec.policy),
      minutes: spec.minutes,
      state: state.phase as RoundView['state'],
      due_at: spec.due,
      held_at: state.phase === 'held' ? state.heldSince! : null,
      opened_at: opened?.at ?? null,
      settled_at: settled?.at ?? null,
      counts: settled ? JSON.stringify(countsOf(state)) : null,
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
  const written = [...forms].map(([key, form]) => ({ key, form: JSON.stringify(form) }));
  defer(putForms.run(connection, { round: state.stream, forms: written }));
}

function insertTasks({ connection, defer, keys }: Writer, state: RoundState, tasks: readonly Task[]): void {
  defer(
    addTasks.run(connection, {
      round: state.stream,
      tasks: tasks.map((t) => ({
        id: t.id,
        assignee: t.assignee,
        about: t.about,
        about_person: t.aboutPerson,
        form: t.form,
        state: t.state,
        due_at: t.due,
        holder_proof: holderProof(keys, state.stream, t.id, t.assignee),
      })),
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
  { connection, defer, keys }: Writer,
  state: RoundState,
  tasks: readonly Task[],
  { handed, answers, notes }: Words,
): void {
  const proven = (task: string, words: string | undefined) =>
    words === undefined ? null : wordsProof(keys, state.stream, task, words);
  defer(
    changeTasks.run(connection, {
      round: state.stream,
      tasks: tasks.map((t) => ({
        id: t.id,
        assignee: t.assignee,
        state: t.state,
        due_at: t.due,
        settled_at: t.settledAt,
        late: t.late,
        revision: t.revision,
        holder_proof: holderProof(keys, state.stream, t.id, t.assignee),
        answer: answers.get(t.id) ?? null,
        note: notes.get(t.id) ?? null,
        answer_proof: proven(t.id, answers.get(t.id)),
        note_proof: proven(t.id, notes.get(t.id)),
        handed: handed.has(t.id),
      })),
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
    defer(disarm.run(connection, { stream: state.stream, people: none }));
  }
  if (!armed.length) return;
  const next = armed.map(({ person, plan }) => ({ person, at: plan!.at!, rung: plan!.rung }));
  defer(arm.run(connection, { stream: state.stream, plans: next }));
}
