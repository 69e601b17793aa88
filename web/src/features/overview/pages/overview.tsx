import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { StaleMark } from '../../../ui/stale-mark.tsx';
import { overviewQuery, type Overview as Seen } from '../api/overview.ts';
import { Asked } from '../parts/asked.tsx';
import { Figures } from '../parts/figures.tsx';
import { Promised } from '../parts/promised.tsx';
import { Support } from '../parts/support.tsx';
import { TookPart } from '../parts/took-part.tsx';
import classes from './overview.module.css';

/** One screen for whoever leads: what is asked, what was promised, what has come of it. */
export function Overview() {
  const { t } = useTranslation();
  const { data: overview, error, refetch, dataUpdatedAt } = useQuery(overviewQuery);
  return (
    <Page title={t('app.places.overview')}>
      {overview ? (
        <Shown overview={overview} />
      ) : (
        <>
          <h1>{t('app.places.overview')}</h1>
          {error ? <ErrorSentence error={error} again={() => void refetch()} /> : <LoadingCards />}
        </>
      )}
      {overview && <StaleMark readAt={dataUpdatedAt} />}
    </Page>
  );
}

function Shown({ overview }: { overview: Seen }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { now, cycle, headline, figures, offerings, tookPart, open, proposals } = overview;
  return (
    <>
      <p className={classes.of}>
        {[weekdayOf(reader, now, now), cycle && said(reader, cycle.title)].filter(Boolean).join(' · ')}
      </p>
      <h1>{headline ? said(reader, headline.text).replace(/[.。]$/, '') : t('app.places.overview')}</h1>
      <div className={classes.all}>
        <Asked overview={overview} />
        {!cycle && <p className={classes.quiet}>{t('overview.noCycle')}</p>}
        <div className={classes.columns} data-one={!offerings.length}>
          <div className={classes.column}>
            {figures && cycle && <Figures figures={figures} cycle={cycle} now={now} />}
            <div className={classes.pair}>
              {tookPart.length > 0 && cycle && <TookPart tookPart={tookPart} cycle={cycle.id} />}
              <Support />
            </div>
          </div>
          {offerings.length > 0 && cycle && <Promised offerings={offerings} cycle={cycle.id} />}
        </div>
        {open.length > 0 && (
          <section className={classes.open} aria-labelledby="open">
            <h2 id="open">{t('overview.open.title')}</h2>
            <ul>
              {open.map(({ element, name, people }) => (
                <li key={element}>
                  <b>{said(reader, name)}</b> {t('overview.open.people', { count: people })}
                </li>
              ))}
            </ul>
            <p>{t('overview.open.proposals', { count: proposals })}</p>
          </section>
        )}
      </div>
    </>
  );
}
