import { codeOf, type FactsOf, type RefusalKey } from '../contracts/refusals/refusal.ts';
import { say } from '../contracts/refusals/say.ts';
import type { Rejection } from './process.ts';

/** "No", by the key of its sentences and the facts in them, so that everybody reads it in their language. */
export function refuse<K extends RefusalKey>(key: K, facts: FactsOf<K>): Rejection {
  const because = { key, facts };
  return { rejected: true, code: codeOf(key), detail: say('en', because)!, because };
}
