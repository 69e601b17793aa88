import { useTranslation } from 'react-i18next';
import { durationOf } from '../../../format/amount.ts';
import { dueOf } from '../../../format/due.ts';
import { inPath } from '../../../format/path.ts';
import { useReader } from '../../../format/reader.ts';
import { Act } from '../../../ui/act.tsx';
import { DueBadge } from '../../../ui/due-badge.tsx';
import type { MyCourses } from '../api/courses.ts';
import classes from './asked.module.css';

type Task = MyCourses['taking'][number]['asked'][number];

interface AskedProps {
  readonly asked: readonly Task[];
  readonly now: number;
  /** The first of it is what the page asks first. */
  readonly first: boolean;
}

/** What is asked of me in a course: one act for each round, however many people it is about. */
export function Asked({ asked, now, first }: AskedProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const rounds = [...new Set(asked.map(({ round }) => round))];
  return rounds.map((round, at) => {
    const tasks = asked.filter((one) => one.round === round);
    const [{ task, purpose, due, late, minutes, drafted }] = tasks as [Task];
    const to =
      tasks.length > 1
        ? ({ to: '/desk/$round', params: { round: inPath(round) } } as const)
        : ({ to: '/desk/$round/$task', params: { round: inPath(round), task } } as const);
    const time = durationOf(t, minutes);
    return (
      <p key={round} className={classes.asked}>
        <Act {...to} filled={first && at === 0}>
          {drafted ? t('courses.goOn') : t([`courses.act.${purpose}`, 'courses.act.other'])}
        </Act>
        <span>{tasks.length > 1 ? t('courses.several', { count: tasks.length, time }) : time}</span>
        <DueBadge due={dueOf(t, reader, { due, now, late })} />
      </p>
    );
  });
}
