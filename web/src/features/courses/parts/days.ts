import { dayInWords, type Reader } from '../../../format/date.ts';

/** "14 June 2027", or the first and the last of several. */
export function daysInWords(reader: Pick<Reader, 'language'>, days: readonly string[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '–';
  return first === last ? dayInWords(reader, first) : `${dayInWords(reader, first)} – ${dayInWords(reader, last)}`;
}
