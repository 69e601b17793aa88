import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { spelled } from '../../../format/amount.ts';
import { weekdayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { listed } from '../../../format/list.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { Face } from '../../../ui/face.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { type Selection, selectionQuery } from '../api/selection.ts';
import { Criteria } from '../parts/criteria.tsx';
import { Moved } from '../parts/moved.tsx';
import { dateOf, isOpen } from '../parts/stages.ts';
import classes from './notice.module.css';

const ObjectSheet = lazy(() => import('../parts/object-sheet.tsx'));

/** The public notice: who is to be appointed, how they were chosen, and until when anybody may object. */
export function Notice() {
  const { t } = useTranslation();
  const { selection: id } = useParams({ from: '/inside/shell/notice/$selection' });
  const { data: selection, error, refetch } = useQuery(selectionQuery(id));
  return (
    <Page title={t('call.notice')} reading>
      {selection ? (
        <Posted id={id} selection={selection} />
      ) : error ? (
        <ErrorSentence whole error={error} again={() => void refetch()} />
      ) : (
        <LoadingCards count={2} />
      )}
    </Page>
  );
}

function Posted({ id, selection }: { id: string; selection: Selection }) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const [objecting, object] = useState(false);
  const { candidates, mine } = selection;
  if (!candidates && selection.closed) {
    return (
      <>
        <p className={classes.quiet}>{said(reader, selection.title)}</p>
        <h1>{t('call.now.over')}</h1>
        <p>{t('call.nothingWas')}</p>
      </>
    );
  }
  if (!candidates) {
    const begins = dateOf(selection, 'notice', 'start');
    return (
      <>
        <p className={classes.quiet}>{said(reader, selection.title)}</p>
        <h1>{t('call.nothingPosted')}</h1>
        <p>{begins === null ? t('call.postedLater') : t('call.postedFrom', { day: weekdayOf(reader, begins, now) })}</p>
      </>
    );
  }
  const open = isOpen('notice', selection);
  const begun = dateOf(selection, 'notice', 'start');
  const label = (topic: string) => {
    const known = selection.topics.find((one) => one.id === topic);
    return known ? said(reader, known.label) : topic;
  };
  return (
    <article className={classes.notice}>
      <p className={classes.quiet}>{[said(reader, selection.company), said(reader, selection.title)].join(' · ')}</p>
      <h1>{t('call.posted', { count: candidates.length, people: spelled(t, candidates.length) })}</h1>
      <Period selection={selection} />
      {open && (
        <div className={classes.acts}>
          <Button onClick={() => object(true)} aria-haspopup="dialog">
            {t('call.object.notice')}
          </Button>
          <Button variant="default" onClick={() => window.print()}>
            {t('call.print')}
          </Button>
        </div>
      )}
      {mine.objections.map(({ id: objection, about, state }) => (
        <p key={objection} className={classes.own}>
          {t(`call.mineIs.${state}`, {
            about: candidates.find(({ application }) => application === about)?.name ?? t('call.aboutProcedure'),
          })}
        </p>
      ))}
      <table className={classes.candidates}>
        <thead>
          <tr>
            <th scope="col">{t('call.candidate')}</th>
            <th scope="col">{t('call.department')}</th>
            <th scope="col">{t('call.teaches')}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ application, person, name, departmentName, topics }) => (
            <tr key={application}>
              <th scope="row">
                <span className={classes.person}>
                  <Face name={name ?? person} size={28} />
                  {name ?? person}
                </span>
              </th>
              <td>{said(reader, departmentName)}</td>
              <td>{listed(reader, topics.map(label))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <section aria-labelledby="chosen">
        <h2 id="chosen">{t('call.howChosen')}</h2>
        <p className={classes.text}>{t(selection.blind ? 'call.chosenBlind' : 'call.chosenNamed')}</p>
        <Criteria criteria={selection.criteria} />
      </section>
      <section aria-labelledby="objecting">
        <h2 id="objecting">{t('call.whoMayObject')}</h2>
        <p className={classes.text}>{t('call.anybody')}</p>
      </section>
      <footer className={classes.seal}>
        <span>{said(reader, selection.company)}</span>
        <span>{t('call.seal')}</span>
        <span>{begun === null ? '' : weekdayOf(reader, begun, now)}</span>
      </footer>
      {objecting && (
        <Suspense>
          <ObjectSheet id={id} against="notice" candidates={candidates} close={() => object(false)} />
        </Suspense>
      )}
    </article>
  );
}

/** How long one may still object; while an objection is open, that time stands still. */
function Period({ selection }: { selection: Selection }) {
  const { stage, until, clockStopped, objectionPeriod, paused, closed } = selection;
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  if (closed || stage !== 'notice') return <p className={classes.sentence}>{t('call.periodOver')}</p>;
  if (paused) return <p className={classes.sentence}>{t('call.paused')}</p>;
  if (clockStopped) {
    return (
      <p className={classes.sentence} data-tone="stopped">
        {t('call.stopped')}
      </p>
    );
  }
  const days = Number.parseInt(objectionPeriod, 10);
  if (until === null) return <p className={classes.sentence}>{t('call.period', { count: days })}</p>;
  const left = Math.max(0, Math.ceil((until - now) / 86_400_000));
  return (
    <p className={classes.sentence}>
      {t('call.daysLeft', { day: weekdayOf(reader, until, now), count: left })}
      {t('call.space')}
      {t('call.period', { count: days })}
      {t('call.space')}
      <Moved selection={selection} />
    </p>
  );
}
