import { cleaned } from './cleaned.ts';
import { isDay } from './day.ts';
import { entryOf } from './entry.ts';

/**
 * The rule by which an answer fits its form, the same where it is written and where it is decided. It knows forms and answers by their
 * shape alone, so that a browser need load nothing else.
 */
export type AnswerFault =
  | 'missing'
  | 'no-number'
  | 'no-step'
  | 'no-option'
  | 'no-text'
  | 'too-short'
  | 'too-long'
  | 'no-flag'
  | 'no-day'
  | 'no-list';

interface Common {
  readonly key: string;
  /** Absent: it is. */
  readonly required?: boolean | undefined;
  readonly requiredWhen?: { readonly field: string; readonly equals: string | boolean } | undefined;
}

/** A field by what may be written into it; as `Field` of contracts/form, with what may be left out left out. */
export type Asked = Common &
  (
    | { readonly kind: 'score'; readonly min: number; readonly max: number; readonly step: number }
    | { readonly kind: 'choice'; readonly options: readonly { readonly value: string }[] }
    | { readonly kind: 'text'; readonly minLength?: number | undefined; readonly maxLength?: number | undefined }
    | { readonly kind: 'flag' | 'date' }
    | { readonly kind: 'people' | 'ids'; readonly max?: number | undefined }
  );

type Values = Readonly<Record<string, unknown>>;

/** What an answer holds under a key, as it is kept: texts are cleaned. */
function entryIn(answer: Values, key: string): unknown {
  const value = entryOf(answer, key);
  return typeof value === 'string' ? cleaned(value) : value;
}

/** Whether a field has to be filled in as things stand. */
export function isRequired({ required = true, requiredWhen }: Common, answer: Values): boolean {
  return required || (requiredWhen !== undefined && entryIn(answer, requiredWhen.field) === requiredWhen.equals);
}

/** Blanks are no answer, and neither is nobody; a ballot for none of the candidates is one. */
export function isUnanswered({ kind }: Pick<Asked, 'kind'>, value: unknown): boolean {
  if (typeof value === 'string') return cleaned(value) === '';
  return value === undefined || value === null || (kind === 'people' && Array.isArray(value) && value.length === 0);
}

/** What is wrong with what a field of an answer holds; null: nothing, as far as one knows without who and what there is. */
export function faultOfEntry(field: Asked, answer: Values): AnswerFault | null {
  const value = entryIn(answer, field.key);
  if (isUnanswered(field, value)) return isRequired(field, answer) ? 'missing' : null;
  switch (field.kind) {
    case 'score':
      return faultOfScore(field, value);
    case 'choice':
      return field.options.some((o) => o.value === value) ? null : 'no-option';
    case 'text':
      return faultOfText(field, value);
    case 'flag':
      return typeof value === 'boolean' ? null : 'no-flag';
    case 'date':
      return typeof value === 'string' && isDay(value) ? null : 'no-day';
    default:
      return Array.isArray(value) && value.length <= (field.max ?? Number.POSITIVE_INFINITY) ? null : 'no-list';
  }
}

function faultOfText(
  { minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Extract<Asked, { kind: 'text' }>,
  value: unknown,
): AnswerFault | null {
  if (typeof value !== 'string') return 'no-text';
  if (value.length < minLength) return 'too-short';
  return value.length > maxLength ? 'too-long' : null;
}

function faultOfScore(
  { min, max, step }: Extract<Asked, { kind: 'score' }>,
  value: unknown,
): 'no-number' | 'no-step' | null {
  if (typeof value !== 'number' || !(value >= min && value <= max)) return 'no-number';
  const steps = (value - min) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 ? null : 'no-step';
}
