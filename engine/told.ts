import { digestOf } from '../db/hash.ts';
import type { Held } from '../db/standing.ts';
import type { Status } from '../domain/process.ts';

/** What a stream's workflow goes by, as a digest: when it differs from what the workflow was told, it has to look. */
export function toldOf({ stage, closed, rounds, work, news }: Status): string {
  return digestOf(JSON.stringify([stage, closed, rounds, work.map((w) => [w.kind, w.key]), news])).slice(0, 22);
}

/** What a stream's workflow is to wait for, beside the hour, as its row keeps it. */
export function waitsOf({ rounds, work }: Pick<Status, 'rounds' | 'work'>): string {
  return JSON.stringify({ rounds, work: work.map(({ kind, key }) => ({ kind, key })) });
}

/** How a stream stands by its row alone, without a fold; undefined: the row does not tell. */
export function statusIn({ version, stage, closed, wake, news, waits }: Held): Status | undefined {
  if (version === 0 || waits === null) return undefined;
  const { rounds, work } = JSON.parse(waits) as Pick<Status, 'rounds' | 'work'>;
  return { stage, closed, rounds, work, wake, news };
}
