import type { Pool } from '../db/connection.ts';
import type { KeyRing } from '../db/keys.ts';
import type { StreamReader } from '../db/read/stream-reader.ts';

/** Where views are read from. */
export interface Sources {
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly reader: StreamReader;
}
