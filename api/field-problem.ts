import { faultInWords } from '../contracts/fault-words.ts';
import { type Problem, problem } from './problem.ts';

/** Where in a request something stands. */
export type PartOfRequest = 'body' | 'path' | 'query' | 'header';

/** One sentence about a field that does not fit: which part of the request, which field, what is wrong. */
export function problemOfField(
  part: PartOfRequest,
  issue: { readonly path: readonly PropertyKey[]; readonly message: string },
): Problem {
  const { field, fault } = faultInWords(issue);
  return issue.path.length
    ? problem('input-invalid/field', { part, field, fault })
    : problem('input-invalid/part', { part, fault });
}
