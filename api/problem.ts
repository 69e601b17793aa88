import { isProblemCode, PROBLEMS, type ProblemCode, type ProblemDetails, problemType } from '../contracts/problems.ts';

/** A "no" on its way to the caller: a code of the table, and one sentence for a person. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.code = code;
    this.headers = headers;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }

  /** The problem as it travels. @param path what was asked for */
  details(path: string): ProblemDetails {
    const { status, title } = PROBLEMS[this.code];
    return { type: problemType(this.code), title, status, detail: this.message, instance: path };
  }
}

/** When to ask again where too much is under way. */
export const SOON = { 'retry-after': '5' };

/** The engine's rejection as a problem. A code that the table lacks is our mistake, but the sentence still helps. */
export function problemOfRejection(code: string, detail: string): Problem {
  const passes = code === 'too-much-at-once' || code === 'engine-unavailable';
  return new Problem(isProblemCode(code) ? code : 'not-allowed', detail, passes ? SOON : {});
}

export const notFound = (what: string) => new Problem('not-found', what);
