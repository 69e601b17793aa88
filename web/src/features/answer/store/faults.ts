import type { Content } from './draft.ts';

/** A field as the API describes it, as far as what is written into it is checked here. */
export interface Checked {
  readonly key: string;
  readonly kind: string;
  readonly required?: boolean | undefined;
  readonly requiredWhen?: { readonly field: string; readonly equals: string | boolean } | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
}

export type Fault = 'missing' | 'too-short' | 'too-long' | 'out-of-range' | 'too-many';

export interface FaultOfField {
  readonly key: string;
  readonly fault: Fault;
}

/** Whether a field has to be filled in as things stand. */
export function isRequired({ required = true, requiredWhen }: Checked, content: Content): boolean {
  return required || (requiredWhen !== undefined && content[requiredWhen.field] === requiredWhen.equals);
}

/** A field that is only asked for when another one has a certain value is not there before. */
export function isShown({ required = true, requiredWhen }: Checked, content: Content): boolean {
  return required || requiredWhen === undefined || content[requiredWhen.field] === requiredWhen.equals;
}

/** What keeps an answer from being sent, in the order of the form. The API has the last word. */
export function faultsOf(fields: readonly Checked[], content: Content): FaultOfField[] {
  return fields.flatMap((field) => {
    const fault = faultOf(field, content);
    return fault ? [{ key: field.key, fault }] : [];
  });
}

function faultOf(field: Checked, content: Content): Fault | null {
  const value = content[field.key];
  if (isBlank(field, value)) return isRequired(field, content) ? 'missing' : null;
  if (typeof value === 'number') {
    return value < (field.min ?? value) || value > (field.max ?? value) ? 'out-of-range' : null;
  }
  if (typeof value === 'string' && field.kind === 'text') {
    if (value.trim().length < (field.minLength ?? 0)) return 'too-short';
    return value.length > (field.maxLength ?? Number.POSITIVE_INFINITY) ? 'too-long' : null;
  }
  return Array.isArray(value) && value.length > (field.max ?? Number.POSITIVE_INFINITY) ? 'too-many' : null;
}

/** Nobody is no answer to a question for people; none of a list is one. */
function isBlank({ kind }: Checked, value: Content[string] | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return kind === 'people' && Array.isArray(value) && value.length === 0;
}

/** The answer as it is sent: what is not shown, and what is blank, is not in it. */
export function answerOf(fields: readonly Checked[], content: Content): Content {
  const shown = fields.filter((field) => isShown(field, content) && !isBlank(field, content[field.key]));
  return Object.fromEntries(shown.map(({ key }) => [key, content[key]!]));
}
