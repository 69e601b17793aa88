import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { writingQuery } from '../api/application.ts';
import { ApplicationForm } from '../application/application-form.tsx';
import type { Content } from '../store/draft.ts';
import { placeOfApplication } from '../store/effects.ts';
import { useDraft } from '../store/use-draft.ts';

type Written = Awaited<ReturnType<Extract<ReturnType<typeof writingQuery>['queryFn'], (...given: never[]) => unknown>>>;

/** Stages in which an application may be written: later ones by exception, which the API knows. */
const OPEN: readonly string[] = ['call', 'screening', 'reviewers'];

/** Writing an application, or changing one that is in. */
export function Apply() {
  const { t } = useTranslation();
  const { selection: id } = useParams({ from: '/inside/call/$selection/apply' });
  const { data, error, refetch } = useQuery(writingQuery(id));
  const paused = data?.selection.paused && !data.selection.closed;
  if (data && OPEN.includes(data.selection.stage) && !data.selection.closed && !paused)
    return <Open id={id} written={data} again={refetch} />;
  return (
    <Page title={t('answer.apply.title')} reading>
      <p>
        <Link to="/call/$selection" params={{ selection: id }}>
          {t('answer.apply.back')}
        </Link>
      </p>
      {data ? (
        <>
          <h1>{t('answer.apply.notOpen')}</h1>
          <p>{t(paused ? 'answer.apply.pausedWhat' : 'answer.apply.notOpenWhat')}</p>
        </>
      ) : error ? (
        <ErrorSentence whole error={error} again={() => void refetch()} />
      ) : (
        <LoadingCards count={2} />
      )}
    </Page>
  );
}

function Open({ id, written, again }: { id: string; written: Written; again: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const { person } = useMe();
  const [times, anew] = useState(0);
  const { selection, draft: begun, sent } = written;
  const title = t('answer.apply.title');
  useEffect(() => {
    document.title = `${title} · Rostrum`;
  }, [title]);
  // What is in is what one goes on with, unless more was written since.
  const standing = useMemo(() => {
    if (begun.content) return { revision: begun.revision, content: begun.content as Content };
    if (!sent) return { revision: begun.revision, content: {} as Content };
    const { profile, outline, topics, hoursPerMonth, evidence } = sent;
    const content: Content = {
      profile: profile ?? '',
      outline: outline ?? '',
      topics,
      hoursPerMonth,
      evidence: evidence.map((file) => file.id),
    };
    return { revision: begun.revision, content };
  }, [begun, sent]);
  const draft = useDraft(placeOfApplication(person, id), standing, times);
  if (!draft) {
    return (
      <main>
        <span className="for-readers">{t('app.loading')}</span>
      </main>
    );
  }
  const reload = async () => {
    await again();
    anew((before) => before + 1);
  };
  const files = [...begun.files, ...(sent?.evidence ?? [])];
  return <ApplicationForm {...{ id, selection, sent, files, draft, reload }} />;
}
