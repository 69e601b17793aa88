import { Button } from '@mantine/core';
import IconBrowser from '@tabler/icons-react/icons/IconBrowser';
import IconLock from '@tabler/icons-react/icons/IconLock';
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
          <IconBrowser size={20} stroke={1.8} aria-hidden="true" />
          <span>{t('answer.elsewhere')}</span>
          <Button variant="default" onClick={() => void reload()}>
            {t('answer.goOnHere')}
          </Button>
        </p>
      );
    case 'closed':
      return (
        <p className={classes.notice} data-closed="true">
          <IconLock size={20} stroke={1.8} aria-hidden="true" />
          <span>{t('answer.closed')}</span>
        </p>
      );
    default:
      return null;
  }
}
