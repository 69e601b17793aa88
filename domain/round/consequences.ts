import type { Instant } from '../../contracts/ids.ts';
import type { RoundNotices } from '../../contracts/notices/round.ts';
import type { RoundEvent, RoundEventBodies } from '../../contracts/round.ts';
import { notice } from '../notice.ts';
import type { Consequence, Context, Notice, Recorded } from '../process.ts';
import { named } from './evolve.ts';
import type { RoundState, Task } from './state.ts';
import { readBy } from './waits.ts';

/** The messages that follow from an event of a round: one per person, whatever the number of their tasks. */
export function consequencesOfRound(state: RoundState, event: Recorded<RoundEvent>, context: Context): Consequence[] {
  const e = event as Recorded & RoundEvent;
  switch (e.type) {
    case 'TasksAdded':
      if (state.spec!.policy.announces === false) return [];
      return perAssignee(
        state,
        context,
        e.body.tasks.map((t) => t.id),
        'round.invitation',
      );
    case 'TaskReopened':
      return reopened(state, e.body.task, context);
    case 'TasksReminded':
      return byAssignee(state, context, e.body.tasks).map(({ to, tasks }) =>
        notice('round.reminder', to, { tasks, rung: null }, { whileOpen: tasks }),
      );
    case 'TaskDelegated':
      return perAssignee(state, context, [e.body.task], 'round.delegated');
    case 'TasksReassigned':
      return [...perAssignee(state, context, e.body.tasks, 'round.reassigned'), ...handedOver(e.body)];
    case 'TasksExtended':
      return perAssignee(state, context, heard(state, named(state, e.body.tasks), context), 'round.extended');
    case 'TasksWithdrawn':
      return withdrawals(state, e.body.tasks, event.at, context);
    case 'RemindersSent':
      return reminders(e.body);
    default:
      return [];
  }
}

/** The letters that are about tasks of theirs and nothing else. */
type OfTasks = {
  [N in keyof RoundNotices]: { tasks: string[] } extends RoundNotices[N] ? N : never;
}[keyof RoundNotices];

function perAssignee(state: RoundState, context: Context, ids: readonly string[], template: OfTasks): Notice[] {
  return byAssignee(state, context, ids).map(({ to, tasks, when }) => notice(template, to, { tasks }, when));
}

function byAssignee(state: RoundState, { now }: Context, ids: readonly string[]) {
  const byPerson = new Map<string, string[]>();
  for (const id of ids) {
    const { assignee } = state.tasks.get(id)!;
    const list = byPerson.get(assignee) ?? [];
    byPerson.set(assignee, list);
    list.push(id);
  }
  return [...byPerson].map(([to, tasks]) => {
    const by = readBy(Math.min(...tasks.map((id) => state.tasks.get(id)!.due)), now);
    return { to, tasks, when: { whileOpen: tasks, ...(by === null ? {} : { waits: by }) } };
  });
}

function handedOver({ from }: RoundEventBodies['TasksReassigned']): Notice[] {
  return from.map(({ person, tasks }) => notice('round.handedOver', person, { tasks }));
}

function reopened(state: RoundState, id: string, context: Context): Notice[] {
  const answered = state.tasks.get(id)!.revision > 0;
  return byAssignee(state, context, [id]).map(({ to, tasks, when }) =>
    notice('round.reopened', to, { tasks, answered }, when),
  );
}

/** Nothing is asked any more, so this message goes out although its tasks are not open. */
function withdrawals(state: RoundState, scope: 'all' | readonly string[], at: Instant, context: Context): Notice[] {
  const withdrawn = (t: Task | undefined) => t?.state === 'withdrawn' && t.settledAt === at;
  const ids = scope === 'all' ? [...state.tasks.keys()] : scope;
  const gone = ids.filter((id) => withdrawn(state.tasks.get(id)));
  return perAssignee(state, context, heard(state, gone, context), 'round.withdrawn').map(
    ({ whileOpen: _, waits: __, ...told }) => told,
  );
}

/** Those whose assignees know of them: whoever is still to be asked is asked by what holds then, or not at all. */
function heard(state: RoundState, ids: readonly string[], { now }: Context): string[] {
  return ids.filter((id) => state.tasks.get(id)!.heard <= now);
}

type Reminders = RoundEventBodies['RemindersSent'];

function reminders({ sent, escalated }: Reminders): Notice[] {
  return [
    ...sent.map(({ person, tasks }) => {
      const ids = tasks.map((t) => t.task);
      const rung = Math.max(...tasks.map((t) => t.rung));
      return notice('round.reminder', person, { tasks: ids, rung }, { whileOpen: ids });
    }),
    ...escalated.map(({ to, as, tasks }) => notice('round.escalation', to, { tasks, as }, { whileOpen: tasks })),
  ];
}
