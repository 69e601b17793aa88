import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { durationOf } from '../../../format/amount.ts';
import { dayInWords } from '../../../format/date.ts';
import { dueOf } from '../../../format/due.ts';
import { said } from '../../../format/label.ts';
import { inPath } from '../../../format/path.ts';
import { useReader } from '../../../format/reader.ts';
import { Act } from '../../../ui/act.tsx';
import { DueBadge } from '../../../ui/due-badge.tsx';
import type { MyCourses } from '../api/courses.ts';
import classes from './course-card.module.css';
import { daysInWords } from './days.ts';

interface CourseCardProps {
  readonly course: MyCourses['taking'][number] | MyCourses['teaching'][number];
  readonly now: number;
  /** Its first task is what the page asks first. */
  readonly first: boolean;
  /** How one stands in it, in words. */
  readonly standing: string;
  readonly children?: ReactNode;
}

/** A course of mine: when, where, how I stand in it, what comes next, and what is asked. */
export function CourseCard({ course, now, first, standing, children }: CourseCardProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const { id, title, benefit, days, place, next, asked, paused, cancelled } = course;
  return (
    <article className={classes.card} data-gone={cancelled} aria-labelledby={`course-${id}`}>
      <p className={classes.when}>
        <span>{daysInWords(reader, days)}</span>
        <span>{place}</span>
      </p>
      <h3 id={`course-${id}`}>
        <Link to="/courses/$course" params={{ course: inPath(id) }}>
          {said(reader, title)}
        </Link>
      </h3>
      <p className={classes.benefit}>{said(reader, benefit)}</p>
      <p className={classes.standing}>
        {[
          standing,
          paused ? t('courses.paused') : '',
          next && next.code !== 'asked'
            ? next.code === 'begins'
              ? t('courses.begins', { day: dayInWords(reader, String(next.facts.from)) })
              : said(reader, next.text).replace(/[.。]$/, '')
            : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {children}
      {asked.map(({ round, task, title: what, due, late, minutes, drafted }, at) => (
        <p key={`${round} ${task}`} className={classes.asked}>
          <Act to="/desk/$round/$task" params={{ round: inPath(round), task }} filled={first && at === 0}>
            {drafted ? t('courses.goOn') : said(reader, what).split(/: |：/).at(-1)}
          </Act>
          <span>{durationOf(t, minutes)}</span>
          <DueBadge due={dueOf(t, reader, { due, now, late })} />
        </p>
      ))}
    </article>
  );
}
