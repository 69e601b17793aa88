import type { Authority } from '../../access/authority.ts';
import type { Instant, StreamId } from '../../contracts/ids.ts';
import type { RoundView } from '../../contracts/views/round.ts';
import type { Pool } from '../../db/connection.ts';
import { type RoundFilter, roundViews } from '../../db/views/round.ts';
import { type OwnedTask, taskView } from '../../db/views/tasks.ts';
import { noTaskOfYours } from '../../domain/round/refusals.ts';
import { notFoundStream, refused } from '../refused.ts';
import type { Sources } from '../sources.ts';

/** Rounds as somebody sees them: all of them, or those that they take part in, with their own tasks alone counted. */
export function roundsSeen(
  pool: Pool,
  filter: Omit<RoundFilter, 'with'>,
  who: Authority,
  now: Instant,
): Promise<RoundView[]> {
  return roundViews(pool, { ...filter, with: who.all ? undefined : who.person }, now);
}

/** A round. @throws Refused `not-found` for one that is none of their business, as for one that is not there */
export async function roundSeen(pool: Pool, id: StreamId, who: Authority, now: Instant): Promise<RoundView> {
  const [round] = await roundsSeen(pool, { id }, who, now);
  if (!round) throw notFoundStream(id);
  return round;
}

/** A task as its table tells it, for its assignee and whoever sees all. @throws Refused `not-found` for everybody else, as for one that is not there */
export async function taskSeen(
  { pool, keys }: Pick<Sources, 'pool' | 'keys'>,
  { round, task }: { readonly round: StreamId; readonly task: string },
  who: Authority,
  now: Instant,
): Promise<OwnedTask> {
  const found = await taskView(pool, keys, { round, task, viewer: who.person, all: who.all }, now);
  if (found) return found;
  throw refused(noTaskOfYours(round, task));
}
