import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Task } from '../api/task.ts';
import { ApplicationShown } from './application-shown.tsx';
import classes from './matter.module.css';
import { Passage } from './passage.tsx';

type Matter = NonNullable<Task['matter']>;

/** Whether there is something to look at beside the form. */
export function hasMatter({ matter, guide }: Task): boolean {
  if (guide.length > 0) return true;
  return matter !== null && (('application' in matter && matter.application !== null) || 'course' in matter);
}

/** What the task is about, as far as whoever is asked may see it, and how one answers. */
export function MatterShown({ task, round }: { task: Task; round: string }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { matter, guide } = task;
  return (
    <section className={classes.matter} aria-label={t('answer.matter')}>
      {matter && 'application' in matter && matter.application ? (
        <ApplicationShown application={matter.application} topics={matter.topics} round={round} />
      ) : (
        <h1>{said(reader, task.label)}</h1>
      )}
      {matter && <Details matter={matter} />}
      {guide.map(({ title, text, version }) => (
        <article key={`${title.en} ${version}`}>
          <h2>{said(reader, title)}</h2>
          <p className={classes.text}>{said(reader, text)}</p>
        </article>
      ))}
    </section>
  );
}

/** What a purpose tells beside that. */
function Details({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const reader = useReader();
  if ('course' in matter) {
    const { title, days, place, course } = matter.course;
    return (
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
    );
  }
  if (matter.purpose === 'objection' && matter.grounds) {
    return <Passage title={t('answer.grounds')} text={matter.grounds} />;
  }
  if (matter.purpose === 'screening' && matter.reasons.length) {
    return <Passage title={t('answer.reasons')} text={matter.reasons.join('\n')} />;
  }
  return null;
}
