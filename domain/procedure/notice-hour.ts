import type { Instant } from '../../contracts/ids.ts';
import { letterHour } from '../calendar/civil.ts';
import { personTime } from '../organisation/directory.ts';
import type { Context, Notice } from '../process.ts';

/** When a message that is written now may go out: at a civil hour of whoever gets it, unless it cannot wait so long. */
export function notBeforeOf(
  { to, waits }: Notice,
  { now, organisation }: Pick<Context, 'now' | 'organisation'>,
): Instant {
  return waits === false ? now : letterHour(now, personTime(organisation, to), waits ?? null);
}
