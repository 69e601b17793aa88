import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { whenOf } from '../../../format/due.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { feedQuery, useNewFeed, useNoFeed } from '../api/feed.ts';
import classes from './listed.module.css';
import { Secret } from './secret.tsx';

/** The address that my calendar reads my courses from: whoever has it reads them, so that it is shown once and can be renewed. */
export function Feed() {
  const { t } = useTranslation();
  const reader = useReader();
  const { data, error, refetch } = useQuery(feedQuery);
  const renew = useNewFeed();
  const end = useNoFeed();
  const has = data !== undefined && data.madeAt !== null;
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{t('settings.calendar')}</h2>
      <p className={classes.quiet}>{t('settings.calendarWhat')}</p>
      {renew.data && <Secret what={t('settings.calendarIs')} secret={`${window.location.origin}${renew.data.path}`} />}
      {data && data.madeAt !== null && (
        <p className={classes.quiet}>
          {t('settings.calendarMade', { when: whenOf(t, reader, data.madeAt, Date.now()) })}
        </p>
      )}
      {error && <ErrorSentence error={error} again={() => void refetch()} />}
      {renew.isError && <ErrorSentence error={renew.error} />}
      {end.isError && <ErrorSentence error={end.error} />}
      {data && (
        <p className={classes.acts}>
          <Button variant="default" onClick={() => renew.mutate()} disabled={renew.isPending}>
            {t(has ? 'settings.calendarRenew' : 'settings.calendarNew')}
          </Button>
          {has && (
            <Button
              variant="default"
              onClick={() => end.mutate(undefined, { onSuccess: () => renew.reset() })}
              disabled={end.isPending}
            >
              {t('settings.calendarEnd')}
            </Button>
          )}
        </p>
      )}
    </section>
  );
}
