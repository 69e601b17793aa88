import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../../format/date.ts';
import { dueOf } from '../../../format/due.ts';
import { said } from '../../../format/label.ts';
import { inPath } from '../../../format/path.ts';
import { useReader } from '../../../format/reader.ts';
import { Act } from '../../../ui/act.tsx';
import { DueBadge } from '../../../ui/due-badge.tsx';
import type { Development } from '../api/team.ts';
import classes from './person-courses.module.css';

type Course = Development['courses'][number];

/** The courses of somebody that are to come, and those that are over, with what is to be said before. */
export function PersonCourses({ of, self }: { of: Development; self: boolean }) {
  const { t } = useTranslation();
  const [before, after] = (['before', 'after'] as const).map((when) => of.courses.filter((c) => c.when === when));
  if (!of.courses.length) return <p className={classes.quiet}>{t('team.noCourses')}</p>;
  return (
    <>
      {[before!, after!].map(
        (courses, at) =>
          courses.length > 0 && (
            <section key={at === 0 ? 'before' : 'after'} className={classes.part}>
              <h3>{t(at === 0 ? 'team.coursesBefore' : 'team.coursesAfter')}</h3>
              {courses.map((course) => (
                <CourseOf key={course.offering} course={course} of={of} self={self} />
              ))}
            </section>
          ),
      )}
    </>
  );
}

function CourseOf({ course, of, self }: { course: Course; of: Development; self: boolean }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { stream, title, days, raises, said: hoped, toSay, seat, present, goal } = course;
  const name = of.name ?? of.person;
  const list = new Intl.ListFormat(reader.language, { type: 'conjunction' });
  const elements = raises.map((code) => (of.elements[code] ? said(reader, of.elements[code]!) : code));
  const outcome = outcomeOf(course);
  return (
    <article className={classes.course}>
      <div className={classes.head}>
        <h4>
          {stream ? (
            <Link to="/courses/$course" params={{ course: inPath(stream) }}>
              {said(reader, title)}
            </Link>
          ) : (
            said(reader, title)
          )}
        </h4>
        <span>{days[0] && dayInWords(reader, days[0], of.now)}</span>
      </div>
      <p className={classes.quiet}>
        {[
          elements.length ? t('team.raises', { elements: list.format(elements) }) : '',
          seat && present === null ? t(`team.seat.${seat}`) : '',
          ...outcome.map(([key, facts]) => t(key, facts)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {hoped?.goal && (
        <blockquote className={classes.said}>
          <p>{hoped.goal}</p>
          <footer>{t('team.saidBy', { name: of.names[hoped.by] ?? hoped.by })}</footer>
        </blockquote>
      )}
      {toSay && (
        <div className={classes.toSay}>
          <p>
            <b>{t('team.toSay', { name })}</b> {t('team.toSayWhat', { goal: said(reader, goal) })}
          </p>
          <p className={classes.acts}>
            <Act to="/desk/$round/$task" params={{ round: inPath(toSay.round), task: toSay.task }} filled>
              {t(toSay.drafted ? 'team.goOnSaying' : 'team.sayIt')}
            </Act>
            <DueBadge due={dueOf(t, reader, { due: toSay.due, now: of.now, late: toSay.late })} />
          </p>
        </div>
      )}
      {!hoped && !toSay && course.when === 'before' && self && <p className={classes.quiet}>{t('team.notSaidYet')}</p>}
    </article>
  );
}

type Said = readonly [key: string, facts: Record<string, unknown>];

/** What is known of somebody after a course; nothing where nothing is. */
function outcomeOf({ present, score, transfer, coaching }: Course): Said[] {
  const last = transfer.at(-1);
  return [
    ...(present === null ? [] : [[present ? 'team.wasThere' : 'team.wasAbsent', {}] as Said]),
    ...(score === null ? [] : [['team.score', { score }] as Said]),
    ...(last?.supervisor != null ? [['team.transferBySupervisor', { level: last.supervisor }] as Said] : []),
    ...(last?.own != null ? [['team.transferByOneself', { level: last.own }] as Said] : []),
    ...(coaching === null ? [] : [[`team.coaching.${coaching}`, {}] as Said]),
  ];
}
