import type { Shift } from '../../contracts/delivery.ts';
import { messageOf } from '../../contracts/failure.ts';
import type { Instant } from '../../contracts/ids.ts';
import { isPassing, type Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import { tellOperations } from '../../db/outbox/alarm.ts';
import { type Claimed, type ClaimedMessage, claim } from '../../db/outbox/claim.ts';
import { ROUTED_AT_ONCE, route, type Way } from '../../db/outbox/route.ts';
import {
  type Failure,
  markDropped,
  markFailed,
  markSent,
  PATIENCE,
  type Patience,
  release,
} from '../../db/outbox/settle.ts';
import { type Channel, type Message, temporary } from '../../notices/channels/channel.ts';
import { layOut, layOutSeveral, type Rendered } from '../../notices/layout.ts';
import type { Letter } from '../../notices/letter.ts';
import { writeUnchecked } from '../../notices/notice.ts';
import type { Locale, Reader } from '../../notices/reader.ts';
import { unwrittenAlarm } from './unwritten-alarm.ts';
import { withoutAddressee } from './without-addressee.ts';

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
  readonly keys: Pick<KeyRing, 'verifier'>;
  readonly procedureNow: () => Instant;
  readonly lookup: Lookup;
  /** By which this shift delivers. */
  readonly channel: Channel;
  /** All channels of the installation: each gets each message. */
  readonly channels: readonly Way[];
  /** Where the links of the notices lead. */
  readonly publicUrl: string;
  /** Makes the link of a letter one that signs its reader in; absent: links lead to pages, and people sign in there. */
  readonly signingIn?: ((letter: Letter, message: ClaimedMessage) => Promise<Letter>) | undefined;
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
  const { claimed, dropped, held, poisoned } = await claim(db, {
    channel: channel.name,
    gathers: channel.gathers ?? false,
    now: procedureNow(),
    limit: most,
  });
  const shift = new ShiftUnderWay(options, { sent: 0, dropped, failed: poisoned, postponed: 0 });
  await shift.deliver(claimed);
  // What was put off has used up the limit as well: behind it others may be due.
  const taken = claimed.length + dropped + held + poisoned;
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
    const people = groups(claimed, (m) => m.person).map((own) => groups(own, (m) => m.letter));
    const lane = async () => {
      for (let own = people.shift(); own; own = people.shift()) await this.#deliverTo(own);
    };
    const lanes = await Promise.allSettled(Array.from({ length: this.#options.lanes ?? 8 }, lane));
    for (const end of lanes) if (end.status === 'rejected') throw end.reason;
  }

  async #deliverTo(letters: readonly (readonly Claimed[])[]): Promise<void> {
    for (const [i, letter] of letters.entries()) {
      if (this.#isOver) return release(this.#options.db, letters.slice(i).flat());
      await this.#deliverLetter(letter);
    }
  }

  get #isOver(): boolean {
    return this.pauseMs > 0 || this.#options.signal?.aborted === true || performance.now() > this.#until;
  }

  /** One letter of one or several messages: what cannot be said is settled by itself, and the rest goes without it. */
  async #deliverLetter(messages: readonly Claimed[]): Promise<void> {
    const written: { readonly message: Claimed; readonly part: Part }[] = [];
    for (const message of messages) {
      const part = await this.#write(message).catch((error: unknown) => this.#unwritten(message, error));
      if ('letter' in part) written.push({ message, part });
      else await this.#settle([message], part);
    }
    const [first] = written;
    if (!first) return;
    const { alone, reader, to } = first.part;
    const several = written.length > 1;
    const digest = messages.some((m) => m.digest);
    const parts = written.map((w) => w.part.letter);
    // Who reads what has gathered reads the newest first.
    if (digest) parts.reverse();
    const rendered = several ? layOutSeveral(parts, reader, digest) : alone;
    const template = several ? 'several' : first.message.template;
    const sent = await this.#send({ key: first.message.letter, template, to, ...rendered });
    // Which part was refused nobody says: each is tried by itself, so that the others arrive.
    const apart = several && 'permanent' in sent && sent.permanent && !sent.ofRecipient;
    const end: End = apart ? { ...sent, permanent: false, next: 'alone' } : sent;
    await this.#settle(
      written.map((w) => w.message),
      end,
    );
  }

  async #settle(messages: readonly Claimed[], end: End): Promise<void> {
    const { db, channel, log, procedureNow, patience = PATIENCE } = this.#options;
    const now = procedureNow();
    if ('sent' in end) this.#counted('sent', await markSent(db, messages, now));
    else if ('dropped' in end) this.#counted('dropped', await markDropped(db, messages, now, end.dropped));
    else {
      const { failed, postponed, givenUp } = await markFailed(db, messages, end, now, patience);
      this.#counted('failed', failed);
      this.#counted('postponed', postponed);
      for (const { template, person, key, id } of messages) {
        const word = givenUp.has(id) ? 'failed' : 'waits';
        log(`${template} to ${person} by ${channel.name} (${key}) ${word}: ${end.error}`);
      }
    }
  }

  /** Apart from what was waited for: other lanes count meanwhile. */
  #counted(what: keyof DeliveryCount, n: number): void {
    this.count[what] += n;
  }

  /** What a message says. What it throws is worth another try, such as a template mended by a new version. */
  async #write(message: Claimed): Promise<Part | Dropped | Failure> {
    const { lookup, publicUrl, channel, signingIn } = this.#options;
    const found = await lookup(message);
    if (!found) return { dropped: null };
    const { recipient, facts } = found;
    if (!recipient) {
      return giveUp(`Nobody to deliver to: the data of ${message.person} have been erased or were never imported.`);
    }
    if (recipient.left) return { dropped: `Not sent: ${message.person} has left the company since it was written.` };
    const { name, email, locale, timeZone } = recipient;
    if (!email) return giveUp(`${message.person} has no mail address: add one to the personnel data.`);
    const reader = { locale, timeZone, recipientName: name, publicUrl };
    const plain = writeUnchecked(message.template, facts, reader);
    // What is read by more than one must sign nobody in, and what is there to sign in with is of no use to it.
    if (!channel.isPersonal && plain.action.minutes !== undefined) return { dropped: null };
    const letter = channel.isPersonal && signingIn ? await signingIn(plain, message) : plain;
    return { letter, alone: layOut(letter, reader), reader, to: { name, email } };
  }

  async #send(message: Message): Promise<{ readonly sent: true } | Failure> {
    const failed = (error: unknown) => temporary(messageOf(error));
    const delivery = await this.#options.channel.deliver(message).catch(failed);
    if (delivery.accepted) return { sent: true };
    if (delivery.busy) this.#pause(delivery.retryAfterMs ?? PAUSE_MS);
    const { reason, permanent, ofRecipient, retryAfterMs } = delivery;
    return { error: withoutAddressee(reason, message.to), permanent, ofRecipient, retryAfterMs };
  }

  #pause(ms: number): void {
    this.pauseMs = Math.max(this.pauseMs, Math.min(ms, LONGEST_PAUSE_MS));
  }

  /** A letter that cannot be written is tried again, as the next version may mend it, and operations are told, once a day for each kind. */
  async #unwritten(message: Claimed, error: unknown): Promise<Failure> {
    const failure = { error: messageOf(error), permanent: false, next: 'in-another' } as const;
    if (isPassing(error)) return failure;
    const { db: pool, keys, procedureNow } = this.#options;
    const alarm = unwrittenAlarm(message, failure.error);
    if (alarm) await tellOperations({ pool, keys }, [alarm], procedureNow());
    return failure;
  }
}

/** What belongs together, in the order of the first ones. */
function groups<T>(all: readonly T[], by: (one: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const own = found.get(by(one));
    if (own) own.push(one);
    else found.set(by(one), [one]);
  }
  return [...found.values()];
}

/** A message as it is written, and to whom. */
interface Part {
  readonly letter: Letter;
  /** As a letter of its own. */
  readonly alone: Rendered;
  readonly reader: Reader;
  readonly to: Message['to'];
}

/** Not sent; null: it has nothing left to say, else a reason that operations may want to know. */
interface Dropped {
  readonly dropped: string | null;
}

type End = { readonly sent: true } | Dropped | Failure;

function giveUp(error: string): Failure {
  return { error, permanent: true };
}
