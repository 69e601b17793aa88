import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { weekdayOf } from '../../../format/date.ts';
import { useReader } from '../../../format/reader.ts';
import type { Selection } from '../api/selection.ts';

/** Why the public notice ends later than it was posted; nothing where it does not. */
export function Moved({ selection: { postedUntil, clockStopped } }: { selection: Selection }) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  if (postedUntil === null || clockStopped) return null;
  return <>{t('call.moved', { day: weekdayOf(reader, postedUntil, now) })}</>;
}
