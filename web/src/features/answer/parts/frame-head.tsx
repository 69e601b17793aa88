import { useTranslation } from 'react-i18next';
import type { Saved } from '../store/draft.ts';
import classes from './frame-head.module.css';
import type { FrameProps } from './frame-props.ts';
import { ThinHead } from './thin-head.tsx';

/** So many steps can be told apart. */
const MOST_STEPS = 20;

/** Where one is: the way back, what is asked, the place among the tasks of the round, whether all is saved, and until when. */
export function FrameHead({ task, sitting, saved }: FrameProps & { saved: Saved }) {
  const { t } = useTranslation();
  const tasks = sitting?.tasks ?? [];
  const at = tasks.findIndex((one) => one.task === task.task) + 1;
  return (
    <ThinHead asked={task} saved={saved}>
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
    </ThinHead>
  );
}
