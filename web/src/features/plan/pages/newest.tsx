import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { cyclesQuery } from '../api/cycle.ts';
import classes from '../parts/plan.module.css';

/** Leads to the newest plan that is approved; where none is, it says so. */
export function NewestPlan() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(cyclesQuery);
  const [newest] = (data?.cycles ?? [])
    .filter(({ digest, cancelled }) => digest !== null && !cancelled)
    .sort((a, b) => (a.period.from < b.period.from ? 1 : -1));
  if (newest) return <Navigate to="/plan/$cycle" params={{ cycle: newest.id.replace(/^cycle:/, '') }} replace />;
  return (
    <Page title={t('app.places.plan')} reading>
      {data ? (
        <>
          <h1>{t('plan.none')}</h1>
          <p className={classes.sentence}>{t('plan.noneWhat')}</p>
        </>
      ) : error ? (
        <ErrorSentence whole error={error} again={() => void refetch()} />
      ) : (
        <LoadingCards count={1} />
      )}
    </Page>
  );
}
