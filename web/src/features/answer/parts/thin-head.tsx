import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { dueOf } from '../../../format/due.ts';
import { said, saidWithin } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { DueBadge } from '../../../ui/due-badge.tsx';
import { OwnButton } from '../../../ui/own-button.tsx';
import { SavedState } from '../../../ui/saved-state.tsx';
import type { Sitting } from '../api/task.ts';
import type { Saved } from '../store/draft.ts';
import classes from './frame-head.module.css';

interface HeadProps {
  readonly asked: Pick<Sitting, 'title' | 'of' | 'due'> & { readonly late: boolean };
  readonly saved: Saved;
  /** What stands in the middle. */
  readonly children?: ReactNode;
}

/** Above whatever is answered: the way back, what is asked, whether all is saved, and until when. */
export function ThinHead({ asked, saved, children }: HeadProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  return (
    <header className={classes.head}>
      <Link to="/desk" className={classes.back}>
        <IconArrowLeft size={18} aria-hidden="true" />
        <span>{t('app.places.desk')}</span>
      </Link>
      <span className={classes.what}>
        <span className={classes.title}>{saidWithin(reader, asked.title, asked.of)}</span>
        {asked.of && <span className={classes.of}>{said(reader, asked.of)}</span>}
      </span>
      {children}
      <span className={classes.state}>
        <SavedState saved={saved} />
        <DueBadge due={dueOf(t, reader, { due: asked.due, now, late: asked.late })} />
      </span>
      <OwnButton />
    </header>
  );
}
