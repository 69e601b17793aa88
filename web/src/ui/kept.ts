import { useState } from 'react';

const kept = new Map<string, unknown>();

/**
 * What is typed or chosen in a sheet. It stays as long as the page lives, since Esc and a press beside the sheet take it away as well;
 * what it began with is put there again once it was sent.
 * @param key what is done in the sheet, and to what
 */
export function useKept<T>(key: string, initial: T): readonly [T, (value: T) => void] {
  const [value, put] = useState(() => (kept.has(key) ? (kept.get(key) as T) : initial));
  const change = (next: T) => {
    if (next === initial) kept.delete(key);
    else kept.set(key, next);
    put(next);
  };
  return [value, change];
}
