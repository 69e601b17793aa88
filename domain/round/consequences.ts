import type { Instant } from '../../contracts/ids.ts';
import type { RoundEvent } from '../../contracts/round.ts';
import { civilInstant } from '../calendar/civil.ts';
import { personTime } from '../organisation/directory.ts';
import type { Consequence, Context, Notice, Recorded } from '../process.ts';
import { named } from './evolve.ts';
import type { RoundState, Task } from './state.ts';

/** The messages that follow from an event of a round: one per person, whatever the number of their tasks. */
export function consequencesOfRound(state: RoundState, event: Recorded<RoundEvent>, context: Context): Consequence[] {
  const e = event as Recorded & RoundEvent;
  switch (e.type) {
    case 'TasksAdded':
      if (state.spec!.policy.announces === false) return [];
      return perAssignee(
        state,
        e.body.tasks.map((t) => t.id),
        'round.invitation',
      );
    case 'TaskReopened':
      return perAssignee(state, [e.body.task], 'round.reopened');
    case 'TaskDelegated':
      return perAssignee(state, [e.body.task], 'round.delegated');
    case 'TasksReassigned':
      return perAssignee(state, e.body.tasks, 'round.reassigned');
    case 'TasksExtended':
      return perAssignee(state, named(state, e.body.tasks), 'round.extended');
    case 'TasksWithdrawn':
      return withdrawals(state, e.body.tasks, event.at);
    case 'RemindersSent':
      return reminders(state, e.body.sent, context);
    default:
      return [];
  }
}

function perAssignee(state: RoundState, ids: readonly string[], template: string): Notice[] {
  const byPerson = new Map<string, string[]>();
  for (const id of ids) {
    const { assignee } = state.tasks.get(id)!;
    const list = byPerson.get(assignee) ?? [];
    byPerson.set(assignee, list);
    list.push(id);
  }
  return [...byPerson].map(([to, tasks]) => ({
    kind: 'notice',
    to,
    template,
    about: { round: state.stream, tasks },
    whileOpen: tasks,
  }));
}

/** Nothing is asked any more, so this message goes out although its tasks are not open. */
function withdrawals(state: RoundState, scope: 'all' | readonly string[], at: Instant): Notice[] {
  const withdrawn = (t: Task | undefined) => t?.state === 'withdrawn' && t.settledAt === at;
  const ids = scope === 'all' ? [...state.tasks.keys()] : scope;
  const gone = ids.filter((id) => withdrawn(state.tasks.get(id)));
  return perAssignee(state, gone, 'round.withdrawn').map(({ whileOpen: _, ...notice }) => notice);
}

type Sent = Extract<RoundEvent, { type: 'RemindersSent' }>['body']['sent'];

function reminders(state: RoundState, sent: Sent, context: Context): Notice[] {
  const notices: Notice[] = [];
  const escalations = new Map<string, string[]>();
  for (const { person, rung, tasks } of sent) {
    const step = state.spec!.policy.ladder[rung]!;
    const overdue = tasks.some((id) => state.tasks.get(id)!.due <= context.now);
    notices.push({
      kind: 'notice',
      to: person,
      template: 'round.reminder',
      about: { round: state.stream, tasks, rung, overdue },
      whileOpen: tasks,
    });
    const manager = step.to === 'assignee' ? null : context.organisation.people.get(person)?.manager;
    if (!manager) continue;
    const list = escalations.get(manager) ?? [];
    escalations.set(manager, [...list, ...tasks]);
  }
  for (const [to, tasks] of escalations) {
    notices.push({
      kind: 'notice',
      to,
      template: 'round.escalation',
      about: { round: state.stream, tasks },
      // It was a civil hour where the silent person is; it need not be one where their manager is.
      notBefore: civilInstant(context.now, personTime(context.organisation, to)),
      whileOpen: tasks,
    });
  }
  return notices;
}
