import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../../../format/date.ts';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import classes from '../../parts/matter.module.css';
import { Passage } from '../../parts/passage.tsx';
import type { MatterProps, OfCourse } from '../purpose.ts';

/** The course that something is asked about: what it is for, when and where, and what was hoped for. */
export default function CourseMatter({ task, matter }: MatterProps<OfCourse>) {
  const { t } = useTranslation();
  const reader = useReader();
  const { title, days, place, course } = matter.course;
  return (
    <>
      <h1>{said(reader, task.label)}</h1>
      <article>
        <h2>{said(reader, title)}</h2>
        <dl className={classes.facts}>
          <dt>{t('answer.days')}</dt>
          <dd>
            {new Intl.ListFormat(reader.language, { type: 'unit' }).format(days.map((day) => dayInWords(reader, day)))}
          </dd>
          <dt>{t('answer.where')}</dt>
          <dd>{place}</dd>
          <dt>{t('answer.goal')}</dt>
          <dd>{said(reader, course.goal)}</dd>
        </dl>
        {'goal' in matter && matter.goal && <Passage title={t('answer.hoped')} text={matter.goal} />}
      </article>
    </>
  );
}
