import { SYSTEM } from '../../contracts/ids.ts';
import { personal } from '../../contracts/private.ts';
import { type GivenReason, keptReason } from '../../contracts/reasons.ts';
import type { RoundCommandBodies, RoundCommandType, RoundEvent } from '../../contracts/round.ts';
import { ableToRun } from '../procedure/runners.ts';
import { type Command, type Context, type Decision, isRejection, type Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { faultOf, isAnsweredBy, withPrivateText } from './answer.ts';
import { bar, refusalByRelation } from './bars.ts';
import { faultOfFilling, faultOfIds, withSubjects } from './by-hand.ts';
import { extend, release, reopen } from './deadlines.ts';
import { isPastDue, named } from './evolve.ts';
import { formOf, reform } from './forms.ts';
import { addTasks, delegate, fill, reassign } from './holders.ts';
import { open } from './opening.ts';
import { dayOf, faultOfHolder, faultOfScope, noTaskOfYours, pastDue, unknownTask } from './refusals.ts';
import { remind } from './reminding.ts';
import { isPending, type RoundState, type Task } from './state.ts';
import { takeBack } from './taken-back.ts';

export type RoundCommand = { [T in RoundCommandType]: Command<T, RoundCommandBodies[T]> }[RoundCommandType];

/** Decides a command to a round: what has happened by it, or why not. */
export function decideRound(state: RoundState, command: RoundCommand, context: Context): Decision<RoundEvent> {
  if (command.type === 'open') return open(state, command, context);
  if ('reason' in command.body && typeof command.body.reason === 'object' && command.actor !== SYSTEM)
    return refuse('command-invalid/reason-in-words', {});
  const hidden = isOfAssignee(command) ? faultOfStranger(state, command, context) : null;
  if (hidden) return hidden;
  if (!state.spec) return refuse('not-found/no-round', { round: state.stream });
  if (state.phase === 'settled' && command.type !== 'reopen') {
    return refuse('round-closed/round-closed', { title: state.spec.title });
  }
  switch (command.type) {
    case 'addTasks':
      return (
        faultOfIds(state, command.body.tasks, command.actor) ??
        pastDue(command.body.tasks, command.actor, context, state.spec) ??
        addWithSubjects(state, command, context)
      );
    case 'saveDraft':
    case 'submit':
    case 'recuse':
    case 'decline':
    case 'delegate':
      return byAssignee(state, command, context);
    case 'takeAnswers':
      return takeAnswers(state, command, context);
    case 'reopen':
      return reopen(state, command, context);
    case 'takeBack':
      return takeBack(state, command, context);
    case 'remind':
      return remind(state, command, context);
    case 'reassign':
      return reassign(state, command, context);
    case 'extend':
      return extend(state, command, context);
    case 'withdraw':
      return withdraw(state, command);
    case 'fill':
      return faultOfFilling(state, command.actor) ?? fill(state, command, context);
    case 'reform':
      return reform(state, command);
    case 'bar':
      return bar(state, command);
    case 'hold':
      return state.phase === 'held'
        ? refuse('already-so/on-hold', {})
        : [{ type: 'RoundHeld', body: { reason: keptReason(command.actor, command.body.reason) } }];
    case 'release':
      return release(state, command, context);
    case 'handOver':
      return handOver(state, command);
    case 'close':
      return close(state, command.actor, command.body.reason);
  }
}

function handOver(
  { spec }: RoundState,
  { body: { owners } }: Extract<RoundCommand, { type: 'handOver' }>,
): Decision<RoundEvent> {
  return owners.join() === spec!.owners.join()
    ? refuse('already-so/run-already', {})
    : [{ type: 'RoundHandedOver', body: { owners } }];
}

function addWithSubjects(
  state: RoundState,
  { actor, body }: Extract<RoundCommand, { type: 'addTasks' }>,
  context: Context,
): Decision<RoundEvent> {
  const tasks = withSubjects(state, body.tasks, actor);
  return isRejection(tasks) ? tasks : addTasks(state, tasks, context);
}

const OF_ASSIGNEE = ['saveDraft', 'submit', 'takeBack', 'recuse', 'decline', 'delegate'] as const;
type OfAssignee = Extract<RoundCommand, { type: (typeof OF_ASSIGNEE)[number] }>;

function isOfAssignee(command: RoundCommand): command is OfAssignee {
  return OF_ASSIGNEE.some((type) => type === command.type);
}

/** Whoever has never held the task, and does not run the round, hears nothing about either. null: they may hear. */
function faultOfStranger(
  { stream, spec, tasks }: RoundState,
  { actor, body }: OfAssignee,
  context: Context,
): Rejection | null {
  const held = tasks.get(body.task)?.holders.includes(actor);
  return held || ableToRun(spec?.owners ?? [], context).includes(actor) ? null : noTaskOfYours(stream, body.task);
}

function byAssignee(
  state: RoundState,
  command: Exclude<OfAssignee, { type: 'takeBack' }>,
  context: Context,
): Decision<RoundEvent> {
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
  const fault = faultOfHolder(task, command.actor, verb(command.type));
  if (fault || isPending(task)) return fault;
  return refuse('task-not-open/task-settled', { task: task.id, state: task.state });
}

const verb = (type: string) => (type === 'saveDraft' ? 'draft' : type);

function submit(
  state: RoundState,
  task: Task,
  command: Extract<OfAssignee, { type: 'submit' }>,
  context: Context,
): Decision<RoundEvent> {
  const { policy } = state.spec!;
  const apart = refusalByRelation(state.spec!, task, command.actor, context.organisation);
  if (apart) return apart;
  const form = formOf(state.spec!, task);
  const fault = faultOf(form, command.body.answer, context.organisation);
  if (fault) return fault;
  const late = isPastDue(state, task, context.now);
  if (late && policy.late === 'refuse') {
    return refuse('too-late/late-refused', { task: task.id, day: dayOf(task.due, command.actor, context, state.spec) });
  }
  const answer = withPrivateText(form, command.body.answer, task.aboutPerson ?? command.actor);
  return [{ type: 'TaskSubmitted', body: { task: task.id, answer, late, revision: task.revision + 1 } }];
}

/** As if each assignee had handed in their own: all of it, or nothing. */
function takeAnswers(
  state: RoundState,
  { id, body }: Extract<RoundCommand, { type: 'takeAnswers' }>,
  context: Context,
): Decision<RoundEvent> {
  const events: RoundEvent[] = [];
  const named = new Set<string>();
  for (const { task, assignee, answer } of body.answers) {
    if (named.has(task)) return refuse('duplicate/answered-twice', { task });
    named.add(task);
    const held = state.tasks.get(task);
    if (held?.assignee === assignee && isAnsweredBy(held, answer)) continue;
    const one = byAssignee(state, { id, type: 'submit', actor: assignee, body: { task, answer } }, context);
    if (isRejection(one)) return one;
    events.push(...one);
  }
  return events;
}

function withdraw(state: RoundState, command: Extract<RoundCommand, { type: 'withdraw' }>): Decision<RoundEvent> {
  const fault = faultOfScope(state, command.body.tasks);
  if (fault) return fault;
  return [
    {
      type: 'TasksWithdrawn',
      body: { tasks: command.body.tasks, reason: keptReason(command.actor, command.body.reason) },
    },
  ];
}

function close(state: RoundState, actor: string, reason: GivenReason): Decision<RoundEvent> {
  const { quorum } = state.spec!.policy;
  if (state.answers < quorum && actor !== 'system') {
    return refuse('no-quorum/no-quorum', { answers: state.answers, quorum });
  }
  const pending = named(state, 'all');
  const why = keptReason(actor, reason);
  return [
    ...(pending.length ? [{ type: 'TasksWithdrawn', body: { tasks: 'all', reason: why } } as const] : []),
    { type: 'RoundSettled', body: { how: 'closed', answers: state.answers, reason: why } },
  ];
}
