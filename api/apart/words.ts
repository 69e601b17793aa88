import type { StreamId } from '../../contracts/ids.ts';
import type { Outcome } from '../../domain/turn/outcome.ts';
import type { SentText } from '../../engine/gateway.ts';
import type { ThreadData } from '../../engine/thread-calls.ts';
import type { Keeping } from '../../settings/retention.ts';
import type { Storing } from '../../settings/storage.ts';
import type { CompanySettings } from '../session/company-account.ts';
import type { SessionLimits } from '../session/limits.ts';

/** A request on its way to a thread that reads. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array | undefined;
}

/** Its answer on the way back. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: Uint8Array;
}

/** What a thread that reads is started with: the same as the API itself, and how much it gives way to others. */
export interface ReadingData extends ApiData {
  /** As `nice` has it, from 0 to 19. */
  readonly niceness: number;
}

export interface ApiData extends ThreadData {
  readonly devTokens: boolean;
  readonly publicUrl: string;
  readonly sessionLimits?: SessionLimits;
  readonly company?: CompanySettings | undefined;
  readonly keeping?: Keeping;
  readonly storing?: Storing;
}

/** What is said to the thread: what is asked, how a command of its was decided, or that it is no longer needed. */
export type ToReading =
  | { readonly ask: number; readonly asked: Asked }
  | { readonly decided: number; readonly outcome: Outcome }
  | { readonly decided: number; readonly away: string }
  | { readonly end: true };

/** What the thread says, beside what all threads do: an answer, or a command that a table has become. */
export type FromReading =
  | { readonly answer: number; readonly answered: Answered }
  | { readonly answer: number; readonly failed: string }
  | { readonly send: number; readonly by: number; readonly stream: StreamId; readonly command: SentText };

/** Who answers requests that are handed over. */
export interface Reader {
  /**
   * The answer to a person's request; undefined when they have gone away meanwhile. A body is moved, not copied: nobody can
   * read it here afterwards.
   * @throws Problem when it cannot be had now, or takes too long
   */
  ask(asked: Asked, person: string, gone: AbortSignal): Promise<Answered | undefined>;
}
