import { isOpen, isSealed, type Open, type Sealed } from '../../contracts/private.ts';

/** All people whose private fields occur in a value, open or sealed. */
export function ownersIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) ownersIn(item, found);
  else if (typeof value === 'object' && value !== null) {
    if (isOpen(value) || isSealed(value)) found.add(value.of);
    else for (const item of Object.values(value)) ownersIn(item, found);
  }
  return found;
}

/** The same value with every open private field sealed. */
export function sealAll<T>(value: T, keys: { seal(open: Open<unknown>): Sealed }): T {
  return rewrite(value, (v) => (isOpen(v) ? keys.seal(v) : undefined)) as T;
}

/** The same value with every sealed field in the clear; null where the person was erased. */
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
