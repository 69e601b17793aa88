import { type PersonId, SYSTEM } from '../../contracts/ids.ts';
import { personal } from '../../contracts/private.ts';
import { keptReason } from '../../contracts/reasons.ts';
import { MOST_TASKS, type RoundCommandBodies, type RoundEvent, type TaskSpec } from '../../contracts/round.ts';
import { refusalOfPerson } from '../organisation/scope.ts';
import type { Command, Context, Decision, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { refusalByBars, refusalByRelation } from './bars.ts';
import { type Holdings, hold, holdingsOf, refusalOfSecond } from './distinct.ts';
import { faultOfForm } from './forms.ts';
import { unknownTask } from './refusals.ts';
import { isPending, type RoundState, type Task } from './state.ts';
import { waitsFor } from './waits.ts';

/** One event carries about this many tasks, so that none grows beyond a few hundred kilobytes. */
const TASKS_AN_EVENT = 2000;
/** A task weighs one, and one more for every so many people whom it bars. */
const BARRED_A_TASK = 10;

type Of<T extends keyof RoundCommandBodies> = Command<T, RoundCommandBodies[T]>;

/** Decides who is asked: new tasks for a round that is open, or is about to be. */
export function addTasks(state: RoundState, tasks: readonly TaskSpec[], context: Context): Decision<RoundEvent> {
  const spec = state.spec!;
  if (state.tasks.size + tasks.length > MOST_TASKS) {
    return refuse('too-many/too-many-tasks', { most: MOST_TASKS, tasks: tasks.length });
  }
  const seen = new Set<string>();
  const holdings = holdingsOf(state);
  for (const t of tasks) {
    if (state.tasks.has(t.id) || seen.has(t.id)) return refuse('duplicate/task-twice', { task: t.id });
    seen.add(t.id);
    const fault = faultOfForm(spec, t.form ?? null);
    if (fault) return inTask(t.id, fault);
    const asTask = { ...t, barred: t.barred ?? [], self: t.self ?? null, apartFrom: t.apartFrom ?? [] };
    const refusal = refusalOf(state, holdings, asTask, t.assignee, context);
    if (refusal) return inTask(t.id, refusal);
    hold(holdings, t, t.assignee);
  }
  return parcels(tasks).map((parcel) => {
    const dated = parcel.map((t) => ({ ...t, due: t.due ?? spec.due }));
    return { type: 'TasksAdded', body: { tasks: dated, waits: waitsFor(dated, context) } };
  });
}

/** The tasks as events carry them: those of one person in one event, so that one message tells of all of them. */
function parcels(tasks: readonly TaskSpec[]): TaskSpec[][] {
  if (tasks.length === 0) return [];
  if (weigh(tasks) <= TASKS_AN_EVENT) return [[...tasks]];
  const made: TaskSpec[][] = [];
  let room = 0;
  for (const desk of byAssignee(tasks)) {
    let needed = weigh(desk);
    for (const t of desk) {
      if (room < needed) {
        made.push([]);
        room = TASKS_AN_EVENT;
      }
      made[made.length - 1]!.push(t);
      room -= weigh([t]);
      // Once begun, a desk goes on in the same event; one that is too large for any goes on in the next.
      needed = 1;
    }
  }
  return made;
}

function weigh(tasks: readonly TaskSpec[]): number {
  return tasks.reduce((sum, t) => sum + 1 + Math.floor((t.barred?.length ?? 0) / BARRED_A_TASK), 0);
}

function byAssignee(tasks: readonly TaskSpec[]): Iterable<TaskSpec[]> {
  const desks = new Map<PersonId, TaskSpec[]>();
  for (const t of tasks) {
    const desk = desks.get(t.assignee);
    if (desk) desk.push(t);
    else desks.set(t.assignee, [t]);
  }
  return desks.values();
}

/** Hands a task from its assignee to somebody who has not had it. */
export function delegate(
  state: RoundState,
  task: Task,
  command: Of<'delegate'>,
  context: Context,
): Decision<RoundEvent> {
  const { to, reason } = command.body;
  if (!state.spec!.policy.delegation) return refuse('not-allowed/no-delegation', { title: state.spec!.title });
  const refusal = refusalOfOwn(state, task) ?? refusalOf(state, holdingsOf(state, [task.id]), task, to, context);
  if (refusal) return refusal;
  if (task.holders.includes(to)) return refuse('delegation-loop/held-before', { person: to, task: task.id });
  const waits = waitsFor([{ assignee: to, due: task.due }], context);
  return [{ type: 'TaskDelegated', body: { task: task.id, to, reason: personal(command.actor, reason), waits } }];
}

/** Gives open tasks to one person, all or none. What their holders have drafted stays theirs. */
export function reassign(state: RoundState, command: Of<'reassign'>, context: Context): Decision<RoundEvent> {
  const { tasks, to, due = null, reason } = command.body;
  if (due !== null && command.actor !== SYSTEM) return refuse('not-allowed/time-by-procedure', {});
  const holdings = holdingsOf(state, tasks);
  for (const id of tasks) {
    const task = state.tasks.get(id);
    if (!task) return unknownTask(state, id);
    if (!isPending(task)) return refuse('task-not-open/settled-not-reassigned', { task: id, state: task.state });
    if (task.assignee === to) return refuse('already-so/theirs-already', { task: id, person: to });
    const refusal = refusalOfOwn(state, task) ?? refusalOf(state, holdings, task, to, context);
    if (refusal) return refusal;
    hold(holdings, task, to);
  }
  const handed = tasks.map((id) => ({ assignee: to, due: Math.max(state.tasks.get(id)!.due, due ?? 0) }));
  const waits = waitsFor(handed, context);
  const from = holdersWhoKnow(state, tasks, context);
  return [
    { type: 'TasksReassigned', body: { tasks, to, due, reason: keptReason(command.actor, reason), waits, from } },
  ];
}

/** Whoever holds tasks and has been written to about them; whoever is still to be asked need not hear of the end. */
function holdersWhoKnow(
  { tasks }: RoundState,
  ids: readonly string[],
  { now }: Context,
): { person: PersonId; tasks: string[] }[] {
  const known = ids.filter((id) => tasks.get(id)!.heard <= now);
  const holders = new Set(known.map((id) => tasks.get(id)!.assignee));
  return [...holders].map((person) => ({ person, tasks: known.filter((id) => tasks.get(id)!.assignee === person) }));
}

/**
 * Answers a vacancy: by a new task about the same, on the same form unless it says otherwise, and with the same
 * bars at least; or by none.
 */
export function fill(state: RoundState, command: Of<'fill'>, context: Context): Decision<RoundEvent> {
  const { task: id, by, reason } = command.body;
  if (!state.vacant.has(id)) return refuse('already-so/not-vacant', { task: id });
  const added = by ? addTasks(state, [inPlaceOf(state.tasks.get(id)!, by)], context) : [];
  if (!Array.isArray(added)) return added;
  return [
    ...added,
    { type: 'VacancyFilled', body: { task: id, by: by?.id ?? null, reason: keptReason(command.actor, reason) } },
  ];
}

function inPlaceOf({ form, barred, about, aboutPerson, self, apartFrom }: Task, by: TaskSpec): TaskSpec {
  const bars = new Set([...barred, ...(by.barred ?? [])]);
  const apart = new Set([...apartFrom, ...(by.apartFrom ?? [])]);
  return {
    ...by,
    about: about ?? by.about,
    aboutPerson: aboutPerson ?? by.aboutPerson,
    ...(by.form === undefined && form !== null ? { form } : {}),
    ...(bars.size ? { barred: [...bars] } : {}),
    ...(self === null ? {} : { self }),
    ...(apart.size ? { apartFrom: [...apart] } : {}),
  };
}

/** Why a person cannot hold a task; null: they can. */
function refusalOf(
  state: RoundState,
  holdings: Holdings | null,
  task: Pick<Task, 'id' | 'about' | 'barred' | 'aboutPerson' | 'self' | 'apartFrom'>,
  person: PersonId,
  context: Context,
): Rejection | null {
  const fault = refusalOfPerson(context.organisation, person);
  if (fault) return fault;
  return (
    refusalByBars(state.spec!, task, person) ??
    refusalByRelation(state.spec!, task, person, context.organisation) ??
    refusalOfSecond(state.spec!, holdings, task, person)
  );
}

/** Why a task changes hands with nobody: what it asks for is its assignee's own word. null: it may. */
function refusalOfOwn({ spec }: RoundState, { id, assignee }: Task): Rejection | null {
  if (!spec!.policy.own) return null;
  return refuse('not-allowed/own-word', { task: id, title: spec!.title, person: assignee });
}

/** Of many tasks one is refused: the sentence says which, and why. */
function inTask(task: string, refusal: Rejection): Rejection {
  return { ...refuse('not-allowed/in-task', { task, fault: refusal.because }), code: refusal.code };
}
