import { digestOf } from '../db/hash.ts';
import type { Status } from '../domain/process.ts';

/** What a stream's workflow goes by, as a digest: when it differs from what the workflow was told, it has to look. */
export function toldOf({ stage, closed, rounds, work, news }: Status): string {
  return digestOf(JSON.stringify([stage, closed, rounds, work.map((w) => [w.kind, w.key]), news])).slice(0, 22);
}
