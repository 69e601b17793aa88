import type { Connection, Defer } from '../connection.ts';
import type { KeyRing } from '../keys.ts';

/**
 * What a projection writes with. A write may be deferred to the commit; one that is sent only after something was
 * awaited must itself be awaited, or the commit would overtake it.
 */
export interface Writer {
  readonly connection: Connection;
  readonly defer: Defer;
  readonly keys: KeyRing;
}
