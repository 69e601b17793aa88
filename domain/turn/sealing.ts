import type { StreamId } from '../../contracts/ids.ts';
import { isOpen, isSealed, type Sealed } from '../../contracts/private.ts';
import type { Sealer } from './world.ts';

/**
 * Whose keys it takes to seal and open a value: all people whose private fields occur in it, and the procedures in which these
 * were written, or are to be.
 */
export function ownersIn(value: unknown, procedure: StreamId | null = null, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) ownersIn(item, procedure, found);
  else if (typeof value === 'object' && value !== null) {
    if (isOpen(value) || isSealed(value)) {
      found.add(value.of);
      const place = isOpen(value) ? procedure : value.in;
      if (place) found.add(place);
    } else for (const item of Object.values(value)) ownersIn(item, procedure, found);
  }
  return found;
}

/** The same value with every open private field sealed, as written in a procedure or in none. */
export function sealAll<T>(value: T, keys: Pick<Sealer, 'seal'>, procedure: StreamId | null = null): T {
  return rewrite(value, (v) => (isOpen(v) ? keys.seal(v, procedure) : undefined)) as T;
}

/** The same value with every sealed field in the clear; null where the person was erased, or the procedure let go of its texts. */
export function unsealAll(value: unknown, keys: { unseal(sealed: Sealed): unknown }): unknown {
  return rewrite(value, (v) => (isSealed(v) ? keys.unseal(v) : undefined));
}

function rewrite(value: unknown, change: (value: object) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, change));
  if (typeof value !== 'object' || value === null) return value;
  const changed = change(value);
  if (changed !== undefined) return changed;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) copy[key] = rewrite(item, change);
  return copy;
}
