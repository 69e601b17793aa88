import { pathOf, processTypeOf, type StreamId } from '../contracts/ids.ts';
import type { ProblemCode } from '../contracts/problems.ts';
import type { Because, FactsOf, RefusalKey } from '../contracts/refusals/refusal.ts';
import type { Rejection } from '../domain/process.ts';
import { refuse } from '../domain/refuse.ts';

/** The "no" of a view: a code of the table of problems, and one sentence for whoever asked. */
export class Refused extends Error {
  readonly code: ProblemCode;
  /** Of what the sentence is made, for other languages. */
  readonly because: Because | undefined;

  constructor(code: ProblemCode, detail: string, because?: Because) {
    super(detail);
    this.code = code;
    this.because = because;
  }
}

/** The "no" of a view with the same words as that of a command. */
export function refused({ code, detail, because }: Rejection): Refused {
  return new Refused(code as ProblemCode, detail, because);
}

/** The "no" of a view by the key of its sentences. */
export const refusing = <K extends RefusalKey>(key: K, facts: FactsOf<K>) => refused(refuse(key, facts));

export const notFound = (what: string) => new Refused('not-found', what);

export function notFoundStream(stream: StreamId): Refused {
  return refusing('not-found/no-stream', { kind: processTypeOf(stream), id: pathOf(stream) });
}
