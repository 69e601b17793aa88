import { NeedId } from '../../contracts/cycle/needs.ts';
import { entryOf } from '../../contracts/entry.ts';
import type { Answer, Field, Form, IdSource, Label } from '../../contracts/form.ts';
import { Day } from '../../contracts/organisation.ts';
import { personal } from '../../contracts/private.ts';
import type { SealedAnswer } from '../../contracts/round.ts';
import { cleaned } from '../../contracts/text.ts';
import { emptyOrganisation, type OrganisationState } from '../organisation/state.ts';
import type { Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import type { Task } from './state.ts';

/** How many of the ids that may be named a refusal names. */
const MOST_NAMED = 10;

/** The first thing that is wrong with an answer; null when it fits the form and names who and what there is. */
export function faultOf(form: Form, answer: Answer, organisation = emptyOrganisation()): Rejection | null {
  const known = new Set(form.fields.map((f) => f.key));
  for (const key of Object.keys(answer)) {
    if (!known.has(key)) return refuse('answer-invalid/no-field', { field: named(key), fields: [...known] });
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
): Rejection | null {
  const { label } = field;
  if (isUnanswered(field, value)) return required ? refuse('answer-invalid/missing', { label }) : null;
  switch (field.kind) {
    case 'score':
      return faultOfScore(field, value);
    case 'choice':
      return field.options.some((o) => o.value === value)
        ? null
        : refuse('answer-invalid/no-option', { label, options: field.options.map((o) => o.value) });
    case 'text':
      if (typeof value !== 'string') return refuse('answer-invalid/no-text', { label });
      if (value.trim().length < field.minLength)
        return refuse('answer-invalid/too-short', { label, characters: field.minLength });
      return value.length <= field.maxLength
        ? null
        : refuse('answer-invalid/too-long', { label, characters: field.maxLength });
    case 'flag':
      return typeof value === 'boolean' ? null : refuse('answer-invalid/no-flag', { label });
    case 'date':
      return Day.safeParse(value).success ? null : refuse('answer-invalid/no-day', { label });
    default:
      return faultOfList(field, value, organisation);
  }
}

type ListField = Extract<Field, { kind: 'people' | 'ids' }>;

function faultOfList(field: ListField, value: unknown, organisation: OrganisationState): Rejection | null {
  const { label, max } = field;
  if (!Array.isArray(value) || value.length > max) return refuse('answer-invalid/no-list', { label, most: max });
  const from = field.kind === 'people' ? 'people' : field.from;
  for (const id of value) {
    const fault = faultOfId(label, from, id, organisation);
    if (fault) return fault;
  }
  return null;
}

/** An id as a refusal may repeat it. Refusals are kept in the open, so words in the place of an id are not repeated. */
const named = (id: string) => (/^[\w.:-]{1,64}$/.test(id) ? id : '…');

function faultOfId(label: Label, from: IdSource, id: string, organisation: OrganisationState): Rejection | null {
  if (from === 'people')
    return organisation.people.has(id) ? null : refuse('answer-invalid/no-employee', { label, id: named(id) });
  if (from === 'needs')
    return NeedId.safeParse(id).success ? null : refuse('answer-invalid/no-need', { label, id: named(id) });
  if (from.includes(id)) return null;
  const some = from.length ? from.slice(0, MOST_NAMED) : ['nothing'];
  const ids = from.length > MOST_NAMED ? `${some.join(', ')} …` : some;
  return refuse('answer-invalid/not-to-choose', { label, id: named(id), ids });
}

/** Blanks are no answer, and neither is nobody; a ballot for none of the candidates is one. */
function isUnanswered(field: Field, value: Answer[string] | undefined): boolean {
  if (typeof value === 'string') return cleaned(value) === '';
  return (
    value === undefined || value === null || (field.kind === 'people' && Array.isArray(value) && value.length === 0)
  );
}

function faultOfScore(field: Extract<Field, { kind: 'score' }>, value: unknown): Rejection | null {
  const { label, min, max, step } = field;
  if (typeof value !== 'number' || value < min || value > max)
    return refuse('answer-invalid/no-number', { label, min, max });
  const steps = (value - min) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 ? null : refuse('answer-invalid/no-step', { label, step });
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
