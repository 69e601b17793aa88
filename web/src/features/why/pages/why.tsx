import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { eventsQuery } from '../api/why.ts';
import { Events } from '../parts/events.tsx';
import { Figure } from '../parts/figure.tsx';
import classes from './why.module.css';

/** Why something is as it is: the figure, the rule that it follows, and the events that it rests on. */
export function Why() {
  const { t } = useTranslation();
  const { stream, what } = useParams({ from: '/inside/shell/why/$stream/$what' });
  const { data, error, refetch } = useQuery(eventsQuery(stream, what));
  const reader = useReader();
  const called = data?.called[what];
  const name = data?.names[what] ?? (called ? said(reader, called) : what);
  const title = t('why.title', { what: name });
  return (
    <Page title={title} reading>
      <div className={classes.page}>
        <p className={classes.quiet}>{data?.title && said(reader, data.title)}</p>
        <h1>{title}</h1>
        <Figure stream={stream} what={what} />
        {data ? (
          <Events events={data} />
        ) : error ? (
          <ErrorSentence error={error} again={() => void refetch()} />
        ) : (
          <LoadingCards count={2} />
        )}
      </div>
    </Page>
  );
}
