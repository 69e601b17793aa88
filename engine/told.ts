import type { StreamId } from '../contracts/ids.ts';
import { digestOf } from '../db/hash.ts';
import type { Held, Told } from '../db/standing.ts';
import { processOf } from '../domain/kinds.ts';
import type { Status } from '../domain/process.ts';

/** What a stream's workflow goes by, as a digest: when it differs from what the workflow was told, it has to look. */
export function toldOf({ stage, closed, rounds, work, news }: Status): string {
  return digestOf(JSON.stringify([stage, closed, rounds, work.map((w) => [w.kind, w.key]), news])).slice(0, 22);
}

/** By what a status was reckoned: the shape of the state, and the version of the organisation. */
export interface Reckoned {
  readonly state: number;
  readonly organisation: number;
}

export function reckonedBy(stream: StreamId, organisation: number): Reckoned {
  return { state: processOf(stream).stateVersion, organisation };
}

/** What is written down of what a workflow is told. */
export function toldIn(status: Status): Told {
  const { wake, work } = status;
  return { digest: toldOf(status), wake, work: work.map((w) => `${w.kind} ${w.key}`) };
}

/** What a stream's workflow is to wait for, beside the hour, as its row keeps it, and by what that was reckoned. */
export function waitsOf({ rounds, work }: Pick<Status, 'rounds' | 'work'>, { state, organisation }: Reckoned): string {
  return JSON.stringify({ by: [state, organisation], rounds, work: work.map(({ kind, key }) => ({ kind, key })) });
}

/**
 * How a stream stands by its row alone, without a fold; undefined: the row does not tell, or was written by other rules or
 * another organisation, whose calendars may give other hours.
 */
export function statusIn(
  { version, stage, closed, wake, news, waits }: Held,
  { state, organisation }: Reckoned,
): Status | undefined {
  if (version === 0 || waits === null) return undefined;
  const { by, rounds, work } = JSON.parse(waits) as Pick<Status, 'rounds' | 'work'> & { by: readonly number[] };
  if (by[0] !== state || by[1] !== organisation) return undefined;
  return { stage, closed, rounds, work, wake, news };
}
