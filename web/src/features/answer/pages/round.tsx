import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { dueOf } from '../../../format/due.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Act } from '../../../ui/act.tsx';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { sittingQuery } from '../api/task.ts';
import { beginAnew, nextOf, skippedIn, standingOf } from '../store/sitting.ts';
import classes from './round.module.css';

/** The next open task of a round; where none is left, how the sitting stands: what was put off is not done. */
export function Round() {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const { round } = useParams({ from: '/inside/shell/desk/$round' });
  const { data: sitting, error, refetch, isFetching } = useQuery({ ...sittingQuery(round), staleTime: 0 });
  if (!sitting || isFetching) {
    return (
      <Page title={t('app.places.desk')} reading>
        {error ? <ErrorSentence whole error={error} again={() => void refetch()} /> : <LoadingCards count={1} />}
      </Page>
    );
  }
  const putOff = skippedIn(round);
  const next = nextOf(sitting.tasks, undefined, putOff);
  if (next) return <Navigate to="/desk/$round/$task" params={{ round, task: next }} replace />;
  const { done, skipped, open } = standingOf(sitting.tasks, putOff);
  const title = said(reader, sitting.title);
  const again = nextOf(sitting.tasks, undefined, new Set());
  const due = dueOf(t, reader, { due: sitting.due, now, late: sitting.tasks.some(({ late }) => late) });
  return (
    <Page title={title} reading>
      <p className={classes.quiet}>{sitting.of ? said(reader, sitting.of) : null}</p>
      <h1>{t(open ? 'answer.putOff' : 'answer.allIn', { title })}</h1>
      <p className={classes.sentence}>
        {open ? t('answer.stands', { done, skipped, due: due.words }) : t('answer.nothingLeft', { count: done })}
      </p>
      <p className={classes.acts}>
        {again && (
          <Act to="/desk/$round/$task" params={{ round, task: again }} filled onClick={() => beginAnew(round)}>
            {t('answer.goOnWithSkipped')}
          </Act>
        )}
        <Act to="/desk" filled={!again}>
          {t('answer.toDesk')}
        </Act>
      </p>
    </Page>
  );
}
