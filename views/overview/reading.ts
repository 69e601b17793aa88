import type { Authority } from '../../access/authority.ts';
import type { Instant, StreamId } from '../../contracts/ids.ts';
import type { OverviewView } from '../../contracts/views/me/overview.ts';
import { cycleLines } from '../../db/views/cycles.ts';
import { inboxOf } from '../../db/views/inbox.ts';
import { namesOf } from '../../db/views/selections.ts';
import { ratingRoundOf } from '../cycle/overview.ts';
import type { RoundProgress } from '../cycle/progress.ts';
import { readCycle } from '../cycle/reading.ts';
import type { Sources } from '../sources.ts';
import { overviewOf, peopleOfOverview } from './overview.ts';

/**
 * The one screen of somebody: of the newest cycle, or of the one that is asked for.
 * @throws Refused `not-found` when that is not there
 */
export async function overviewSeen(
  { pool, reader }: Pick<Sources, 'pool' | 'reader'>,
  progress: RoundProgress,
  { cycle }: { readonly cycle?: StreamId | undefined },
  who: Authority,
  now: Instant,
): Promise<OverviewView> {
  const [inbox, lines] = await Promise.all([inboxOf(pool, who.person, now), cycle ? [] : cycleLines(pool)]);
  const wanted = cycle ?? lines.find((line) => !line.cancelled)?.id;
  const reading = wanted === undefined ? undefined : await readCycle(reader, wanted as StreamId, who);
  const ratings = await progress.of(reading && ratingRoundOf(reading.state));
  const view = overviewOf(reading, inbox, ratings, now);
  return { ...view, names: Object.fromEntries(await namesOf(pool, peopleOfOverview(view))) };
}
