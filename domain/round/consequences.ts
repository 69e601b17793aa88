import type { Instant } from '../../contracts/ids.ts';
import type { RoundEvent, RoundEventBodies } from '../../contracts/round.ts';
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
    case 'TaskDelegated':
      return perAssignee(state, context, [e.body.task], 'round.delegated');
    case 'TasksReassigned':
      return [...perAssignee(state, context, e.body.tasks, 'round.reassigned'), ...handedOver(state, e.body)];
    case 'TasksExtended':
      return perAssignee(state, context, heard(state, named(state, e.body.tasks), context), 'round.extended');
    case 'TasksWithdrawn':
      return withdrawals(state, e.body.tasks, event.at, context);
    case 'RemindersSent':
      return reminders(state, e.body);
    default:
      return [];
  }
}

function perAssignee(state: RoundState, { now }: Context, ids: readonly string[], template: string): Notice[] {
  const byPerson = new Map<string, string[]>();
  for (const id of ids) {
    const { assignee } = state.tasks.get(id)!;
    const list = byPerson.get(assignee) ?? [];
    byPerson.set(assignee, list);
    list.push(id);
  }
  return [...byPerson].map(([to, tasks]) => {
    const by = readBy(Math.min(...tasks.map((id) => state.tasks.get(id)!.due)), now);
    const about = { round: state.stream, tasks };
    return { kind: 'notice', to, template, about, whileOpen: tasks, ...(by === null ? {} : { waits: by }) };
  });
}

function handedOver(state: RoundState, { from }: RoundEventBodies['TasksReassigned']): Notice[] {
  return from.map(({ person, tasks }) => ({
    kind: 'notice',
    to: person,
    template: 'round.handedOver',
    about: { round: state.stream, tasks },
  }));
}

function reopened(state: RoundState, id: string, context: Context): Notice[] {
  const answered = state.tasks.get(id)!.revision > 0;
  return perAssignee(state, context, [id], 'round.reopened').map((n) => ({ ...n, about: { ...n.about, answered } }));
}

/** Nothing is asked any more, so this message goes out although its tasks are not open. */
function withdrawals(state: RoundState, scope: 'all' | readonly string[], at: Instant, context: Context): Notice[] {
  const withdrawn = (t: Task | undefined) => t?.state === 'withdrawn' && t.settledAt === at;
  const ids = scope === 'all' ? [...state.tasks.keys()] : scope;
  const gone = ids.filter((id) => withdrawn(state.tasks.get(id)));
  return perAssignee(state, context, heard(state, gone, context), 'round.withdrawn').map(
    ({ whileOpen: _, waits: __, ...notice }) => notice,
  );
}

/** Those whose assignees know of them: whoever is still to be asked is asked by what holds then, or not at all. */
function heard(state: RoundState, ids: readonly string[], { now }: Context): string[] {
  return ids.filter((id) => state.tasks.get(id)!.heard <= now);
}

type Reminders = RoundEventBodies['RemindersSent'];

function reminders(state: RoundState, { sent, escalated }: Reminders): Notice[] {
  return [
    ...sent.map(({ person, tasks }): Notice => {
      const ids = tasks.map((t) => t.task);
      const rung = Math.max(...tasks.map((t) => t.rung));
      const about = { round: state.stream, tasks: ids, rung };
      return { kind: 'notice', to: person, template: 'round.reminder', about, whileOpen: ids };
    }),
    ...escalated.map(({ to, as, tasks }): Notice => {
      const about = { round: state.stream, tasks, as };
      return { kind: 'notice', to, template: 'round.escalation', about, whileOpen: tasks };
    }),
  ];
}
