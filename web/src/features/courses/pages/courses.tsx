import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { tenthsOf } from '../../../format/figure.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { StaleMark } from '../../../ui/stale-mark.tsx';
import { type MyCourses, myCoursesQuery } from '../api/courses.ts';
import { CourseCard } from '../parts/course-card.tsx';
import { HoursTaught } from '../parts/hours-taught.tsx';
import classes from './courses.module.css';

/** The courses that I take part in, and those that I teach. */
export function Courses() {
  const { t } = useTranslation();
  const { data: courses, error, refetch, dataUpdatedAt } = useQuery(myCoursesQuery);
  return (
    <Page title={t('app.places.courses')} reading>
      <h1>{t('app.places.courses')}</h1>
      {courses ? (
        <Shown courses={courses} />
      ) : error ? (
        <ErrorSentence error={error} again={() => void refetch()} />
      ) : (
        <LoadingCards />
      )}
      {courses && <StaleMark readAt={dataUpdatedAt} />}
    </Page>
  );
}

function Shown({ courses: { taking, teaching, now } }: { courses: MyCourses }) {
  const { t } = useTranslation();
  const reader = useReader();
  const me = useMe();
  const firstAsked = [...taking, ...teaching].find((course) => course.asked.length > 0)?.id;
  const seatOf = ({ seat, waits, present, score }: MyCourses['taking'][number]) =>
    [
      present === null ? (waits ? t('courses.waitsAs', { place: waits }) : t(`courses.seat.${seat}`)) : '',
      present === null ? '' : t(present ? 'courses.youWereThere' : 'courses.youWereAbsent'),
      score === null ? '' : t('courses.score', { score }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      <p className={classes.sentence}>
        {taking.length + teaching.length === 0
          ? t('courses.none')
          : [
              taking.length ? t('courses.taking', { count: taking.length }) : '',
              teaching.length ? t('courses.teaching', { count: teaching.length }) : '',
            ]
              .filter(Boolean)
              .join(t('courses.space'))}{' '}
        <Link to="/team/$person" params={{ person: me.person }}>
          {t('app.places.development')}
        </Link>
      </p>
      {taking.length > 0 && (
        <section className={classes.part} aria-labelledby="taking">
          <h2 id="taking">{t('courses.takingTitle')}</h2>
          {taking.map((course) => (
            <CourseCard
              key={course.id}
              course={course}
              now={now}
              first={course.id === firstAsked}
              standing={seatOf(course)}
            />
          ))}
        </section>
      )}
      {teaching.length > 0 && (
        <section className={classes.part} aria-labelledby="teaching">
          <h2 id="teaching">{t('courses.teachingTitle')}</h2>
          <HoursTaught person={me.person} />
          {teaching.map((course) => (
            <CourseCard
              key={course.id}
              course={course}
              now={now}
              first={course.id === firstAsked}
              standing={[
                t('courses.hours', { count: course.hours }),
                t('courses.seats', { taken: course.seats.taken, offered: course.seats.offered }),
                course.reaction?.overall === undefined
                  ? ''
                  : t('courses.liked', { mean: tenthsOf(reader, course.reaction.overall) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </section>
      )}
    </>
  );
}
