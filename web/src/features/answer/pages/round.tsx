import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { dueOf } from '../../../format/due.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Act } from '../../../ui/act.tsx';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { type Sitting, sittingQuery } from '../api/task.ts';
import { MatrixPage } from '../matrix/matrix-page.tsx';
import { ThinHead } from '../parts/thin-head.tsx';
import { beginAnew, nextOf, skippedIn, standingOf } from '../store/sitting.ts';
import classes from './round.module.css';

/** Whoever comes to another post of a round comes to it anew: what is read of it meanwhile is waited for. */
export function Round() {
  const { round } = useParams({ from: '/inside/desk/$round' });
  const { post } = useSearch({ from: '/inside/desk/$round' });
  return <Read key={`${round} ${post}`} round={round} post={post} />;
}

/** All of a round in which several people are rated; of any other the next open task. */
function Read({ round, post }: { round: string; post: string | undefined }) {
  const { t } = useTranslation();
  const { data: sitting, error, refetch, isFetching } = useQuery(sittingQuery(round));
  // What is read again while it is on the screen does not take it away.
  const shown = useRef(false);
  shown.current ||= sitting !== undefined && !isFetching;
  if (!sitting || !shown.current) {
    return (
      <Page title={t('app.places.desk')} reading>
        <p>
          <Link to="/desk">{t('app.error.toDesk')}</Link>
        </p>
        {error ? <ErrorSentence whole error={error} again={() => void refetch()} /> : <LoadingCards count={1} />}
      </Page>
    );
  }
  if (sitting.purpose === 'cycle-ratings' && sitting.tasks.length > 1) {
    return <MatrixPage {...{ round, sitting, post }} reload={refetch} />;
  }
  return isFetching ? null : <NextOrEnd round={round} sitting={sitting} />;
}

/** The next open task; where none is left, how the sitting stands: what was put off is not done. */
function NextOrEnd({ round, sitting }: { round: string; sitting: Sitting }) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const putOff = skippedIn(round);
  const next = nextOf(sitting.tasks, undefined, putOff);
  if (next) return <Navigate to="/desk/$round/$task" params={{ round, task: next }} replace />;
  const { done, skipped, open } = standingOf(sitting.tasks, putOff);
  const title = said(reader, sitting.title);
  const again = nextOf(sitting.tasks, undefined, new Set());
  const late = sitting.tasks.some((one) => one.late);
  const due = dueOf(t, reader, { due: sitting.due, now, late });
  return (
    <>
      <ThinHead asked={{ ...sitting, late }} saved={{ state: 'untouched' }} />
      <Page title={title} reading>
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
    </>
  );
}
