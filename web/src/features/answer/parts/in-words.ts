import type { TFunction } from 'i18next';
import type { Reader } from '../../../format/date.ts';
import { dayInWords } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { listed } from '../../../format/list.ts';
import type { Field } from '../fields/field.ts';
import type { Content } from '../store/draft.ts';

/** What was answered, as text; a dash where nothing was. */
export function inWords(t: TFunction, reader: Reader, field: Field, value: Content[string] | undefined): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'boolean') return t(value ? 'answer.yes' : 'answer.no');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return listed(reader, value) || '–';
  if (field.kind === 'date') return dayInWords(reader, value);
  const option = field.kind === 'choice' ? field.options.find((one) => one.value === value) : undefined;
  return option ? said(reader, option.label) : value;
}
