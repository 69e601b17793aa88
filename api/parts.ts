import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Instant } from '../contracts/ids.ts';
import type { Clock } from '../db/clock.ts';
import type { Pool } from '../db/connection.ts';
import type { KeyRing } from '../db/keys.ts';
import type { NewsLine } from '../db/news.ts';
import type { Gateway } from '../engine/gateway.ts';
import type { Keeping } from '../settings/retention.ts';
import type { Storing } from '../settings/storage.ts';
import type { Apart } from './apart/lanes.ts';
import type { Complain } from './errors.ts';
import type { ListenerLimits } from './events/listeners.ts';
import type { Limits } from './limits.ts';
import type { CompanySettings } from './session/company-account.ts';
import type { SessionLimits } from './session/limits.ts';
import type { CameBy } from './session/vouching.ts';

/** A Fastify instance whose routes are typed by their zod schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse<IncomingMessage>,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What the API is made of. */
export interface ApiParts {
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly gateway: Pick<Gateway, 'send' | 'sendLarge'>;
  /** Where it is heard what is written; absent: news are not told here. */
  readonly news?: NewsLine;
  /** How many listen for news, and how they are looked after; absent: as is usual. */
  readonly listening?: Partial<ListenerLimits>;
  /** Who reads what is large; absent: it is read here. */
  readonly apart?: Apart;
  /** For the health check, beside the database: fails when commands cannot be decided here. */
  readonly deciding?: () => Promise<void>;
  /** Whether `Authorization: Bearer dev:<person>` is believed; never in production. */
  readonly devTokens: boolean;
  readonly publicUrl: string;
  /** Where the web app stands that is to be served; absent: there is none. */
  readonly pages?: string | undefined;
  /** The account of the company, by which people sign in; absent: there is none. */
  readonly company?: CompanySettings | undefined;
  /** Whether links of letters sign their reader in; absent: they do. */
  readonly mailLinks?: boolean;
  /** How long people are signed in; absent: as long as is usual. */
  readonly sessionLimits?: SessionLimits;
  /** Whether this only reads for others, which exchange the tokens of sessions. */
  readonly isBeside?: boolean;
  /** Real time; absent: the machine's. */
  readonly realNow?: () => Instant;
  /** How long what is kept, in days, and how much people may store; absent: as where the environment says nothing. */
  readonly keeping?: Keeping;
  readonly storing?: Storing;
  /** How often people may ask; absent: as often as they like. */
  readonly limits?: Limits;
  /** See `ShellParts`. */
  readonly slowestMs?: number;
  /** See `ShellParts`. */
  readonly proxies?: readonly string[];
  /** Told of who was refused, and what. */
  readonly note?: Complain;
  /** Told of failures that callers are only told the outline of. */
  readonly complain?: Complain;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks: an employee id that the token proves. Empty on the few open paths. */
    person: string;
    /** The session by which that is known; undefined: a program asks, by a token. */
    session: string | undefined;
    /** The token by which a program asks; undefined: none does. */
    program: string | undefined;
    /** How they have come in; undefined: a program asks by its token, or it is an open path. */
    cameBy: CameBy | undefined;
  }
}
