import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/me.ts';
import { onSignedOut, refusedActs } from '../../api/signed-out.ts';
import { Sheet } from '../../ui/sheet.tsx';
import classes from './signed-out-sheet.module.css';

/** So often it is looked whether somebody has signed in in another tab, in milliseconds. */
const LOOK_MS = 3_000;

/**
 * The session has ended while a page was open. The page waits below with all that was typed; whoever signs in again in another tab
 * comes back to it as it is: who has answered takes this sheet away.
 */
export default function SignedOutSheet() {
  const { t } = useTranslation();
  const { href } = useLocation();
  const acts = useSyncExternalStore(onSignedOut, refusedActs);
  /** So many acts were refused when it was put away: the next one brings it back. */
  const [closed, close] = useState<number>();
  // Asked under another key: that nobody is signed in must not take away from the page below whose it is.
  useQuery({
    ...meQuery,
    queryKey: ['me', 'again'],
    refetchInterval: LOOK_MS,
    refetchOnWindowFocus: 'always',
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  if (closed === acts) return null;
  return (
    <Sheet title={t('app.out.title')} close={() => close(acts)}>
      <p className={classes.what}>{t('app.out.what')}</p>
      <div className={classes.ways}>
        <Button component="a" href="/sign-in?to=/desk" target="_blank" rel="noreferrer">
          {t('app.out.again')}
        </Button>
        <Button component="a" variant="default" href={`/sign-in?to=${encodeURIComponent(href)}`}>
          {t('app.out.here')}
        </Button>
      </div>
      <p className={classes.quiet}>{t('app.out.comesBack')}</p>
    </Sheet>
  );
}
