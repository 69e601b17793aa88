import { entryOf } from '../../contracts/entry.ts';
import type { Answer, Field, Form } from '../../contracts/form.ts';
import type { Instant, PersonId } from '../../contracts/ids.ts';
import { localDay } from '../procedure/timetable.ts';

/** What an answer is supposed at. */
export interface Moment {
  readonly now: Instant;
  /** Somebody who can be named where a form asks for people. */
  readonly somebody: PersonId;
  readonly how: 'least' | 'most';
}

/**
 * An answer that a form takes: what it requires, of each field the first thing that fits; `most`: with the highest marks, and
 * all that can be chosen.
 */
export function supposedAnswer(form: Form, moment: Moment): Answer {
  const answer: Record<string, Answer[string]> = {};
  for (const field of form.fields) if (field.required) answer[field.key] = supposedIn(field, moment);
  // What is required only by another answer is required now.
  for (const field of form.fields) {
    const { requiredWhen: when } = field;
    if (when && entryOf(answer, when.field) === when.equals) answer[field.key] = supposedIn(field, moment);
  }
  return answer;
}

function supposedIn(field: Field, { now, somebody, how }: Moment): Answer[string] {
  switch (field.kind) {
    case 'score':
      return how === 'most' ? field.max : field.min;
    case 'choice':
      return field.options[0]!.value;
    case 'text':
      return 'x'.repeat(Math.max(1, field.minLength));
    case 'flag':
      return true;
    case 'date':
      return localDay(now, 'UTC');
    case 'people':
      return [somebody];
    case 'ids':
      return how === 'most' && Array.isArray(field.from) ? field.from.slice(0, field.max) : [];
  }
}
