import { isProblemCode, PROBLEMS, type ProblemCode, type ProblemDetails, problemType } from '../contracts/problems.ts';
import type { Because, FactsOf, RefusalKey } from '../contracts/refusals/refusal.ts';
import { say } from '../contracts/refusals/say.ts';
import { TITLES_ZH } from '../contracts/refusals/titles-zh-cn.ts';
import type { Language } from '../contracts/settings.ts';
import type { Rejection } from '../domain/process.ts';
import { refuse } from '../domain/refuse.ts';

/** A refusal as it is now, or as it was kept. */
type Said = Pick<Rejection, 'code' | 'detail'> & Partial<Pick<Rejection, 'because'>>;

/** A "no" on its way to the caller: a code of the table, and one sentence for a person. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;
  /** Of what the sentence is made; undefined: it was kept when it was worded otherwise. */
  readonly because: Because | undefined;

  constructor({ code, detail, because }: Said, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    // A code that the table lacks is our mistake, but the sentence still helps.
    this.code = isProblemCode(code) ? code : 'not-allowed';
    this.headers = headers;
    this.because = because;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }

  /** The problem as it travels. @param path what was asked for */
  details(path: string, language: Language = 'en'): ProblemDetails {
    const { code, because } = this;
    const { status, title } = PROBLEMS[code];
    return {
      ...{ type: problemType(code), title: language === 'en' ? title : TITLES_ZH[code], status },
      detail: (because && say(language, because)) ?? this.message,
      ...{ instance: path, code, because: because?.key ?? null, facts: { ...because?.facts } },
    };
  }
}

/** When to ask again where too much is under way. */
export const SOON = { 'retry-after': '5' };

/** The engine's rejection as a problem. */
export function problemOfRejection(said: Said): Problem {
  const passes = said.code === 'too-much-at-once' || said.code === 'engine-unavailable';
  return new Problem(said, passes ? SOON : {});
}

/** A problem by the key of its sentences. */
export function problem<K extends RefusalKey>(
  key: K,
  facts: FactsOf<K>,
  headers: Readonly<Record<string, string>> = {},
): Problem {
  return new Problem(refuse(key, facts), headers);
}
