import type { TFunction } from 'i18next';
import { clockOf, dayInWords, type Reader, weekdayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { listed } from '../../../format/list.ts';
import type { Events } from '../api/why.ts';

/** Facts that are instants. */
const INSTANTS: ReadonlySet<string> = new Set(['until', 'at', 'due']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Value = Events['lines'][number]['facts'][string];

/** What a fact says: people and things by their names, days and instants as the reader writes them. */
export function factInWords(t: TFunction, reader: Reader, events: Events, key: string, value: Value): string {
  const { names, called } = events;
  const one = (part: string | number | boolean | null): string => {
    if (part === null) return '–';
    if (typeof part === 'boolean') return t(part ? 'why.yes' : 'why.no');
    if (typeof part === 'number') {
      return INSTANTS.has(key) && part > 1e11
        ? `${weekdayOf(reader, part, part)} ${clockOf(reader, part)}`
        : String(part);
    }
    if (DAY.test(part)) return dayInWords(reader, part);
    const thing = called[part];
    return names[part] ?? (thing ? said(reader, thing) : part);
  };
  return Array.isArray(value) ? listed(reader, value.map(one)) : one(value as string | number | boolean | null);
}
