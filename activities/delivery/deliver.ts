import type { Shift } from '../../contracts/delivery.ts';
import { messageOf } from '../../contracts/failure.ts';
import type { Instant, PersonId } from '../../contracts/ids.ts';
import { isPassing, type Pool } from '../../db/connection.ts';
import { tellOperations } from '../../db/outbox/alarm.ts';
import { type Claimed, type ClaimedMessage, claim } from '../../db/outbox/claim.ts';
import { ROUTED_AT_ONCE, route } from '../../db/outbox/route.ts';
import {
  type Failure,
  markDropped,
  markFailed,
  markSent,
  PATIENCE,
  type Patience,
  release,
} from '../../db/outbox/settle.ts';
import type { Channel } from '../../notices/channels/channel.ts';
import { renderUnchecked } from '../../notices/notice.ts';
import type { Locale } from '../../notices/reader.ts';
import { unwrittenAlarm } from './unwritten-alarm.ts';

export interface Recipient {
  readonly name: string;
  /** null: none is known. */
  readonly email: string | null;
  readonly locale: Locale;
  readonly timeZone: string;
  /** True for somebody who has left the company, to whom nothing is sent. */
  readonly left?: boolean;
}

/**
 * Finds out for a message who gets it and the facts that its template asks for. Recipient null: erased or unknown.
 * The whole null: what it asks for has been answered meanwhile, and it is dropped.
 */
export type Lookup = (
  message: ClaimedMessage,
) => Promise<{ readonly recipient: Recipient | null; readonly facts: unknown } | null>;

export interface DeliveryOptions {
  readonly db: Pool;
  readonly procedureNow: () => Instant;
  readonly lookup: Lookup;
  /** By which this shift delivers. */
  readonly channel: Channel;
  /** The names of all channels of the installation: each gets each message. */
  readonly channels: readonly string[];
  /** Where the links of the notices lead. */
  readonly publicUrl: string;
  readonly log: (text: string) => void;
  /** How many messages a shift takes at most: what the receiver takes in a second. */
  readonly most: number;
  /** How many deliveries run side by side. */
  readonly lanes?: number;
  readonly patience?: Patience;
  /** Once aborted nothing more is begun; what is under way is finished, the rest is given back. */
  readonly signal?: AbortSignal;
}

export interface DeliveryCount {
  sent: number;
  dropped: number;
  /** Given up; the rows say why. */
  failed: number;
  /** Failed this time and will be tried again. */
  postponed: number;
}

export type ShiftCount = Shift & DeliveryCount;

/** For so long a receiver that has had too much is left alone, unless it says how long. */
const PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
/** A shift begins nothing more after this: it ends well before the lease on what it holds. */
const SHIFT_MS = 60_000;

/**
 * One shift of a channel: takes what is due, up to `most` messages, and settles each by itself. A message that fails does not
 * hold up the others; errors of the database itself are thrown, and what was under way comes back when its lease has run out.
 */
export async function deliverShift(options: DeliveryOptions): Promise<ShiftCount> {
  const { db, channel, procedureNow, most } = options;
  const routed = await route(db, options.channels, procedureNow());
  const { claimed, dropped, poisoned } = await claim(db, { channel: channel.name, now: procedureNow(), limit: most });
  const shift = new ShiftUnderWay(options, { sent: 0, dropped, failed: poisoned, postponed: 0 });
  await shift.deliver(claimed);
  const taken = claimed.length + dropped + poisoned;
  return { ...shift.count, more: taken > 0 || routed === ROUTED_AT_ONCE, pauseMs: shift.pauseMs };
}

class ShiftUnderWay {
  readonly count: DeliveryCount;
  pauseMs = 0;
  readonly #options: DeliveryOptions;
  readonly #until = performance.now() + SHIFT_MS;

  constructor(options: DeliveryOptions, count: DeliveryCount) {
    this.#options = options;
    this.count = count;
  }

  /** Lanes take one person after the other, so that what goes to one goes in its order, and a slow answer holds up one lane. */
  async deliver(claimed: readonly Claimed[]): Promise<void> {
    const people = [...byPerson(claimed).values()];
    const lane = async () => {
      for (let own = people.shift(); own; own = people.shift()) await this.#deliverTo(own);
    };
    const lanes = await Promise.allSettled(Array.from({ length: this.#options.lanes ?? 8 }, lane));
    for (const end of lanes) if (end.status === 'rejected') throw end.reason;
  }

  async #deliverTo(own: readonly Claimed[]): Promise<void> {
    for (const [i, message] of own.entries()) {
      if (this.#isOver) return release(this.#options.db, own.slice(i));
      const end = await this.#settle(message);
      if (end) this.count[end]++;
    }
  }

  get #isOver(): boolean {
    return this.pauseMs > 0 || this.#options.signal?.aborted === true || performance.now() > this.#until;
  }

  async #settle(message: Claimed): Promise<keyof DeliveryCount | null> {
    const { db, channel, log, procedureNow, patience = PATIENCE } = this.#options;
    const end = await this.#attempt(message).catch((error: unknown) => this.#unwritten(message, error));
    if (end === 'sent') return (await markSent(db, message, procedureNow())) ? 'sent' : null;
    if (end === 'dropped' || 'why' in end) {
      const why = end === 'dropped' ? null : end.why;
      return (await markDropped(db, message, procedureNow(), why)) ? 'dropped' : null;
    }
    const become = await markFailed(db, message, end, procedureNow(), patience);
    const word = become === 'failed' ? 'failed' : 'waits';
    log(`${message.template} to ${message.person} by ${channel.name} (${message.key}) ${word}: ${end.error}`);
    return become;
  }

  /** One delivery. What it throws is worth another try, such as a template mended by a new version. */
  async #attempt(message: Claimed): Promise<Failure | Dropped | 'sent' | 'dropped'> {
    const { lookup, publicUrl, channel } = this.#options;
    const found = await lookup(message);
    if (!found) return 'dropped';
    const { recipient, facts } = found;
    if (!recipient) {
      return giveUp(`Nobody to deliver to: the data of ${message.person} have been erased or were never imported.`);
    }
    if (recipient.left) return { why: `Not sent: ${message.person} has left the company since it was written.` };
    if (!recipient.email) {
      return giveUp(`${message.person} has no mail address: add one to the personnel data.`);
    }
    const { name, email, locale, timeZone } = recipient;
    const reader = { locale, timeZone, recipientName: name, publicUrl };
    const rendered = renderUnchecked(message.template, facts, reader);
    const { key, template } = message;
    const delivery = await channel.deliver({ key, template, to: { name, email }, ...rendered });
    if (delivery.accepted) return 'sent';
    if (delivery.busy) this.#pause(delivery.retryAfterMs ?? PAUSE_MS);
    return { error: delivery.reason, permanent: delivery.permanent, retryAfterMs: delivery.retryAfterMs };
  }

  #pause(ms: number): void {
    this.pauseMs = Math.max(this.pauseMs, Math.min(ms, LONGEST_PAUSE_MS));
  }

  /** A letter that cannot be written is tried again, as the next version may mend it, and operations are told, once. */
  async #unwritten(message: Claimed, error: unknown): Promise<Failure> {
    const failure = { error: messageOf(error), permanent: false };
    if (isPassing(error)) return failure;
    const { db, procedureNow } = this.#options;
    const alarm = unwrittenAlarm(message, failure.error);
    if (alarm) await tellOperations(db, [alarm], procedureNow());
    return failure;
  }
}

function byPerson(claimed: readonly Claimed[]): ReadonlyMap<PersonId, readonly Claimed[]> {
  const people = new Map<PersonId, Claimed[]>();
  for (const message of claimed) {
    const own = people.get(message.person);
    if (own) own.push(message);
    else people.set(message.person, [message]);
  }
  return people;
}

/** Not sent, for a reason that operations may want to know. */
interface Dropped {
  readonly why: string;
}

function giveUp(error: string): Failure {
  return { error, permanent: true };
}
