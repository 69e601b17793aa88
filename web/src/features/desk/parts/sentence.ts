import type { TFunction } from 'i18next';
import { atTheBeginning, durationOf, spelled } from '../../../format/amount.ts';
import type { DeskGroup } from '../api/get-desk.ts';

/** How long what is left of it takes, in minutes. */
export const minutesLeft = ({ total, done, minutes }: DeskGroup) => (total - done) * minutes;

/** "Three things are asked of you, about 4½ hours in all. One is late." */
export function sentenceOf(t: TFunction, groups: readonly DeskGroup[]): string {
  const minutes = groups.reduce((sum, group) => sum + minutesLeft(group), 0);
  const late = groups.filter((group) => group.late).length;
  const asked = t('desk.asked', {
    count: groups.length,
    things: spelled(t, groups.length),
    time: durationOf(t, minutes),
  });
  if (!late) return atTheBeginning(asked);
  const first = atTheBeginning(asked);
  if (late === groups.length) return `${first}${t('desk.lateAll', { count: late })}`;
  return `${first}${t('desk.late', { count: late, things: atTheBeginning(spelled(t, late)) })}`;
}
