import { daysInWords, type Reader } from '../../../../format/date.ts';
import { said } from '../../../../format/label.ts';
import { listed } from '../../../../format/list.ts';
import { figureOf, moneyOf } from '../../../../format/money.ts';
import type { MatterOf } from '../purpose.ts';

type ApprovalMatter = MatterOf<'cycle-approval'>;
export type Difference = NonNullable<ApprovalMatter['difference']['difference']>;
type FieldChange = Difference['changed'][number]['fields'][number];

/** What a part of an offering is, as people call it: rooms and people by name, days as dates, money in whole units. */
export function valueInWords(
  reader: Reader,
  { courses: _, ...matter }: ApprovalMatter,
  field: FieldChange['field'],
  value: FieldChange['before'],
): string {
  if (value === null) return '–';
  if (typeof value === 'number') {
    return field === 'cost' ? moneyOf(reader, value, matter.currency) : figureOf(reader, value);
  }
  if (typeof value !== 'string') {
    return field === 'days' ? daysInWords(reader, value) : listed(reader, value);
  }
  const line = field === 'budgetLine' ? matter.lines[value] : undefined;
  if (line) return said(reader, line);
  const known = { room: matter.rooms, trainer: matter.names, quote: matter.providers }[field];
  return known?.[value] ?? value;
}
