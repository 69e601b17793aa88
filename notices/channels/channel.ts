import type { CalendarEntry } from '../calendar.ts';

/** A notice on its way to one person. */
export interface Message {
  /** The outbox row's key: the same in every attempt, so that a receiver can tell a repeat from a new message. */
  readonly key: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly template: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Channels that know no calendars leave it out. */
  readonly calendar?: CalendarEntry;
}

export interface Accepted {
  readonly accepted: true;
  /** What the receiving server said, for the record. */
  readonly response: string;
}

export interface Refused {
  readonly accepted: false;
  /** True: the same message will never be taken (a bounce). False: worth another try. */
  readonly permanent: boolean;
  readonly reason: string;
  /** How long the receiver asks us to wait, in real milliseconds. */
  readonly retryAfterMs?: number;
  /** True: the receiver has had too much of us, whatever the message, and wants to be left alone for a while. */
  readonly busy?: boolean;
  /** True: the refusal is of the recipient, whatever the message says. */
  readonly ofRecipient?: boolean;
}

export type Delivery = Accepted | Refused;

/** A way to reach a person. `deliver` reports failures as values and does not throw. */
export interface Channel {
  readonly name: string;
  /** True: what comes to one person at one moment goes by it as one letter; people read it, not programs. */
  readonly gathers?: boolean;
  /** True: what goes by it comes to one person and nobody else, so that it may hold what they sign in with. */
  readonly isPersonal?: boolean;
  deliver(message: Message): Promise<Delivery>;
  /** Lets go of connections; the channel is not used afterwards. */
  close?(): void;
}

export function temporary(reason: string, more: Pick<Refused, 'retryAfterMs' | 'busy' | 'ofRecipient'> = {}): Refused {
  return { accepted: false, permanent: false, reason, ...more };
}

export function permanent(reason: string, more: Pick<Refused, 'ofRecipient'> = {}): Refused {
  return { accepted: false, permanent: true, reason, ...more };
}
