import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Act } from '../../../ui/act.tsx';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { applicationQuery, selectionQuery } from '../api/selection.ts';
import { Standing } from '../parts/standing.tsx';

/** My application: where it is, what is next, what came of it. */
export function Mine() {
  const { t } = useTranslation();
  const reader = useReader();
  const { selection: id } = useParams({ from: '/inside/shell/call/$selection/mine' });
  const { data: selection, ...asked } = useQuery(selectionQuery(id));
  const code = selection?.mine.application ?? null;
  const { data: application, ...read } = useQuery(applicationQuery(id, code));
  const title = t('call.mine');
  const error = asked.error ?? read.error;
  if (selection && code === null) {
    return (
      <Page title={title} reading>
        <h1>{t('call.none')}</h1>
        <p>{t(selection.stage === 'call' ? 'call.noneOpen' : 'call.noneOver')}</p>
        <p>
          <Act to="/call/$selection" params={{ selection: id }} filled>
            {said(reader, selection.title)}
          </Act>
        </p>
      </Page>
    );
  }
  const again = () => void Promise.all([asked.refetch(), read.refetch()]);
  return (
    <Page title={title} reading>
      {selection && application ? (
        <Standing id={id} selection={selection} application={application} />
      ) : error ? (
        <ErrorSentence whole error={error} again={again} />
      ) : (
        <LoadingCards count={2} />
      )}
    </Page>
  );
}
