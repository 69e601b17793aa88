import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../fields/field.ts';
import type { Content, Saved } from '../store/draft.ts';
import classes from './answer-form.module.css';

const Conflict = lazy(() => import('./conflict.tsx'));

interface ElsewhereProps {
  readonly fields: readonly Field[];
  readonly content: Content;
  readonly saved: Saved;
  readonly settle: (content: Content) => void;
  readonly reload: () => unknown;
}

/** Why what is written here does not go to the server, where it does not, and what one can do about it. */
export function StandsElsewhere({ fields, content, saved, settle, reload }: ElsewhereProps) {
  const { t } = useTranslation();
  switch (saved.state) {
    case 'conflict':
      return (
        <Suspense>
          <Conflict fields={fields} mine={content} theirs={saved.theirs.content} settle={settle} />
        </Suspense>
      );
    case 'elsewhere':
      return (
        <p className={classes.notice}>
          {t('answer.elsewhere')}
          <Button variant="default" onClick={() => void reload()}>
            {t('answer.goOnHere')}
          </Button>
        </p>
      );
    case 'closed':
      return <p className={classes.notice}>{t('answer.closed')}</p>;
    default:
      return null;
  }
}
