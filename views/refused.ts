import { pathOf, processTypeOf, type StreamId } from '../contracts/ids.ts';
import type { ProblemCode } from '../contracts/problems.ts';

/** The "no" of a view: a code of the table of problems, and one sentence for whoever asked. */
export class Refused extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

export const notFound = (what: string) => new Refused('not-found', what);

export function notFoundStream(stream: StreamId): Refused {
  return notFound(`There is no ${processTypeOf(stream)} ${pathOf(stream)}; check its id.`);
}
