import {
  type AnswerFault,
  type Asked,
  faultOfEntry,
  isRequired,
  isUnanswered,
} from '../../../../../contracts/answer-fault.ts';
import type { Content } from './draft.ts';

export interface FaultOfField {
  readonly key: string;
  readonly fault: AnswerFault;
}

/** A field that is only asked for when another one has a certain value is not there before. */
export function isShown(field: Asked, content: Content): boolean {
  return field.requiredWhen === undefined || isRequired(field, content);
}

/**
 * What is wrong with the answer as it would be sent, in the order of the form. Who and what there is the API knows, which has the last
 * word.
 */
export function faultsOf(fields: readonly Asked[], content: Content): FaultOfField[] {
  const answer = answerOf(fields, content);
  return fields.flatMap((field) => {
    const fault = faultOfEntry(field, answer);
    return fault ? [{ key: field.key, fault }] : [];
  });
}

/** The answer as it is sent: what is not shown, and what is blank, is not in it. */
export function answerOf(fields: readonly Asked[], content: Content): Content {
  const shown = fields.filter((field) => isShown(field, content) && !isUnanswered(field, content[field.key]));
  return Object.fromEntries(shown.map(({ key }) => [key, content[key]!]));
}
