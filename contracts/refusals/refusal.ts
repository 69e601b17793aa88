import type { Label } from '../form.ts';
import type { ProblemCode } from '../problems.ts';
import { EN } from './en.ts';

export type RefusalKey = keyof typeof EN;

/** The names in braces of a sentence. */
type NamesIn<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/**
 * What a refusal speaks of: ids, figures, days as they are written, titles in both languages, words such as the state of a task, or
 * what another sentence says.
 */
export type Fact = string | number | Label | Because | readonly (string | Because)[];
export type Facts = Readonly<Record<string, Fact>>;
export type FactsOf<K extends RefusalKey> = { readonly [N in NamesIn<(typeof EN)[K]>]: Fact };

/** Why something was refused, for whoever words it in a language: no more than its sentence says. */
export interface Because {
  readonly key: string;
  readonly facts: Facts;
}

export type CodeIn<K extends RefusalKey> = K extends `${infer Code}/${string}` ? Code : never;

/** The code of the problem that a refusal is. */
export function codeOf(key: RefusalKey): ProblemCode {
  return key.slice(0, key.indexOf('/')) as ProblemCode;
}

/** True for the key of a refusal that has its sentences; one that was kept long ago may have none any more. */
export function isRefusalKey(key: string): key is RefusalKey {
  return Object.hasOwn(EN, key);
}
