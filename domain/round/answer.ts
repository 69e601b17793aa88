import { NeedId } from '../../contracts/cycle/needs.ts';
import { entryOf } from '../../contracts/entry.ts';
import type { Answer, Field, Form, IdSource } from '../../contracts/form.ts';
import { Day } from '../../contracts/organisation.ts';
import { personal } from '../../contracts/private.ts';
import type { SealedAnswer } from '../../contracts/round.ts';
import { cleaned } from '../../contracts/text.ts';
import { emptyOrganisation, type OrganisationState } from '../organisation/state.ts';
import type { Task } from './state.ts';

/** How many of the ids that may be named a refusal names. */
const MOST_NAMED = 10;

/** The first thing that is wrong with an answer, as a sentence; null when it fits the form and names who and what there is. */
export function faultOf(form: Form, answer: Answer, organisation = emptyOrganisation()): string | null {
  const known = new Set(form.fields.map((f) => f.key));
  for (const key of Object.keys(answer)) {
    if (!known.has(key)) return `The form has no field "${named(key)}"; it has ${[...known].join(', ')}.`;
  }
  for (const field of form.fields) {
    const fault = faultOfField(field, entryOf(answer, field.key), isRequired(field, answer), organisation);
    if (fault) return fault;
  }
  return null;
}

function isRequired({ required, requiredWhen }: Field, answer: Answer): boolean {
  return required || (requiredWhen !== undefined && entryOf(answer, requiredWhen.field) === requiredWhen.equals);
}

function faultOfField(
  field: Field,
  value: Answer[string] | undefined,
  required: boolean,
  organisation: OrganisationState,
): string | null {
  const name = `"${field.label.en}"`;
  if (isUnanswered(field, value)) {
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
      return Day.safeParse(value).success ? null : `${name} must be a day like 2027-03-15.`;
    default:
      return faultOfList(field, value, name, organisation);
  }
}

type ListField = Extract<Field, { kind: 'people' | 'ids' }>;

function faultOfList(field: ListField, value: unknown, name: string, organisation: OrganisationState): string | null {
  if (!Array.isArray(value) || value.length > field.max) return `${name} must be a list of at most ${field.max}.`;
  const from = field.kind === 'people' ? 'people' : field.from;
  for (const id of value) {
    const fault = faultOfId(from, id, organisation);
    if (fault) return `${name}: ${fault}`;
  }
  return null;
}

/** An id as a refusal may repeat it. Refusals are kept in the open, so words in the place of an id are not repeated. */
const named = (id: string) => (/^[\w.:-]{1,64}$/.test(id) ? id : '…');

function faultOfId(from: IdSource, id: string, organisation: OrganisationState): string | null {
  if (from === 'people')
    return organisation.people.has(id) ? null : `there is no employee ${named(id)}; correct the id.`;
  if (from === 'needs')
    return NeedId.safeParse(id).success ? null : `"${named(id)}" is no need; name one such as N-00001.`;
  if (from.includes(id)) return null;
  return `there is no "${named(id)}" to choose; name ${from.length ? from.slice(0, MOST_NAMED).join(', ') : 'nothing'}${from.length > MOST_NAMED ? ' …' : ''}.`;
}

/** Blanks are no answer, and neither is nobody; a ballot for none of the candidates is one. */
function isUnanswered(field: Field, value: Answer[string] | undefined): boolean {
  if (typeof value === 'string') return cleaned(value) === '';
  return (
    value === undefined || value === null || (field.kind === 'people' && Array.isArray(value) && value.length === 0)
  );
}

function faultOfScore(field: Extract<Field, { kind: 'score' }>, value: unknown, name: string): string | null {
  if (typeof value !== 'number' || value < field.min || value > field.max) {
    return `${name} must be a number from ${field.min} to ${field.max}.`;
  }
  const steps = (value - field.min) / field.step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 ? null : `${name} goes in steps of ${field.step}.`;
}

/** Whether this answer is the one that a task holds; never when it has private text, which nobody can compare. */
export function isAnsweredBy({ state, answer: held }: Task, answer: Answer): boolean {
  if (state !== 'submitted' || held === null) return false;
  const keys = [...new Set([...Object.keys(held), ...Object.keys(answer)])];
  return keys.every(
    (key) => JSON.stringify(entryOf(held as Answer, key) ?? null) === JSON.stringify(entryOf(answer, key) ?? null),
  );
}

/** Marks free text as belonging to the person it is about, so that the ledger seals it; a blank is no answer at all. */
export function withPrivateText(form: Form, answer: Answer, of: string): SealedAnswer {
  const marked: SealedAnswer = {};
  for (const field of form.fields) {
    const value = entryOf(answer, field.key);
    if (value === undefined) continue;
    if (isUnanswered(field, value)) marked[field.key] = null;
    else marked[field.key] = field.kind === 'text' && typeof value === 'string' ? personal(of, value) : value;
  }
  return marked;
}
