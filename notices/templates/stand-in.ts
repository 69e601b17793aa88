import { z } from 'zod';
import { daysEn, daysZh } from './days.ts';
import { Day, type Speech } from './template.ts';

/** In whose place somebody is asked, and why: they are away from one day to another, or (null) have left. */
export const StandIns = z
  .array(z.object({ name: z.string(), away: z.object({ from: Day, to: Day }).nullable() }))
  .default([]);
type StandIns = z.output<typeof StandIns>;

/** A letter names so many. */
const MOST_NAMED = 5;

export function standInEn(standsInFor: StandIns, say: Speech): string | false {
  const named = standsInFor
    .slice(0, MOST_NAMED)
    .map(({ name, away }) =>
      away ? `${name}, who is away ${daysEn(away.from, away.to, say)}` : `${name}, who has left the company`,
    );
  return named.length > 0 && `You are asked in the place of ${named.join('; ')}.`;
}

export function standInZh(standsInFor: StandIns, say: Speech): string | false {
  const named = standsInFor
    .slice(0, MOST_NAMED)
    .map(({ name, away }) => (away ? `${name}（${daysZh(away.from, away.to, say)} 休假）` : `${name}（已离职）`));
  return named.length > 0 && `现由您代${named.join('、')}办理。`;
}
