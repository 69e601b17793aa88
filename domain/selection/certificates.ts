import type { Label } from '../../contracts/form.ts';
import { type PersonId, pathOf } from '../../contracts/ids.ts';
import { DAY_MS, dayNumber, dayText } from '../calendar/day.ts';
import { termsOf } from '../procedure/standing.ts';
import { eligible, type SelectionState } from './state.ts';

/** What goes on one certificate; the term's days are those of the day it is recorded on. */
export interface Certificate {
  readonly application: string;
  readonly person: PersonId;
  /** Printed on the document: selection and running number. */
  readonly number: string;
  readonly title: Label;
  readonly company: Label;
  readonly topics: readonly Label[];
  readonly termMonths: number;
}

/** The certificates to be made: one for everybody who has accepted a seat, in the order of their applications' numbers. */
export function certificatesWanted(state: SelectionState): Certificate[] {
  const { title, company, topics, termMonths } = termsOf(state);
  const name = pathOf(state.stream);
  return eligible(state)
    .filter((a) => a.offer === 'accepted')
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((a, i) => ({
      application: a.code,
      person: a.person,
      number: `${name}-${String(i + 1).padStart(3, '0')}`,
      title,
      company,
      topics: topics.filter((t) => a.topics.includes(t.id)).map((t) => t.label),
      termMonths,
    }));
}

/** The last day of a term that begins on a day: the day before the same day so many months later. */
export function termEnd(from: string, months: number): string {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const same = first.getTime() / DAY_MS + Math.min(day, length) - 1;
  return dayText(Math.max(same - 1, dayNumber(from)));
}
