import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Task } from '../api/task.ts';
import { purposeOf } from '../purposes/purposes.ts';
import classes from './matter.module.css';

/** Whether there is something to look at beside the form. */
export function hasMatter({ matter, guide }: Task): boolean {
  if (guide.length > 0) return true;
  const { Matter, isEmpty } = purposeOf(matter);
  return matter !== null && Matter !== undefined && !isEmpty?.(matter);
}

/** What the task is about, as far as whoever is asked may see it, and how one answers. */
export function MatterShown({ task, round }: { task: Task; round: string }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { matter, guide } = task;
  const { Matter, isEmpty } = purposeOf(matter);
  return (
    <section className={classes.matter} aria-label={t('answer.matter')}>
      {matter && Matter && !isEmpty?.(matter) ? (
        <Suspense fallback={<h1>{said(reader, task.label)}</h1>}>
          <Matter round={round} task={task} matter={matter} />
        </Suspense>
      ) : (
        <h1>{said(reader, task.label)}</h1>
      )}
      {guide.map(({ title, text, version }) => (
        <article key={`${title.en} ${version}`}>
          <h2>{said(reader, title)}</h2>
          <p className={classes.text}>{said(reader, text)}</p>
        </article>
      ))}
    </section>
  );
}
