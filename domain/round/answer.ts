import type { Answer, Field, Form } from '../../contracts/form.ts';
import { personal } from '../../contracts/private.ts';
import type { SealedAnswer } from '../../contracts/round.ts';

/** The first thing that is wrong with an answer, as a sentence; null when it fits the form. */
export function faultOf(form: Form, answer: Answer): string | null {
  const known = new Set(form.fields.map((f) => f.key));
  for (const key of Object.keys(answer)) {
    if (!known.has(key)) return `The form has no field "${key}"; it has ${[...known].join(', ')}.`;
  }
  for (const field of form.fields) {
    const fault = faultOfField(field, answer[field.key], isRequired(field, answer));
    if (fault) return fault;
  }
  return null;
}

function isRequired({ required, requiredWhen }: Field, answer: Answer): boolean {
  return required || (requiredWhen !== undefined && answer[requiredWhen.field] === requiredWhen.equals);
}

function faultOfField(field: Field, value: Answer[string] | undefined, required: boolean): string | null {
  const name = `"${field.label.en}"`;
  if (value === undefined || value === null || value === '') {
    return required ? `${name} is not answered; fill it in before you submit.` : null;
  }
  switch (field.kind) {
    case 'score':
      return faultOfScore(field, value, name);
    case 'choice':
      return field.options.some((o) => o.value === value)
        ? null
        : `${name} must be one of ${field.options.map((o) => o.value).join(', ')}.`;
    case 'text':
      if (typeof value !== 'string') return `${name} must be text.`;
      if (value.trim().length < field.minLength) return `${name} needs at least ${field.minLength} characters.`;
      return value.length <= field.maxLength ? null : `${name} may have at most ${field.maxLength} characters.`;
    case 'flag':
      return typeof value === 'boolean' ? null : `${name} must be yes or no.`;
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
        ? null
        : `${name} must be a day like 2027-03-15.`;
    default:
      return Array.isArray(value) && value.length <= field.max
        ? null
        : `${name} must be a list of at most ${field.max}.`;
  }
}

function faultOfScore(field: Extract<Field, { kind: 'score' }>, value: unknown, name: string): string | null {
  if (typeof value !== 'number' || value < field.min || value > field.max) {
    return `${name} must be a number from ${field.min} to ${field.max}.`;
  }
  const steps = (value - field.min) / field.step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 ? null : `${name} goes in steps of ${field.step}.`;
}

/** Marks free text as belonging to the person it is about, so that the ledger seals it. */
export function withPrivateText(form: Form, answer: Answer, of: string): SealedAnswer {
  const marked: SealedAnswer = {};
  for (const field of form.fields) {
    const value = answer[field.key];
    if (value === undefined) continue;
    marked[field.key] = field.kind === 'text' && typeof value === 'string' ? personal(of, value) : value;
  }
  return marked;
}
