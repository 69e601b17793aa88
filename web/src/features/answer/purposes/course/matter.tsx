import IconCalendarPlus from '@tabler/icons-react/icons/IconCalendarPlus';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../../api/clock.ts';
import { ownPath } from '../../../../api/own-path.ts';
import { dayInWords } from '../../../../format/date.ts';
import { said } from '../../../../format/label.ts';
import { listed } from '../../../../format/list.ts';
import { inPath } from '../../../../format/path.ts';
import { useReader } from '../../../../format/reader.ts';
import { Passage } from '../../../../ui/passage.tsx';
import classes from '../../parts/matter.module.css';
import type { MatterProps, OfCourse } from '../purpose.ts';

/** The course that something is asked about: what it is for, when and where, and what was hoped for. */
export default function CourseMatter({ matter }: MatterProps<OfCourse>) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const { id, title, days, place, course, trainer, provider, names, seats } = matter.course;
  const person = 'person' in matter ? matter.person : null;
  return (
    <>
      <h1>{person ? (person.name ?? person.id) : said(reader, title)}</h1>
      {person && (
        <p className={classes.quiet}>
          <Link to="/team/$person" params={{ person: person.id }}>
            {t('answer.course.abilitiesOf', { name: person.name ?? person.id })}
          </Link>
        </p>
      )}
      <article>
        {person && <h2>{said(reader, title)}</h2>}
        <p className={classes.text}>{said(reader, course.benefit)}</p>
        <dl className={classes.facts}>
          <dt>{t('answer.days')}</dt>
          <dd>
            {listed(
              reader,
              days.map((day) => dayInWords(reader, day, now)),
            )}
          </dd>
          <dt>{t('answer.where')}</dt>
          <dd>{place || '–'}</dd>
          <dt>{t('answer.course.trainer')}</dt>
          <dd>{trainer ? (names[trainer] ?? trainer) : (provider ?? '–')}</dd>
          <dt>{t('answer.goal')}</dt>
          <dd>{said(reader, course.goal)}</dd>
          {matter.purpose === 'offering-seats' && (
            <>
              <dt>{t('answer.course.seats')}</dt>
              <dd>
                {t('answer.course.seatsOf', { taken: seats.taken, offered: seats.offered })}
                {seats.waiting > 0 && t('answer.course.waiting', { count: seats.waiting })}
              </dd>
            </>
          )}
        </dl>
        <p className={classes.files}>
          <Link to="/courses/$course" params={{ course: inPath(id) }}>
            {t('answer.course.toCourse')}
          </Link>
          {matter.purpose === 'offering-seats' && (
            <a href={ownPath(`/api/offerings/${inPath(id)}/calendar.ics?locale=${reader.language}`)} download>
              <IconCalendarPlus size={18} aria-hidden="true" />
              {t('answer.course.calendar')}
            </a>
          )}
        </p>
        {'goal' in matter && matter.goal && <Passage title={t('answer.hoped')} text={matter.goal} />}
      </article>
    </>
  );
}
