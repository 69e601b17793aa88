import { useTranslation } from 'react-i18next';
import { durationOf } from '../../../format/amount.ts';
import { WhyMe } from '../../../ui/why-me.tsx';
import type { Task } from '../api/task.ts';
import classes from './asked.module.css';
import { silenceOf } from './silence.ts';

/** Why I am asked, how long it takes, and what it means if I say nothing. */
export function Asked({ task }: { task: Task }) {
  const { t } = useTranslation();
  return (
    <p className={classes.asked}>
      <WhyMe why={task.why} />
      {t('answer.space')}
      {t('answer.takes', { time: durationOf(t, task.minutes) })}
      {t('answer.space')}
      {silenceOf(t, task)}
    </p>
  );
}
