import type { Instant } from '../../contracts/ids.ts';
import { personal } from '../../contracts/private.ts';
import {
  MOST_TASKS,
  type RoundCommandBodies,
  type RoundCommandType,
  type RoundEvent,
  type TaskSpec,
} from '../../contracts/round.ts';
import { type Command, type Context, type Decision, type Rejection, reject } from '../process.ts';
import { faultOf, withPrivateText } from './answer.ts';
import { named } from './evolve.ts';
import { isPending, type RoundState, type Task } from './state.ts';

export type RoundCommand = { [T in RoundCommandType]: Command<T, RoundCommandBodies[T]> }[RoundCommandType];

/** One event carries at most this many tasks, so that none grows beyond a few hundred kilobytes. */
const TASKS_AN_EVENT = 2000;

/** Decides a command to a round: what has happened by it, or why not. */
export function decideRound(state: RoundState, command: RoundCommand, context: Context): Decision<RoundEvent> {
  if (command.type === 'open') return open(state, command, context);
  if (!state.spec) return reject('not-found', `There is no round ${state.stream}; check its id.`);
  if (state.phase === 'settled' && command.type !== 'reopen') {
    return reject('round-closed', `The round "${state.spec.title.en}" is closed; ask operations to reopen your task.`);
  }
  switch (command.type) {
    case 'addTasks':
      return addTasks(state, command.body.tasks, context);
    case 'saveDraft':
    case 'submit':
    case 'recuse':
    case 'decline':
    case 'delegate':
      return byAssignee(state, command, context);
    case 'reopen':
      return reopen(state, command, context);
    case 'reassign':
      return reassign(state, command, context);
    case 'extend':
      return extend(state, command, context);
    case 'withdraw':
      return withdraw(state, command);
    case 'fill':
      return fill(state, command, context);
    case 'hold':
      return state.phase === 'held'
        ? reject('already-so', 'The round is on hold already.')
        : [{ type: 'RoundHeld', body: { reason: personal(command.actor, command.body.reason) } }];
    case 'release':
      return state.heldSince === null
        ? reject('already-so', 'The round is not on hold.')
        : [
            {
              type: 'RoundReleased',
              body: { reason: personal(command.actor, command.body.reason), heldFor: context.now - state.heldSince },
            },
          ];
    case 'close':
      return close(state, command.actor, command.body.reason);
  }
}

function open(
  state: RoundState,
  command: Command<'open', RoundCommandBodies['open']>,
  context: Context,
): Decision<RoundEvent> {
  if (state.spec) return reject('already-so', `The round ${state.stream} is open already.`);
  const { spec, tasks } = command.body;
  const added = addTasks({ ...state, spec }, tasks, context);
  return Array.isArray(added) ? [{ type: 'RoundOpened', body: spec }, ...added] : added;
}

function addTasks(state: RoundState, tasks: readonly TaskSpec[], context: Context): Decision<RoundEvent> {
  const spec = state.spec!;
  if (state.tasks.size + tasks.length > MOST_TASKS) {
    return reject(
      'too-many',
      `A round holds at most ${MOST_TASKS} tasks; split these ${tasks.length} over several rounds.`,
    );
  }
  const seen = new Set<string>();
  for (const t of tasks) {
    if (state.tasks.has(t.id) || seen.has(t.id))
      return reject('duplicate', `Task ${t.id} exists twice; give each task its own id.`);
    seen.add(t.id);
    const fault = faultOfPerson(context, t.assignee);
    if (fault) return reject('unknown-person', `Task ${t.id}: ${fault}`);
  }
  const events: RoundEvent[] = [];
  for (let i = 0; i < tasks.length; i += TASKS_AN_EVENT) {
    const part = tasks.slice(i, i + TASKS_AN_EVENT).map((t) => ({ ...t, due: t.due ?? spec.due }));
    events.push({ type: 'TasksAdded', body: { tasks: part } });
  }
  return events;
}

type OfAssignee = Extract<RoundCommand, { type: 'saveDraft' | 'submit' | 'recuse' | 'decline' | 'delegate' }>;

function byAssignee(state: RoundState, command: OfAssignee, context: Context): Decision<RoundEvent> {
  const task = state.tasks.get(command.body.task);
  const fault = faultOfAct(state, task, command);
  if (fault || !task) return fault ?? unknownTask(state, command.body.task);
  switch (command.type) {
    case 'saveDraft':
      return task.state === 'drafted' ? [] : [{ type: 'TaskDrafted', body: { task: task.id } }];
    case 'submit':
      return submit(state, task, command, context);
    case 'recuse':
      return [{ type: 'TaskRecused', body: { task: task.id, reason: personal(command.actor, command.body.reason) } }];
    case 'decline':
      return [{ type: 'TaskDeclined', body: { task: task.id, reason: personal(command.actor, command.body.reason) } }];
    case 'delegate':
      return delegate(state, task, command, context);
  }
}

function faultOfAct(state: RoundState, task: Task | undefined, command: OfAssignee): Rejection | null {
  if (!task) return unknownTask(state, command.body.task);
  if (task.assignee !== command.actor) {
    return reject(
      'not-yours',
      `Task ${task.id} is not assigned to ${command.actor}; only its assignee can ${verb(command.type)} it.`,
    );
  }
  if (isPending(task)) return null;
  return reject('task-not-open', `Task ${task.id} is ${task.state}; ask operations to reopen it if it has to change.`);
}

const verb = (type: string) => (type === 'saveDraft' ? 'draft' : type);

function submit(
  state: RoundState,
  task: Task,
  command: Extract<OfAssignee, { type: 'submit' }>,
  context: Context,
): Decision<RoundEvent> {
  const { form, policy } = state.spec!;
  const fault = faultOf(form, command.body.answer);
  if (fault) return reject('answer-invalid', fault);
  const late = context.now > task.due;
  if (late && policy.late === 'refuse') {
    return reject(
      'too-late',
      `Task ${task.id} was due on ${day(task.due)} and late answers do not count; ask operations for an extension.`,
    );
  }
  const answer = withPrivateText(form, command.body.answer, task.aboutPerson ?? command.actor);
  return [{ type: 'TaskSubmitted', body: { task: task.id, answer, late, revision: task.revision + 1 } }];
}

function delegate(
  state: RoundState,
  task: Task,
  command: Extract<OfAssignee, { type: 'delegate' }>,
  context: Context,
): Decision<RoundEvent> {
  const { to, reason } = command.body;
  if (!state.spec!.policy.delegation)
    return reject('not-allowed', `Tasks of "${state.spec!.title.en}" may not be delegated; recuse or decline instead.`);
  const fault = faultOfPerson(context, to);
  if (fault) return reject('unknown-person', fault);
  if (task.holders.includes(to))
    return reject('delegation-loop', `${to} has had task ${task.id} before; delegate it to somebody new.`);
  return [{ type: 'TaskDelegated', body: { task: task.id, to, reason: personal(command.actor, reason) } }];
}

function reopen(
  state: RoundState,
  command: Extract<RoundCommand, { type: 'reopen' }>,
  context: Context,
): Decision<RoundEvent> {
  const task = state.tasks.get(command.body.task);
  if (!task) return unknownTask(state, command.body.task);
  if (state.phase === 'settled')
    return reject('round-closed', `The round "${state.spec!.title.en}" is closed; its answers stand.`);
  if (isPending(task)) return reject('already-so', `Task ${task.id} is open already.`);
  const due = command.body.due ?? Math.max(task.due, context.now);
  return [{ type: 'TaskReopened', body: { task: task.id, reason: personal(command.actor, command.body.reason), due } }];
}

function reassign(
  state: RoundState,
  command: Extract<RoundCommand, { type: 'reassign' }>,
  context: Context,
): Decision<RoundEvent> {
  const { tasks, to, reason } = command.body;
  const fault = faultOfPerson(context, to);
  if (fault) return reject('unknown-person', fault);
  for (const id of tasks) {
    const task = state.tasks.get(id);
    if (!task) return unknownTask(state, id);
    if (!isPending(task))
      return reject('task-not-open', `Task ${id} is ${task.state}; only open tasks can be reassigned.`);
    if (task.assignee === to) return reject('already-so', `Task ${id} is with ${to} already.`);
  }
  return [{ type: 'TasksReassigned', body: { tasks, to, reason: personal(command.actor, reason) } }];
}

function extend(
  state: RoundState,
  command: Extract<RoundCommand, { type: 'extend' }>,
  context: Context,
): Decision<RoundEvent> {
  const { tasks, due, reason } = command.body;
  if (due <= context.now) return reject('wrong-date', `The new due date ${day(due)} has passed; choose a later one.`);
  const fault = faultOfScope(state, tasks);
  if (fault) return fault;
  return [{ type: 'TasksExtended', body: { tasks, due, reason: personal(command.actor, reason) } }];
}

function withdraw(state: RoundState, command: Extract<RoundCommand, { type: 'withdraw' }>): Decision<RoundEvent> {
  const fault = faultOfScope(state, command.body.tasks);
  if (fault) return fault;
  return [
    {
      type: 'TasksWithdrawn',
      body: { tasks: command.body.tasks, reason: personal(command.actor, command.body.reason) },
    },
  ];
}

function faultOfScope(state: RoundState, scope: 'all' | readonly string[]): Rejection | null {
  if (scope !== 'all') {
    for (const id of scope) {
      const task = state.tasks.get(id);
      if (!task) return unknownTask(state, id);
      if (!isPending(task))
        return reject('task-not-open', `Task ${id} is ${task.state}; only open tasks can be moved or withdrawn.`);
    }
  }
  return named(state, scope).length ? null : reject('task-not-open', 'No task of this round is open.');
}

function fill(
  state: RoundState,
  command: Extract<RoundCommand, { type: 'fill' }>,
  context: Context,
): Decision<RoundEvent> {
  const { task, by, reason } = command.body;
  if (!state.vacant.has(task)) return reject('already-so', `Task ${task} is not vacant.`);
  const added = by ? addTasks(state, [by], context) : [];
  if (!Array.isArray(added)) return added;
  return [
    ...added,
    { type: 'VacancyFilled', body: { task, by: by?.id ?? null, reason: personal(command.actor, reason) } },
  ];
}

function close(state: RoundState, actor: string, reason: string): Decision<RoundEvent> {
  const { quorum } = state.spec!.policy;
  if (state.answers < quorum && actor !== 'system') {
    return reject(
      'no-quorum',
      `The round has ${state.answers} answers and needs ${quorum}; extend it, or withdraw the open tasks with a reason.`,
    );
  }
  const pending = named(state, 'all');
  const why = personal(actor, reason);
  return [
    ...(pending.length ? [{ type: 'TasksWithdrawn', body: { tasks: 'all', reason: why } } as const] : []),
    { type: 'RoundSettled', body: { how: 'closed', answers: state.answers, reason: why } },
  ];
}

function faultOfPerson(context: Context, id: string): string | null {
  const person = context.organisation.people.get(id);
  if (!person) return `There is no employee ${id}; import the organisation or correct the id.`;
  return person.employed ? null : `Employee ${id} has left the company; name somebody else.`;
}

function unknownTask(state: RoundState, id: string): Rejection {
  return reject(
    'not-found',
    `The round "${state.spec!.title.en}" has no task ${id}; look at your list for what is open.`,
  );
}

function day(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 10);
}
