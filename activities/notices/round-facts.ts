import type { Instant } from '../../contracts/ids.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { type OpenTask, openTasks, type RoundRow, remindersOf, roundRow } from '../../db/views/notice-facts.ts';
import type { Locale } from '../../notices/reader.ts';
import { causeOf, wordsOf } from './archive.ts';
import { sayReason } from './house-reasons.ts';

export interface RoundSources {
  readonly pool: Pool;
  readonly keys: KeyRing;
  /** Procedure time at delivery. */
  readonly now: Instant;
  readonly locale: Locale;
}

const TASKS = '/tasks';

/**
 * The facts of a round's messages, looked up at delivery: what is still open then, not what was open when it was due.
 * null: nothing is left to say, because the person's tasks have been answered or have gone to others meanwhile.
 */
export async function roundFacts(sources: RoundSources, message: ClaimedMessage): Promise<object | null> {
  const { pool } = sources;
  const round = await roundRow(pool, message.stream);
  if (!round) throw new Error(`There is no round ${message.stream} to write about.`);
  const roundTitle: unknown = JSON.parse(round.title);
  if (message.template === 'round.withdrawn') {
    return { roundTitle, reason: await reasonOf(sources, message), link: TASKS };
  }
  const open = await openTasks(pool, message.stream, asked(message));
  if (message.template === 'round.escalation') {
    if (!open.length) return null;
    return { roundTitle, people: peopleOf(open), tried: await tried(pool, message.stream, open), link: TASKS };
  }
  const own = open.filter((t) => t.assignee === message.person);
  const [first] = own;
  return first ? toAssignee(sources, message, round, { roundTitle, dueAt: first.dueAt, tasks: own.length }) : null;
}

async function toAssignee(
  sources: RoundSources,
  message: ClaimedMessage,
  round: RoundRow,
  { roundTitle, dueAt, tasks }: { readonly roundTitle: unknown; readonly dueAt: Instant; readonly tasks: number },
): Promise<object> {
  switch (message.template) {
    case 'round.invitation': {
      const ownerTitle: unknown = round.ownerTitle === null ? null : JSON.parse(round.ownerTitle);
      const minutes = tasks * round.minutes;
      return { roundTitle, purpose: round.purpose, tasks, dueAt, minutes, ownerTitle, link: TASKS };
    }
    case 'round.reminder':
      return { roundTitle, tasks, dueAt, overdue: dueAt <= sources.now, rung: message.about.rung, link: TASKS };
    default:
      return { roundTitle, dueAt, reason: await reasonOf(sources, message), link: TASKS };
  }
}

function asked(message: ClaimedMessage): readonly string[] {
  return (message.about.tasks as readonly string[] | undefined) ?? [];
}

/** The events that messages with a reason follow from. */
const CAUSES: Readonly<Record<string, string>> = {
  'round.delegated': 'TaskDelegated',
  'round.reassigned': 'TasksReassigned',
  'round.extended': 'TasksExtended',
  'round.withdrawn': 'TasksWithdrawn',
  'round.reopened': 'TaskReopened',
};

/** Why somebody did what the message tells of. It is in the event, as a later reason takes its place in the task. */
async function reasonOf({ pool, keys, locale }: RoundSources, message: ClaimedMessage): Promise<string | null> {
  const type = CAUSES[message.template];
  if (!type) return null;
  const about = new Set(asked(message));
  const cause = await causeOf(pool, message, type, (body) => {
    const { task, tasks } = body as { task?: string; tasks?: 'all' | readonly string[] };
    return tasks === 'all' || (tasks ?? [task ?? '']).some((id) => about.has(id));
  });
  if (!cause) return null;
  return sayReason(await wordsOf(pool, keys, (cause.body as { reason: unknown }).reason), cause.actor, locale);
}

function peopleOf(open: readonly OpenTask[]) {
  const people = new Map<string, { name: string; tasks: number; dueAt: number }>();
  for (const task of open) {
    const seen = people.get(task.assignee);
    if (seen) seen.tasks++;
    else people.set(task.assignee, { name: task.name ?? task.assignee, tasks: 1, dueAt: task.dueAt });
  }
  return [...people.values()];
}

async function tried(pool: Pool, round: string, open: readonly OpenTask[]) {
  const sent = await remindersOf(pool, round, [...new Set(open.map((t) => t.assignee))]);
  return sent.map((at) => ({ at, what: { en: 'reminder by mail', 'zh-CN': '邮件提醒' } }));
}
