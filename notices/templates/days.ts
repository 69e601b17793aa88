import type { Speech } from './template.ts';

/** One day, or the first and the last of several, as a part of a sentence. */
export function daysEn(first: string, last: string | null | undefined, say: Speech): string {
  return last && last !== first ? `from ${say.day(first)} to ${say.day(last)}` : `on ${say.day(first)}`;
}

export function daysZh(first: string, last: string | null | undefined, say: Speech): string {
  return last && last !== first ? `${say.day(first)} 至 ${say.day(last)}` : say.day(first);
}
