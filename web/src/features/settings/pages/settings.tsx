import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { settingsQuery } from '../api/settings.ts';
import { Deputy } from '../parts/deputy.tsx';
import { Devices } from '../parts/devices.tsx';
import { Feed } from '../parts/feed.tsx';
import { Letters } from '../parts/letters.tsx';
import { Own } from '../parts/own.tsx';
import { Tokens } from '../parts/tokens.tsx';
import classes from './settings.module.css';

/** How Rostrum speaks and looks for me, when it writes, who stands in for me, and what I am signed in by. */
export function Settings() {
  const { t } = useTranslation();
  const { data: settings, error, refetch } = useQuery(settingsQuery);
  return (
    <Page title={t('app.places.settings')} reading>
      <h1>{t('app.places.settings')}</h1>
      <div className={classes.all}>
        {settings ? (
          <>
            <Own settings={settings} />
            <Letters settings={settings} />
            <Deputy deputy={settings.deputy} />
          </>
        ) : error ? (
          <ErrorSentence error={error} again={() => void refetch()} />
        ) : (
          <LoadingCards count={1} />
        )}
        <Feed />
        <Devices />
        <Tokens />
      </div>
    </Page>
  );
}
