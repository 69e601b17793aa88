import type { Because, FactsOf, RefusalKey } from '../../contracts/refusals/refusal.ts';
import { say } from '../../contracts/refusals/say.ts';

type FileKey = Extract<RefusalKey, `file-refused/${string}`>;

/** Why a file is not taken as evidence, in one sentence that says how to mend it. */
export class EvidenceRefused extends Error {
  readonly because: Because;

  private constructor(because: Because, options?: ErrorOptions) {
    super(say('en', because), options);
    this.because = because;
  }

  /** @param key of its sentences */
  static by<K extends FileKey>(key: K, facts: FactsOf<K>, options?: ErrorOptions): EvidenceRefused {
    return new EvidenceRefused({ key, facts }, options);
  }
}

/** The same for a file that cannot be followed to its end. */
export const damaged = (part: string): EvidenceRefused => EvidenceRefused.by('file-refused/damaged', { part });
