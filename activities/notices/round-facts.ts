import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { AboutOf } from '../../contracts/notices/all.ts';
import type { RoundSpec } from '../../contracts/round/spec.ts';
import type { RoundEventBodies } from '../../contracts/round.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import type { ProvenEvents } from '../../db/read/proven-events.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { remindersOf } from '../../db/views/notice-facts.ts';
import type { Recorded } from '../../domain/process.ts';
import type { Locale } from '../../notices/reader.ts';
import { ifSilentIn } from '../../notices/templates/silence.ts';
import { causeOf, wordsOf } from './archive.ts';
import { BOARD, deskOf, handsNeededOf, lateIn } from './pages.ts';
import { standsInFor } from './stand-ins.ts';
import { type Subject, subjectsOf } from './subjects.ts';
import { type FactsBut, type NamesOf, type Soon, toldIn } from './told.ts';
import { type ToldTask, toldTasks } from './told-tasks.ts';

export interface RoundSources {
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly reader: StreamReader;
  readonly events: ProvenEvents;
  /** Procedure time at delivery. */
  readonly now: Instant;
  readonly locale: Locale;
}

type ToldRound = Pick<RoundSpec, 'owner' | 'purpose' | 'minutes'>;

/** What the facts of a round's message are made from: the round as it stands at delivery, and the message. */
interface Desk<N extends NamesOf<'round'> = NamesOf<'round'>> {
  readonly sources: RoundSources;
  readonly message: Omit<ClaimedMessage, 'about'> & { readonly about: AboutOf<N> };
  readonly round: ToldRound;
  /** The tasks it is about; those of them that are still open, and of these the reader's. */
  readonly tasks: readonly ToldTask[];
  readonly open: readonly ToldTask[];
  readonly own: readonly ToldTask[];
  readonly subjects: (of: readonly ToldTask[]) => Subject[];
}

type FactsOfRound<N extends NamesOf<'round'>> = FactsBut<N, 'roundTitle' | 'procedureTitle'>;

/** A letter without its facts is an error of the compiler, as are facts that its template does not take; null: nothing is left to say. */
const FACTS: { readonly [N in NamesOf<'round'>]: (desk: Desk<N>) => Soon<FactsOfRound<N> | null> } = {
  'round.invitation': async (desk) => {
    const asked = askedOf(desk);
    if (!asked) return null;
    const { purpose, minutes } = desk.round;
    const inPlaceOf = await standsInFor(desk.sources, desk.round, desk.own);
    const ifSilent = await silenceIn(desk);
    return { ...asked, purpose, minutes: asked.tasks * minutes, standsInFor: inPlaceOf, ifSilent };
  },
  'round.reminder': async (desk) => {
    const { sources, message } = desk;
    const asked = askedOf(desk);
    if (!asked) return null;
    const ifSilent = await silenceIn(desk);
    return { ...asked, overdue: asked.dueAt <= sources.now, rung: message.about.rung, ifSilent };
  },
  'round.escalation': async (desk) => {
    const { sources, message, round, open } = desk;
    if (!open.length) return null;
    const { as } = message.about;
    return {
      as,
      link: lateOf(as, message.stream as StreamId, round),
      people: peopleOf(desk),
      tried: await tried(sources, message.stream as StreamId, open),
    };
  },
  'round.delegated': (desk) => changed(desk, 'TaskDelegated'),
  'round.reassigned': async (desk) => {
    const facts = await changed(desk, 'TasksReassigned');
    return facts && { ...facts, standsInFor: await standsInFor(desk.sources, desk.round, desk.own) };
  },
  'round.extended': (desk) => changed(desk, 'TasksExtended'),
  'round.reopened': async (desk) => {
    const facts = await changed(desk, 'TaskReopened');
    return facts && { ...facts, answered: desk.message.about.answered };
  },
  'round.handedOver': async (desk) => {
    const given = desk.tasks.filter((t) => !desk.own.includes(t));
    if (!given.length) return null;
    return { tasks: given.length, subjects: desk.subjects(given), reason: await reasonOf(desk, 'TasksReassigned') };
  },
  'round.withdrawn': async (desk) => ({
    subjects: desk.subjects(desk.tasks),
    reason: await reasonOf(desk, 'TasksWithdrawn'),
  }),
};

/**
 * The facts of a round's messages, looked up at delivery: what is still open then, not what was open when it was due.
 * null: nothing is left to say, because the person's tasks have been answered or have gone to others meanwhile.
 */
export async function roundFacts(sources: RoundSources, message: ClaimedMessage): Promise<object | null> {
  const { name, about } = toldIn(FACTS, message);
  const stream = message.stream as StreamId;
  const state = (await sources.reader.rounds([stream])).get(stream);
  if (!state?.spec) throw new Error(`There is no round ${stream} to write about.`);
  const { owner, purpose, minutes, title } = state.spec;
  const round: ToldRound = { owner, purpose, minutes };
  const tasks = await toldTasks(sources.pool, state, about.tasks);
  const open = tasks.filter((t) => t.state === 'open' || t.state === 'drafted');
  const own = open.filter((t) => t.assignee === message.person);
  const make = FACTS[name] as (desk: Desk) => Soon<object | null>;
  const subjects = await subjectsOf(sources, round, tasks);
  const facts = await make({ sources, message: { ...message, about }, round, tasks, open, own, subjects });
  // As the ledger says it, and not a row: nobody else puts words under the installation's name.
  const procedureTitle = owner === null ? null : await sources.reader.title(owner as StreamId);
  const link = deskOf(
    stream,
    own.map(({ id }) => id),
  );
  return facts && { roundTitle: title, procedureTitle, link, ...facts };
}

/** What counts when nothing is heard, where that is told; the round is read for what is known to be told of, and for nothing else. */
async function silenceIn({ sources: { reader }, message, round: { purpose } }: Desk) {
  if (ifSilentIn(purpose, 'nil') === null) return null;
  const stream = message.stream as StreamId;
  const policy = (await reader.rounds([stream])).get(stream)?.spec?.policy;
  return policy ? ifSilentIn(purpose, policy.silence) : null;
}

/** Where it is seen who is late: a manager sees theirs, whoever runs the procedure all that waits for them. */
function lateOf(as: AboutOf<'round.escalation'>['as'], round: StreamId, { owner }: ToldRound): string {
  if (as === 'manager') return lateIn(round);
  return owner === null ? `${BOARD}/late` : handsNeededOf(owner as StreamId);
}

/** How many tasks the reader has, about what, and by when; null: none. */
function askedOf({ sources, own, subjects }: Desk) {
  const [first] = own;
  if (!first) return null;
  const dates = [...grouped(own, (t) => t.dueAt)].map(([dueAt, tasks]) => {
    return { dueAt, tasks: tasks.length, overdue: dueAt <= sources.now, subjects: subjects(tasks) };
  });
  return { dueAt: first.dueAt, tasks: own.length, dates, subjects: subjects(own) };
}

async function changed(desk: Desk, type: string) {
  const [first] = desk.own;
  if (!first) return null;
  return { dueAt: first.dueAt, reason: await reasonOf(desk, type), subjects: desk.subjects(desk.own) };
}

/** Why somebody did what the message tells of. It is in the event, as a later reason takes its place in the task. */
async function reasonOf({ sources, message }: Desk, type: string): Promise<string | null> {
  const { pool, keys, events, locale } = sources;
  const about = new Set(message.about.tasks);
  const cause = await causeOf(events, message, type, (body) => {
    const { task, tasks } = body as { task?: string; tasks?: 'all' | readonly string[] };
    return tasks === 'all' || (tasks ?? [task ?? '']).some((id) => about.has(id));
  });
  if (!cause) return null;
  return wordsOf(pool, keys, (cause.body as { reason: unknown }).reason, locale);
}

/** How many tasks of whom are due when, and about what. Who judges which application, a manager does not hear. */
function peopleOf({ message, open, subjects }: Desk<'round.escalation'>) {
  return [...grouped(open, (t) => `${t.assignee} ${t.dueAt}`).values()].map((tasks) => {
    const { assignee, name, dueAt } = tasks[0]!;
    const told =
      message.about.as === 'owner' ? tasks : tasks.filter((t) => t.about !== null && t.about === t.aboutPerson);
    return { name: name ?? assignee, tasks: tasks.length, dueAt, subjects: subjects(told) };
  });
}

function grouped<K>(tasks: readonly ToldTask[], by: (task: ToldTask) => K): Map<K, ToldTask[]> {
  const groups = new Map<K, ToldTask[]>();
  for (const task of tasks) groups.set(by(task), [...(groups.get(by(task)) ?? []), task]);
  return groups;
}

/** What was tried with whom, the earliest first: letters that have gone out, to whoever was reminded as the ledger has it. */
async function tried({ pool, events }: RoundSources, round: StreamId, open: readonly ToldTask[]) {
  const reminded = remindedIn(await events.all(round, ['RemindersSent', 'TasksReminded']), open);
  const names = new Map(open.map(({ assignee, name }) => [assignee, name ?? assignee]));
  const reached = new Map<Instant, string[]>();
  for (const { at, person } of await remindersOf(pool, round, [...names.keys()]))
    if (reminded.has(person)) reached.set(at, [...(reached.get(at) ?? []), names.get(person)!]);
  const what = { en: 'reminder by mail', 'zh-CN': '邮件提醒' };
  return [...reached].map(([at, people]) => ({ at, what, people }));
}

function remindedIn(sent: readonly Recorded[], open: readonly ToldTask[]): ReadonlySet<PersonId> {
  const holders = new Map(open.map(({ id, assignee }) => [id, assignee]));
  return new Set(
    sent.flatMap(({ type, body }) =>
      type === 'RemindersSent'
        ? (body as RoundEventBodies['RemindersSent']).sent.map((s) => s.person)
        : (body as RoundEventBodies['TasksReminded']).tasks.flatMap((id) => holders.get(id) ?? []),
    ),
  );
}
