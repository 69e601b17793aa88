import type { Pool } from '../../db/connection.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { openTasks, remindersOf, roundRow } from '../../db/views/noticeFacts.ts';

/** The facts of a round's messages, looked up at delivery: what is still open then, not what was open when it was due. */
export async function roundFacts(pool: Pool, message: ClaimedMessage): Promise<unknown> {
  const round = await roundRow(pool, message.stream);
  if (!round) throw new Error(`There is no round ${message.stream} to write about.`);
  const asked = (message.about.tasks as readonly string[] | undefined) ?? [];
  const open = await openTasks(pool, message.stream, asked);
  const dueAt = open[0]?.dueAt ?? round.dueAt;
  const roundTitle = JSON.parse(round.title) as unknown;
  switch (message.template) {
    case 'round.invitation':
      return {
        roundTitle,
        purpose: round.purpose,
        tasks: open.length,
        dueAt,
        minutes: open.length * round.minutes,
        ownerTitle: round.ownerTitle === null ? null : JSON.parse(round.ownerTitle),
        link: '/tasks',
      };
    case 'round.reminder': {
      const { rung, overdue } = message.about;
      return { roundTitle, tasks: open.length, dueAt, overdue, rung, link: '/tasks' };
    }
    case 'round.escalation':
      return { roundTitle, people: peopleOf(open), tried: await tried(pool, message.stream, open), link: '/tasks' };
    default:
      return { roundTitle, dueAt, reason: null, link: '/tasks' };
  }
}

function peopleOf(open: Awaited<ReturnType<typeof openTasks>>) {
  const people = new Map<string, { name: string; tasks: number; dueAt: number }>();
  for (const task of open) {
    const seen = people.get(task.assignee);
    if (seen) seen.tasks++;
    else people.set(task.assignee, { name: task.name ?? task.assignee, tasks: 1, dueAt: task.dueAt });
  }
  return [...people.values()];
}

async function tried(pool: Pool, round: string, open: Awaited<ReturnType<typeof openTasks>>) {
  const sent = await remindersOf(pool, round, [...new Set(open.map((t) => t.assignee))]);
  return sent.map((at) => ({ at, what: { en: 'reminder by mail', 'zh-CN': '邮件提醒' } }));
}
