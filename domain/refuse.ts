import { cut } from '../contracts/cleaned.ts';
import type { Sentence } from '../contracts/form.ts';
import type { ProblemCode } from '../contracts/problems.ts';
import { type Because, codeOf, type FactsOf, type RefusalKey } from '../contracts/refusals/refusal.ts';
import { say } from '../contracts/refusals/say.ts';
import type { Rejection } from './process.ts';

/** "No", by the key of its sentences and the facts in them, so that everybody reads it in their language. */
export function refuse<K extends RefusalKey>(key: K, facts: FactsOf<K>): Rejection {
  const because = { key, facts };
  return { rejected: true, code: codeOf(key), detail: say('en', because)!, because };
}

/** What is wrong, by the key of its sentences, for a sentence that tells of it. */
export function because<K extends RefusalKey>(key: K, facts: FactsOf<K>): Because {
  return { key, facts };
}

/** "No", thrown by what reckons, for whoever has called it to say. */
export class SaidNo extends Error {
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(rejection.detail);
    this.rejection = rejection;
  }
}

/** A sentence has so many characters at most. */
const LONGEST = 4000;

/** A sentence in both languages, for what is kept and shown to people of either. */
export function inBoth(why: Because): Sentence {
  return { en: cut(say('en', why)!, LONGEST), 'zh-CN': cut(say('zh-CN', why)!, LONGEST) };
}

/** "No", for what is known to be wrong already. */
export function refusalOf(why: Because): Rejection {
  return { rejected: true, code: codeOf(why.key as RefusalKey), detail: say('en', why)!, because: why };
}

/** "No" of a kind of procedure from outside, which brings its sentence in both languages. @param code a key of contracts/problems.ts */
export function reject(code: ProblemCode, said: Sentence): Rejection {
  return { ...refuse('not-allowed/said', { fault: said }), code };
}
