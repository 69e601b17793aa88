import { messageOf } from '../contracts/failure.ts';
import type { Instant, PersonId } from '../contracts/ids.ts';
import type { Pool } from '../db/connection.ts';
import { type Claim, type ClaimedMessage, claim } from '../db/outbox/claim.ts';
import { type Failure, markDropped, markFailed, markSent, PATIENCE, type Patience } from '../db/outbox/settle.ts';
import { deliverAlong, type Stop } from '../notices/channels/route.ts';
import { renderUnchecked } from '../notices/notice.ts';
import type { Locale } from '../notices/reader.ts';

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
  readonly channels: readonly Stop[];
  /** Where the links of the notices lead. */
  readonly publicUrl: string;
  readonly log: (text: string) => void;
  /** How many deliveries run side by side. */
  readonly lanes?: number;
  readonly patience?: Patience;
  /** Once aborted nothing more is begun; what is under way is finished. */
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

/**
 * Delivers everything that is due and returns the count. A message that fails does not hold up the others; errors of the
 * database itself are thrown, and what was under way comes back when its lease has run out.
 */
export async function deliverWaiting(options: DeliveryOptions): Promise<DeliveryCount> {
  const count: DeliveryCount = { sent: 0, dropped: 0, failed: 0, postponed: 0 };
  const order = new InOrder();
  const lanes = Array.from({ length: options.lanes ?? 8 }, () => runLane(options, count, order));
  const ends = await Promise.allSettled(lanes);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return count;
}

/** Claims come one after another, and nothing is claimed for somebody whose letter is under way: theirs go in order. */
class InOrder {
  #claimed: Promise<unknown> = Promise.resolve();
  readonly #underWay = new Set<PersonId>();

  claim(options: DeliveryOptions): Promise<Claim> {
    const taken = this.#claimed.then(async () => {
      const found = await claim(options.db, options.procedureNow(), 1, this.#underWay);
      for (const { person } of found.claimed) this.#underWay.add(person);
      return found;
    });
    this.#claimed = taken.catch(() => {});
    return taken;
  }

  async deliver<T>({ person }: ClaimedMessage, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.#underWay.delete(person);
    }
  }
}

/** Claims one at a time: what is claimed goes out at once, and a slow server holds up only its own lane. */
async function runLane(options: DeliveryOptions, count: DeliveryCount, order: InOrder): Promise<void> {
  while (!options.signal?.aborted) {
    const { claimed, dropped, poisoned } = await order.claim(options);
    count.dropped += dropped;
    count.failed += poisoned;
    // What waits for somebody whose letter is under way is claimed by the lane that delivers that one.
    if (claimed.length + dropped + poisoned === 0) return;
    for (const message of claimed) count[await order.deliver(message, () => settle(options, message))]++;
  }
}

async function settle(options: DeliveryOptions, message: ClaimedMessage): Promise<keyof DeliveryCount> {
  const { db, log, procedureNow, patience = PATIENCE } = options;
  const end = await attempt(options, message).catch((error: unknown) => ({
    error: messageOf(error),
    permanent: false,
  }));
  if (end === 'sent') {
    await markSent(db, message.id, procedureNow());
    return 'sent';
  }
  if (end === 'dropped' || 'why' in end) {
    await markDropped(db, message.id, procedureNow(), end === 'dropped' ? null : end.why);
    return 'dropped';
  }
  const givenUp = await markFailed(db, message, end, procedureNow(), patience);
  log(`${message.template} to ${message.person} (${message.key}) ${givenUp ? 'failed' : 'waits'}: ${end.error}`);
  return givenUp ? 'failed' : 'postponed';
}

/** Not sent, for a reason that operations may want to know. */
interface Dropped {
  readonly why: string;
}

/** One delivery. What it throws is worth another try, such as a template mended by a new version. */
async function attempt(
  options: DeliveryOptions,
  message: ClaimedMessage,
): Promise<Failure | Dropped | 'sent' | 'dropped'> {
  const found = await options.lookup(message);
  if (!found) return 'dropped';
  const { recipient, facts } = found;
  if (!recipient) {
    return giveUp(`Nobody to deliver to: the data of ${message.person} have been erased or were never imported.`);
  }
  if (recipient.left) return { why: `Not sent: ${message.person} has left the company since it was written.` };
  if (!recipient.email) {
    return giveUp(`${message.person} has no mail address: add one to the personnel data and deliver again.`);
  }
  const { name, email, locale, timeZone } = recipient;
  const reader = { locale, timeZone, recipientName: name, publicUrl: options.publicUrl };
  const rendered = renderUnchecked(message.template, facts, reader);
  const { key, template } = message;
  const delivery = await deliverAlong(
    options.channels,
    { key, template, to: { name, email }, ...rendered },
    options.log,
  );
  if (delivery.accepted) return 'sent';
  return { error: delivery.reason, permanent: delivery.permanent, retryAfterMs: delivery.retryAfterMs };
}

function giveUp(error: string): Failure {
  return { error, permanent: true };
}
