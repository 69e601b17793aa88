import { isProblemCode, PROBLEMS, type ProblemCode, type ProblemDetails, problemType } from '../contracts/problems.ts';
import type { Because, FactsOf, RefusalKey } from '../contracts/refusals/refusal.ts';
import { say } from '../contracts/refusals/say.ts';
import { TITLES_ZH } from '../contracts/refusals/titles-zh-cn.ts';
import type { Language } from '../contracts/settings.ts';
import type { Rejection } from '../domain/process.ts';
import { refuse } from '../domain/refuse.ts';

/** A "no" on its way to the caller: a code of the table, and one sentence for a person. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;
  /** Of what the sentence is made, for other languages; undefined: it is there in English alone. */
  readonly because: Because | undefined;

  constructor(code: ProblemCode, detail: string, headers: Readonly<Record<string, string>> = {}, because?: Because) {
    super(detail);
    this.code = code;
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

/** The engine's rejection as a problem. A code that the table lacks is our mistake, but the sentence still helps. */
export function problemOfRejection({ code, detail, because }: Omit<Rejection, 'rejected'>): Problem {
  const passes = code === 'too-much-at-once' || code === 'engine-unavailable';
  return new Problem(isProblemCode(code) ? code : 'not-allowed', detail, passes ? SOON : {}, because);
}

/** A problem by the key of its sentences. */
export function problem<K extends RefusalKey>(
  key: K,
  facts: FactsOf<K>,
  headers: Readonly<Record<string, string>> = {},
): Problem {
  const { code, detail, because } = refuse(key, facts);
  return new Problem(code as ProblemCode, detail, headers, because);
}
