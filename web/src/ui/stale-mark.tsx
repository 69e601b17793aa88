import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isHearing } from '../api/news.ts';
import { clockOf } from '../format/date.ts';
import { useReader } from '../format/reader.ts';
import classes from './stale-mark.module.css';

/** So long without an answer, and what is shown may not be so any more; how often that is looked at. In milliseconds. */
const STALE_MS = 60_000;
const LOOK_MS = 5_000;

/**
 * Says quietly from when a page is that could not be read again for a minute. As long as the API says by itself what has changed,
 * what was read is as it was, however long ago.
 * @param readAt by this machine's clock
 * @param failed whether it was tried since, and could not be read
 */
export function StaleMark({ readAt, failed = false }: { readAt: number; failed?: boolean }) {
  const { t } = useTranslation();
  const reader = useReader();
  const [now, look] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => look(Date.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  if (now - readAt < STALE_MS || (isHearing() && !failed)) return null;
  return (
    <p className={classes.stale} role="status">
      {t('ui.stale', { time: clockOf(reader, readAt) })}
    </p>
  );
}
