import type { KeyRing } from './keys.ts';

/**
 * What of a row only this installation can say, 128 bits: by such rows people are shown what they hold, and rows can be written by whoever has
 * got to the database. Cheaper than a signature, and for those alone who take turns.
 */
export function proofOf(keys: Pick<KeyRing, 'secretOf'>, ...said: readonly (string | null)[]): string {
  return keys.secretOf('row', JSON.stringify(said)).slice(0, 32);
}

/** Who holds a task. */
export function holderProof(keys: Pick<KeyRing, 'secretOf'>, round: string, task: string, assignee: string): string {
  return proofOf(keys, 'holder', round, task, assignee);
}

/** What was said in a task, as it is kept. */
export function wordsProof(keys: Pick<KeyRing, 'secretOf'>, round: string, task: string, words: string): string {
  return proofOf(keys, 'words', round, task, words);
}

/** That somebody has let a program in, and with what: nobody who can write rows agrees for them. */
export function pairingProof(
  keys: Pick<KeyRing, 'secretOf'>,
  granted: {
    readonly device: string;
    readonly person: string | null;
    readonly scope: string | null;
    readonly days: number | null;
    readonly way: string | null;
    readonly vouched: readonly string[] | null;
  },
): string {
  const { device, person, scope, days, way, vouched } = granted;
  return proofOf(keys, 'pairing', device, person, scope, String(days), way, JSON.stringify(vouched));
}
