import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { inPath } from '../../../format/path.ts';
import { useReader } from '../../../format/reader.ts';
import type { Cell } from '../api/team.ts';
import classes from './fate.module.css';

export type FateCourses = readonly {
  readonly offering: string;
  readonly stream: string | null;
  readonly title: { readonly en: string; readonly 'zh-CN': string };
  readonly from: string | undefined;
}[];

interface FateProps {
  readonly fate: NonNullable<Cell['fate']>;
  /** Courses of the person, among which is the one that meets the gap. */
  readonly courses: FateCourses;
  readonly now: number;
}

/** What is made of a gap: the course that meets it, or the sentence why none does. */
export function Fate({ fate, courses, now }: FateProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const course = fate.code === 'planned' ? courses.find((one) => one.offering === fate.facts.offering) : undefined;
  if (!course?.from) return <>{said(reader, fate.text)}</>;
  const { offering, stream, title, from } = course;
  return (
    <>
      {t('team.plannedBy')}
      {stream ? (
        <Link to="/courses/$course" params={{ course: inPath(stream) }}>
          {said(reader, title)}
        </Link>
      ) : (
        said(reader, title)
      )}
      <span className={classes.id}>{t('team.inBrackets', { offering })}</span>
      {t('team.plannedFrom', { day: dayInWords(reader, from, now) })}
    </>
  );
}
