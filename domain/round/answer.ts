import { type AnswerFault, faultOfEntry, isUnanswered } from '../../contracts/answer-fault.ts';
import { NeedId } from '../../contracts/cycle/needs.ts';
import { entryOf } from '../../contracts/entry.ts';
import type { Answer, Field, Form, IdSource, Label } from '../../contracts/form.ts';
import { personal } from '../../contracts/private.ts';
import type { SealedAnswer } from '../../contracts/round.ts';
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
    const fault = faultOfField(field, answer, organisation);
    if (fault) return fault;
  }
  return null;
}

function faultOfField(field: Field, answer: Answer, organisation: OrganisationState): Rejection | null {
  const fault = faultOfEntry(field, answer);
  if (fault) return refusalOf(field, fault);
  const value = entryOf(answer, field.key);
  if ((field.kind !== 'people' && field.kind !== 'ids') || !Array.isArray(value)) return null;
  const from = field.kind === 'people' ? 'people' : field.from;
  for (const id of value) {
    const unknown = faultOfId(field.label, from, id, organisation);
    if (unknown) return unknown;
  }
  return null;
}

function refusalOf(field: Field, fault: AnswerFault): Rejection {
  const { label } = field;
  if (fault === 'missing') return refuse('answer-invalid/missing', { label });
  switch (field.kind) {
    case 'score':
      return fault === 'no-step'
        ? refuse('answer-invalid/no-step', { label, step: field.step })
        : refuse('answer-invalid/no-number', { label, min: field.min, max: field.max });
    case 'choice':
      return refuse('answer-invalid/no-option', { label, options: field.options.map((o) => o.value) });
    case 'text':
      if (fault === 'too-short') return refuse('answer-invalid/too-short', { label, characters: field.minLength });
      return fault === 'too-long'
        ? refuse('answer-invalid/too-long', { label, characters: field.maxLength })
        : refuse('answer-invalid/no-text', { label });
    case 'flag':
      return refuse('answer-invalid/no-flag', { label });
    case 'date':
      return refuse('answer-invalid/no-day', { label });
    default:
      return refuse('answer-invalid/no-list', { label, most: field.max });
  }
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
