import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../../ui/loading-cards.tsx';
import { Sheet } from '../../../../ui/sheet.tsx';
import { seenApplicationQuery } from '../../api/seen-application.ts';
import { procedureOf } from '../../parts/procedure-of.ts';
import classes from './application-sheet.module.css';
import { ApplicationShown } from './application-shown.tsx';

interface SheetProps {
  readonly round: string;
  readonly code: string;
  readonly topics: Parameters<typeof ApplicationShown>[0]['topics'];
  readonly close: () => void;
  /** What is said of it above. */
  readonly children?: ReactNode;
}

/** Another application beside the one that is asked about, or one of a list, as far as I may see it. */
export default function ApplicationSheet({ round, code, topics, close, children }: SheetProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(seenApplicationQuery(procedureOf(round), code));
  return (
    <Sheet title={t('answer.application', { code })} close={close}>
      {children}
      {data ? (
        <div className={classes.shown}>
          <ApplicationShown application={data} topics={topics} round={round} inside />
        </div>
      ) : error ? (
        <ErrorSentence error={error} again={() => void refetch()} />
      ) : (
        <LoadingCards count={1} />
      )}
    </Sheet>
  );
}
