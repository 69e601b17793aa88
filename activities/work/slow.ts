import type { Clock } from '../../db/clock.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { Reading } from './reading.ts';

export interface WorkParts {
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly clock: Clock;
}

/** One piece of slow work: from what the ledger says to the command that records the result. */
export type SlowWork = (
  reading: Reading,
  key: string,
  parts: WorkParts,
) => Promise<{ readonly type: string; readonly body: unknown }>;
