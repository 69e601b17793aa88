import type { TFunction } from 'i18next';
import type { components } from '../../../api/schema.d.ts';
import { clockOf, dayInWords, type Reader, weekdayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { listed } from '../../../format/list.ts';
import { sumOf } from '../../../format/money.ts';

/** Facts that are instants. */
const INSTANTS: ReadonlySet<string> = new Set(['until', 'at', 'due']);
/** Facts that are sums of money. */
const SUMS: ReadonlySet<string> = new Set(['amount', 'cost']);
/** Facts that are one of a few codes, each with a word of its own. */
const CODES: ReadonlySet<string> = new Set(['answer', 'source', 'stage', 'standing', 'state']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Events = components['schemas']['History'];
type Value = Events['lines'][number]['facts'][string];

/** Who reads a fact, when, and of what. */
interface Reading {
  readonly t: TFunction;
  readonly reader: Reader;
  readonly now: number;
  readonly events: Pick<Events, 'names' | 'called' | 'currency'>;
}

/** What a fact says: people and things by their names, days, instants and sums as the reader writes them, codes by their words. */
export function factInWords({ t, reader, now, events }: Reading, key: string, value: Value): string {
  const { names, called, currency } = events;
  const one = (part: string | number | boolean | null): string => {
    if (part === null) return '–';
    if (typeof part === 'boolean') return t(part ? 'why.yes' : 'why.no');
    if (typeof part === 'number') {
      if (SUMS.has(key) && currency !== null) return sumOf(reader, part, currency);
      return INSTANTS.has(key) && part > 1e11
        ? `${weekdayOf(reader, part, now)} ${clockOf(reader, part)}`
        : String(part);
    }
    if (DAY.test(part)) return dayInWords(reader, part);
    if (CODES.has(key)) return t(`why.code.${key}.${part}`, { defaultValue: part });
    const thing = called[part];
    return names[part] ?? (thing ? said(reader, thing) : part);
  };
  return Array.isArray(value) ? listed(reader, value.map(one)) : one(value as string | number | boolean | null);
}
