import type { Label } from '../../contracts/form.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { AboutOf } from '../../contracts/notices/all.ts';
import type { RoundEventBodies } from '../../contracts/round.ts';
import type { SelectionEventBodies, SelectionEventType } from '../../contracts/selection/events.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import type { ProvenEvents } from '../../db/read/proven-events.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import { departmentNames } from '../../db/views/notice-facts.ts';
import { namesOf } from '../../db/views/selections.ts';
import type { Recorded } from '../../domain/process.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import type { Locale } from '../../notices/reader.ts';
import { reasonWords } from './house-reasons.ts';
import type { FactsBut, NamesOf } from './told.ts';

/** An answer with its texts in the clear; null where their person was erased. */
export interface GivenAnswer {
  readonly task: string;
  readonly assignee: string;
  readonly answer: Readonly<Record<string, unknown>>;
}

type Bodies<T extends SelectionEventType> = SelectionEventBodies[T];

/** What a letter quotes and the fold does not hold: names, and the words that people wrote. */
export interface Archive {
  /** Names of people; who is unknown or erased is left out. */
  names(people: Iterable<string>): Promise<ReadonlyMap<string, string>>;
  departments(ids: readonly string[]): Promise<ReadonlyMap<string, Label>>;
  /** Why somebody did what the message tells of; null: no reason was given, or it was erased. */
  reason<T extends SelectionEventType>(type: T, fits?: (body: Bodies<T>) => boolean): Promise<string | null>;
  answers(round: StreamId): Promise<readonly GivenAnswer[]>;
  /** All events of a type, oldest first. */
  events<T extends SelectionEventType>(type: T): Promise<readonly Bodies<T>[]>;
}

/** What the facts of a selection's message are made from: the selection as it stands at delivery, and the message. */
export interface Desk<N extends NamesOf<'selection'> = NamesOf<'selection'>> {
  readonly state: SelectionState;
  readonly to: string;
  readonly about: AboutOf<N>;
  readonly archive: Archive;
}

export type FactsOfSelection<N extends NamesOf<'selection'>> = FactsBut<N, 'procedureTitle'>;

/** Where an archive looks things up: nobody is quoted by what a row or an event says that the installation has not signed. */
export interface ArchiveSources {
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly reader: StreamReader;
  readonly events: ProvenEvents;
  readonly locale: Locale;
}

/** The archive of the stream that a message comes from. */
export function archiveOf(sources: ArchiveSources, message: Pick<ClaimedMessage, 'key' | 'stream'>): Archive {
  const { pool, keys, events, locale } = sources;
  return {
    names: (people) => namesOf(pool, people),
    departments: (ids) => departmentNames(pool, ids),
    async reason(type, fits = () => true) {
      const cause = await causeOf(events, message, type, (body) => fits(body as Bodies<typeof type>));
      const { reason, note } = (cause?.body ?? {}) as { reason?: unknown; note?: unknown };
      return wordsOf(pool, keys, reason ?? note, locale);
    },
    async answers(round) {
      return (await unsealed(pool, keys, await answersOf(sources, round))) as GivenAnswer[];
    },
    async events<T extends SelectionEventType>(type: T) {
      return (await events.all(message.stream as StreamId, [type])).map((e) => e.body as Bodies<T>);
    },
  };
}

/** The answers that stand in a round, their texts sealed. */
async function answersOf({ reader, events }: ArchiveSources, round: StreamId): Promise<object[]> {
  const given = await events.all(round, ['TaskSubmitted']);
  const latest = new Map(
    given.map(({ body }) => {
      const { task, answer } = body as RoundEventBodies['TaskSubmitted'];
      return [task, answer];
    }),
  );
  const tasks = [...((await reader.rounds([round])).get(round)?.tasks.values() ?? [])];
  return tasks
    .filter(({ id, state }) => state === 'submitted' && latest.has(id))
    .map(({ id, assignee }) => ({ task: id, assignee, answer: latest.get(id) }))
    .sort((a, b) => (a.task < b.task ? -1 : 1));
}

/** A reason in the clear, the engine's in the reader's language; null: there is none, or its person was erased. */
export async function wordsOf(pool: Pool, keys: KeyRing, reason: unknown, locale: Locale): Promise<string | null> {
  return reasonWords(await unsealed(pool, keys, reason ?? null), locale);
}

/**
 * The event that a message follows from. The message's key holds the version of the first of the events that were
 * recorded together with it: the first one of the type, from there on, that fits.
 */
export async function causeOf(
  events: ProvenEvents,
  { key, stream }: Pick<ClaimedMessage, 'key' | 'stream'>,
  type: string,
  fits: (body: unknown) => boolean,
): Promise<Recorded | undefined> {
  const first = /@(\d+)\.\d+$/.exec(key)?.[1];
  if (first === undefined) return undefined;
  return events.first(stream as StreamId, type, Number(first), fits);
}
