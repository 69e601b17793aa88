import { pathOf, processTypeOf, type StreamId } from '../contracts/ids.ts';
import type { ProblemCode } from '../contracts/problems.ts';
import type { Because, FactsOf, RefusalKey } from '../contracts/refusals/refusal.ts';
import type { Rejection } from '../domain/process.ts';
import { refuse } from '../domain/refuse.ts';

/** The "no" of a view: a code of the table of problems, and one sentence for whoever asked. */
export class Refused extends Error {
  readonly code: ProblemCode;
  /** Of what the sentence is made, for other languages. */
  readonly because: Because;

  constructor({ code, detail, because }: Rejection) {
    super(detail);
    this.code = code as ProblemCode;
    this.because = because;
  }
}

/** The "no" of a view with the same words as that of a command. */
export function refused(rejection: Rejection): Refused {
  return new Refused(rejection);
}

/** The "no" of a view by the key of its sentences. */
export const refusing = <K extends RefusalKey>(key: K, facts: FactsOf<K>) => refused(refuse(key, facts));

export function notFoundStream(stream: StreamId): Refused {
  return refusing('not-found/no-stream', { kind: processTypeOf(stream), id: pathOf(stream) });
}
