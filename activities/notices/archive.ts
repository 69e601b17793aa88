import type { Label } from '../../contracts/form.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { AboutOf } from '../../contracts/notices/all.ts';
import type { SelectionEventBodies, SelectionEventType } from '../../contracts/selection/events.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import { answersOf, departmentNames, eventsFrom } from '../../db/views/notice-facts.ts';
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

/** The archive of the stream that a message comes from. */
export function archiveOf(
  pool: Pool,
  keys: KeyRing,
  message: Pick<ClaimedMessage, 'key' | 'stream'>,
  locale: Locale,
): Archive {
  return {
    names: (people) => namesOf(pool, people),
    departments: (ids) => departmentNames(pool, ids),
    async reason(type, fits = () => true) {
      const cause = await causeOf(pool, message, type, (body) => fits(body as Bodies<typeof type>));
      const { reason, note } = (cause?.body ?? {}) as { reason?: unknown; note?: unknown };
      return wordsOf(pool, keys, reason ?? note, locale);
    },
    async answers(round) {
      const rows = await answersOf(pool, round);
      return (await unsealed(pool, keys, rows)) as GivenAnswer[];
    },
    async events<T extends SelectionEventType>(type: T) {
      return (await eventsFrom(pool, message.stream as StreamId, 1, type)).map((e) => e.body as Bodies<T>);
    },
  };
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
  pool: Pool,
  { key, stream }: Pick<ClaimedMessage, 'key' | 'stream'>,
  type: string,
  fits: (body: unknown) => boolean,
): Promise<Recorded | undefined> {
  const first = /@(\d+)\.\d+$/.exec(key)?.[1];
  if (first === undefined) return undefined;
  const events = await eventsFrom(pool, stream as StreamId, Number(first), type);
  return events.find((e) => fits(e.body));
}
