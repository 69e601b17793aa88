/**
 * A copy of a procedure's state that may be folded on: folds replace what a record or a list of the state holds, and
 * never change it.
 */
export function copyOf<S extends object>(state: S): S {
  const parts = Object.entries(state).map(([name, part]) => [name, isRecord(part) ? { ...part } : part]);
  return Object.fromEntries(parts) as S;
}

function isRecord(part: unknown): part is object {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
