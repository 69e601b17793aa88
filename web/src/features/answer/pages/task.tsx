import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { sittingQuery, taskQuery } from '../api/task.ts';
import { AnswerFrame } from '../parts/answer-frame.tsx';

/** One task: what it is about, and its form. */
export function Task() {
  const { t } = useTranslation();
  const { round, task } = useParams({ from: '/inside/desk/$round/$task' });
  const asked = useQuery(taskQuery(round, task));
  const sitting = useQuery(sittingQuery(round));
  if (asked.data && (sitting.data || sitting.error)) {
    return <AnswerFrame key={task} round={round} task={asked.data} sitting={sitting.data} reload={asked.refetch} />;
  }
  const error = asked.error;
  return (
    <Page title={t('app.places.desk')} reading>
      <p>
        <Link to="/desk">{t('app.error.toDesk')}</Link>
      </p>
      {error ? <ErrorSentence whole error={error} again={() => void asked.refetch()} /> : <LoadingCards count={1} />}
    </Page>
  );
}
