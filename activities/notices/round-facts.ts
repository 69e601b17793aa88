import type { Label } from '../../contracts/form.ts';
import type { Instant } from '../../contracts/ids.ts';
import type { AboutOf } from '../../contracts/notices/all.ts';
import { ApplicationCode } from '../../contracts/selection/commands.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { type OpenTask, openTasks, type RoundRow, remindersOf, roundRow } from '../../db/views/notice-facts.ts';
import type { Locale } from '../../notices/reader.ts';
import { causeOf, wordsOf } from './archive.ts';
import { type FactsBut, type NamesOf, type Soon, toldIn } from './told.ts';

export interface RoundSources {
  readonly pool: Pool;
  readonly keys: KeyRing;
  /** Procedure time at delivery. */
  readonly now: Instant;
  readonly locale: Locale;
}

const TASKS = '/tasks';

/** What the facts of a round's message are made from: the round as it stands at delivery, and the message. */
interface Desk<N extends NamesOf<'round'> = NamesOf<'round'>> {
  readonly sources: RoundSources;
  readonly message: Omit<ClaimedMessage, 'about'> & { readonly about: AboutOf<N> };
  readonly round: RoundRow;
  /** Those of the tasks it is about that are still open, and of these the reader's. */
  readonly open: readonly OpenTask[];
  readonly own: readonly OpenTask[];
}

type FactsOfRound<N extends NamesOf<'round'>> = FactsBut<N, 'roundTitle'>;

/** A letter without its facts is an error of the compiler, as are facts that its template does not take; null: nothing is left to say. */
const FACTS: { readonly [N in NamesOf<'round'>]: (desk: Desk<N>) => Soon<FactsOfRound<N> | null> } = {
  'round.invitation': ({ sources, round, own }) => {
    const asked = askedOf(own, round, sources.now);
    const ownerTitle = round.ownerTitle === null ? null : (JSON.parse(round.ownerTitle) as Label);
    return asked && { ...asked, purpose: round.purpose, minutes: asked.tasks * round.minutes, ownerTitle };
  },
  'round.reminder': ({ sources, message, round, own }) => {
    const asked = askedOf(own, round, sources.now);
    return asked && { ...asked, overdue: asked.dueAt <= sources.now, rung: message.about.rung };
  },
  'round.escalation': async ({ sources, message, open }) => {
    if (!open.length) return null;
    const { as } = message.about;
    return { as, people: peopleOf(open), tried: await tried(sources.pool, message.stream, open) };
  },
  'round.delegated': (desk) => changed(desk, 'TaskDelegated'),
  'round.reassigned': (desk) => changed(desk, 'TasksReassigned'),
  'round.extended': (desk) => changed(desk, 'TasksExtended'),
  'round.reopened': async (desk) => {
    const facts = await changed(desk, 'TaskReopened');
    return facts && { ...facts, answered: desk.message.about.answered };
  },
  'round.handedOver': async (desk) => {
    const tasks = desk.message.about.tasks.length - desk.own.length;
    return tasks > 0 ? { tasks, reason: await reasonOf(desk, 'TasksReassigned') } : null;
  },
  'round.withdrawn': async (desk) => ({ reason: await reasonOf(desk, 'TasksWithdrawn') }),
};

/**
 * The facts of a round's messages, looked up at delivery: what is still open then, not what was open when it was due.
 * null: nothing is left to say, because the person's tasks have been answered or have gone to others meanwhile.
 */
export async function roundFacts(sources: RoundSources, message: ClaimedMessage): Promise<object | null> {
  const { name, about } = toldIn(FACTS, message);
  const round = await roundRow(sources.pool, message.stream);
  if (!round) throw new Error(`There is no round ${message.stream} to write about.`);
  const open = await openTasks(sources.pool, message.stream, about.tasks);
  const own = open.filter((t) => t.assignee === message.person);
  const make = FACTS[name] as (desk: Desk) => Soon<object | null>;
  const facts = await make({ sources, message: { ...message, about }, round, open, own });
  return facts && { roundTitle: JSON.parse(round.title) as unknown, link: TASKS, ...facts };
}

/** How many tasks the reader has, and by when; null: none. */
function askedOf(own: readonly OpenTask[], round: RoundRow, now: Instant) {
  const [first] = own;
  if (!first) return null;
  return { dueAt: first.dueAt, tasks: own.length, dates: datesOf(own, now), applications: applicationsOf(own, round) };
}

async function changed(desk: Desk, type: string) {
  const [first] = desk.own;
  if (!first) return null;
  const applications = applicationsOf(desk.own, desk.round);
  return { dueAt: first.dueAt, reason: await reasonOf(desk, type), applications };
}

/**
 * Which applications tasks are about, each once. Whoever agrees to somebody's time knows who that is; all others have its number,
 * by which even those find it who are not to know.
 */
function applicationsOf(own: readonly OpenTask[], { purpose }: RoundRow) {
  const applications = new Map<string, string | null>();
  for (const { about, aboutName } of own) {
    if (ApplicationCode.safeParse(about).success) applications.set(about!, purpose === 'agreement' ? aboutName : null);
  }
  return [...applications].map(([code, name]) => ({ code, name }));
}

/** Why somebody did what the message tells of. It is in the event, as a later reason takes its place in the task. */
async function reasonOf({ sources, message }: Desk, type: string): Promise<string | null> {
  const { pool, keys, locale } = sources;
  const about = new Set(message.about.tasks);
  const cause = await causeOf(pool, message, type, (body) => {
    const { task, tasks } = body as { task?: string; tasks?: 'all' | readonly string[] };
    return tasks === 'all' || (tasks ?? [task ?? '']).some((id) => about.has(id));
  });
  if (!cause) return null;
  return wordsOf(pool, keys, (cause.body as { reason: unknown }).reason, locale);
}

/** How many tasks are due when, the earliest first. */
function datesOf(open: readonly OpenTask[], now: Instant): { dueAt: Instant; tasks: number; overdue: boolean }[] {
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

/** What was tried with whom, the earliest first. */
async function tried(pool: Pool, round: string, open: readonly OpenTask[]) {
  const names = new Map(open.map(({ assignee, name }) => [assignee, name ?? assignee]));
  const reached = new Map<Instant, string[]>();
  for (const { at, person } of await remindersOf(pool, round, [...names.keys()]))
    reached.set(at, [...(reached.get(at) ?? []), names.get(person)!]);
  const what = { en: 'reminder by mail', 'zh-CN': '邮件提醒' };
  return [...reached].map(([at, people]) => ({ at, what, people }));
}
