import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { deskQuery } from '../api/get-desk.ts';
import { AnsweredList } from '../parts/answered-list.tsx';
import classes from './answered.module.css';

/** What I have answered lately, and what of it can still be changed. */
export function Answered() {
  const { t } = useTranslation();
  const { data: desk, error, refetch } = useQuery(deskQuery);
  return (
    <Page title={t('desk.answeredLately')} reading>
      <p>
        <Link to="/desk">{t('desk.back')}</Link>
      </p>
      <h1>{t('desk.answeredLately')}</h1>
      {desk ? (
        <div className={classes.list}>
          <p className={classes.quiet}>{t(desk.answered.length ? 'desk.changeable' : 'desk.nothingAnswered')}</p>
          <AnsweredList answered={desk.answered} now={desk.now} />
        </div>
      ) : error ? (
        <ErrorSentence error={error} again={() => void refetch()} />
      ) : (
        <LoadingCards count={1} />
      )}
    </Page>
  );
}
