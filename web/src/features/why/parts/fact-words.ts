import type { TFunction } from 'i18next';
import { clockOf, dayInWords, type Reader, weekdayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { listed } from '../../../format/list.ts';
import type { Events } from '../api/why.ts';

/** Facts of events that have a name; whatever else there is, those alone see who see the whole ledger, by its own names. */
export const FACTS: ReadonlySet<string> = new Set([
  'clarified',
  'coach',
  'done',
  'measured',
  'needed',
  'offerings',
  'promised',
  'state',
  'supervisor',
  'taken',
  'absent',
  'accepted',
  'amount',
  'answer',
  'application',
  'asked',
  'assignee',
  'at',
  'by',
  'candidates',
  'change',
  'commitment',
  'cost',
  'course',
  'days',
  'department',
  'digest',
  'due',
  'element',
  'eligible',
  'emergency',
  'from',
  'handler',
  'hoursPerMonth',
  'keep',
  'late',
  'level',
  'merged',
  'need',
  'objection',
  'offering',
  'people',
  'person',
  'present',
  'proposal',
  'purpose',
  'question',
  'quote',
  'reasons',
  'reserve',
  'reviewer',
  'room',
  'round',
  'run',
  'seat',
  'silent',
  'source',
  'speaker',
  'stage',
  'standing',
  'step',
  'task',
  'tasks',
  'to',
  'topics',
  'trainer',
  'until',
  'upheld',
  'urgency',
  'version',
  'why',
] as const);

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
