import { Button } from '@mantine/core';
import IconDeviceDesktop from '@tabler/icons-react/icons/IconDeviceDesktop';
import IconDeviceMobile from '@tabler/icons-react/icons/IconDeviceMobile';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../../../api/problem.ts';
import { whenOf } from '../../../format/due.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { sessionsQuery, useEndAll, useEndSession } from '../api/sessions.ts';
import classes from './listed.module.css';

const MOBILE: ReadonlySet<string> = new Set(['iOS', 'Android']);

/** Where I am signed in, and the way out of each, and of all. */
export function Devices() {
  const { t } = useTranslation();
  const reader = useReader();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const end = useEndSession();
  const endAll = useEndAll();
  const now = Date.now();
  return (
    <section aria-labelledby="devices">
      <h2 id="devices">{t('settings.devices')}</h2>
      {error && <ErrorSentence error={error} again={() => void refetch()} />}
      <ul className={classes.list}>
        {data?.sessions.map(({ id, browser, system, current, seenAt }) => {
          const Device = MOBILE.has(system ?? '') ? IconDeviceMobile : IconDeviceDesktop;
          const name = [browser, system].filter(Boolean).join(' · ') || t('settings.unknownDevice');
          return (
            <li key={id}>
              <Device size={20} stroke={1.7} aria-hidden="true" />
              <span className={classes.what}>
                <span className={classes.name}>{name}</span>
                <span className={classes.quiet}>
                  {current ? t('settings.here') : t('settings.seen', { when: whenOf(t, reader, seenAt, now) })}
                </span>
              </span>
              {!current && (
                <Button
                  variant="default"
                  onClick={() => end.mutate(id)}
                  disabled={end.isPending}
                  aria-label={t('settings.endOn', { name })}
                >
                  {t('app.signOut')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {[end, endAll].map(
        (act, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: there are two
          act.isError && <Refused key={at} error={act.error} />,
      )}
      {data && (
        <div className={classes.all}>
          <Button variant="default" onClick={() => endAll.mutate()} disabled={endAll.isPending}>
            {t('settings.endAll')}
          </Button>
          <p className={classes.quiet}>{t('settings.endAllWhat')}</p>
        </div>
      )}
    </section>
  );
}

/** Whoever has signed in here long ago signs in once more, so that nobody who finds the machine open ends what is theirs. */
function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!hasCode(error, 'sign-in-again')) return <ErrorSentence error={error} />;
  return (
    <div className={classes.secret} role="alert">
      <p>{(error as Error).message}</p>
      <Button component="a" variant="default" href="/sign-in?to=/settings">
        {t('settings.signInAgain')}
      </Button>
    </div>
  );
}
