import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { waysQuery } from '../api/session.ts';
import { BeSomebody } from '../parts/be-somebody.tsx';
import { CompanyAccount } from '../parts/company-account.tsx';
import { LinkByMail } from '../parts/link-by-mail.tsx';
import { Threshold } from '../parts/threshold.tsx';

/** The ways in that this installation has. */
export function SignIn() {
  const { t } = useTranslation();
  const { to, why, who } = useSearch({ from: '/sign-in' });
  const { data: ways, error, refetch } = useQuery(waysQuery);
  return (
    <Threshold title={t('session.title')}>
      <h1>{t('session.title')}</h1>
      {why && <p role="alert">{t(`session.refused.${why}`)}</p>}
      {error ? <ErrorSentence error={error} again={() => void refetch()} /> : !ways && <LoadingCards count={1} />}
      {ways?.company && <CompanyAccount company={ways.company} to={to} />}
      {ways?.links && <LinkByMail to={to} first={!ways.company} />}
      {ways?.people && <BeSomebody people={ways.people} to={to} first={who} />}
    </Threshold>
  );
}
