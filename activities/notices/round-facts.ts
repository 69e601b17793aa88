import type { Instant } from '../../contracts/ids.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { type OpenTask, openTasks, type RoundRow, remindersOf, roundRow } from '../../db/views/notice-facts.ts';
import type { Locale } from '../../notices/reader.ts';
import { causeOf, wordsOf } from './archive.ts';

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
  if (message.template === 'round.handedOver') {
    const tasks = asked(message).length - open.filter((t) => t.assignee === message.person).length;
    return tasks > 0 ? { roundTitle, tasks, reason: await reasonOf(sources, message), link: TASKS } : null;
  }
  if (message.template === 'round.escalation') {
    if (!open.length) return null;
    const as = message.about.as;
    return { roundTitle, as, people: peopleOf(open), tried: await tried(pool, message.stream, open), link: TASKS };
  }
  const own = open.filter((t) => t.assignee === message.person);
  const [first] = own;
  if (!first) return null;
  const tasks = { dueAt: first.dueAt, tasks: own.length, dates: datesOf(own, sources.now) };
  return toAssignee(sources, message, round, { roundTitle, ...tasks });
}

interface Asked {
  readonly roundTitle: unknown;
  readonly dueAt: Instant;
  readonly tasks: number;
  readonly dates: readonly { readonly dueAt: Instant; readonly tasks: number; readonly overdue: boolean }[];
}

async function toAssignee(
  sources: RoundSources,
  message: ClaimedMessage,
  round: RoundRow,
  { roundTitle, dueAt, tasks, dates }: Asked,
): Promise<object> {
  switch (message.template) {
    case 'round.invitation': {
      const ownerTitle: unknown = round.ownerTitle === null ? null : JSON.parse(round.ownerTitle);
      const minutes = tasks * round.minutes;
      return { roundTitle, purpose: round.purpose, tasks, dueAt, dates, minutes, ownerTitle, link: TASKS };
    }
    case 'round.reminder':
      return { roundTitle, tasks, dueAt, dates, overdue: dueAt <= sources.now, rung: message.about.rung, link: TASKS };
    case 'round.reopened':
      return {
        ...{ roundTitle, dueAt, answered: message.about.answered },
        reason: await reasonOf(sources, message),
        link: TASKS,
      };
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
  'round.handedOver': 'TasksReassigned',
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
  return wordsOf(pool, keys, (cause.body as { reason: unknown }).reason, locale);
}

/** How many tasks are due when, the earliest first. */
function datesOf(open: readonly OpenTask[], now: Instant): Asked['dates'] {
  const dates = new Map<Instant, number>();
  for (const { dueAt } of open) dates.set(dueAt, (dates.get(dueAt) ?? 0) + 1);
  return [...dates].map(([dueAt, tasks]) => ({ dueAt, tasks, overdue: dueAt <= now }));
}

/** How many tasks of whom are due when. */
function peopleOf(open: readonly OpenTask[]) {
  const people = new Map<string, { name: string; tasks: number; dueAt: number }>();
  for (const { assignee, name, dueAt } of open) {
    const key = `${assignee} ${dueAt}`;
    const seen = people.get(key);
    if (seen) seen.tasks++;
    else people.set(key, { name: name ?? assignee, tasks: 1, dueAt });
  }
  return [...people.values()];
}

async function tried(pool: Pool, round: string, open: readonly OpenTask[]) {
  const sent = await remindersOf(pool, round, [...new Set(open.map((t) => t.assignee))]);
  return sent.map((at) => ({ at, what: { en: 'reminder by mail', 'zh-CN': '邮件提醒' } }));
}
