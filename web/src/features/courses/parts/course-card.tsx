import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { inPath } from '../../../format/path.ts';
import { useReader } from '../../../format/reader.ts';
import type { MyCourses } from '../api/courses.ts';
import { Asked } from './asked.tsx';
import classes from './course-card.module.css';
import { heldInWords } from './days.ts';

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
  const { id, title, benefit, place, next, asked, paused, cancelled } = course;
  return (
    <article className={classes.card} data-gone={cancelled} aria-labelledby={`course-${id}`}>
      <p className={classes.when}>
        <span>{heldInWords(reader, course, now)}</span>
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
              ? t('courses.begins', { day: dayInWords(reader, String(next.facts.from), now) })
              : said(reader, next.text).replace(/[.。]$/, '')
            : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {children}
      <Asked asked={asked} now={now} first={first} />
    </article>
  );
}
