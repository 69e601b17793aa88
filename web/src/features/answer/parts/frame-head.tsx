import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { dueOf } from '../../../format/due.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { DueBadge } from '../../../ui/due-badge.tsx';
import { OwnButton } from '../../../ui/own-button.tsx';
import { SavedState } from '../../../ui/saved-state.tsx';
import type { Saved } from '../store/draft.ts';
import classes from './frame-head.module.css';
import type { FrameProps } from './frame-props.ts';

/** So many steps can be told apart. */
const MOST_STEPS = 20;

/** Where one is: the way back, what is asked, the place among the tasks of the round, whether all is saved, and until when. */
export function FrameHead({ task, sitting, saved }: FrameProps & { saved: Saved }) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const tasks = sitting?.tasks ?? [];
  const at = tasks.findIndex((one) => one.task === task.task) + 1;
  return (
    <header className={classes.head}>
      <Link to="/desk" className={classes.back}>
        <IconArrowLeft size={18} aria-hidden="true" />
        <span>{t('app.places.desk')}</span>
      </Link>
      <span className={classes.what}>
        <span className={classes.title}>{said(reader, task.title)}</span>
        {task.of && <span className={classes.of}>{said(reader, task.of)}</span>}
      </span>
      {at > 0 && tasks.length > 1 && (
        <span className={classes.place}>
          {tasks.length <= MOST_STEPS && (
            <span className={classes.steps} aria-hidden="true">
              {tasks.map((one) => (
                <i key={one.task} data-state={one.task === task.task ? 'here' : one.state} />
              ))}
            </span>
          )}
          {t('answer.place', { at, of: tasks.length })}
        </span>
      )}
      <span className={classes.state}>
        <SavedState saved={saved} />
        <DueBadge due={dueOf(t, reader, { due: task.due, now, late: task.late })} />
      </span>
      <OwnButton />
    </header>
  );
}
