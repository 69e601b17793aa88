import { type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import type { Task } from '../api/task.ts';
import { purposeOf } from '../purposes/purposes.ts';
import classes from './matter.module.css';

/** Whether there is something to look at beside the form. */
export function hasMatter(task: Task): boolean {
  return task.guide.length > 0 || comesLater(task);
}

/** Whether what it is about comes apart from the page, so that there is a moment in which it is not to be seen yet. */
export function comesLater({ matter }: Task): boolean {
  const { Matter, isEmpty } = purposeOf(matter);
  return matter !== null && Matter !== undefined && !isEmpty?.(matter);
}

interface MatterShownProps {
  readonly task: Task;
  readonly round: string;
  /** It is there to be read. */
  readonly arrived: () => void;
}

/** What the task is about, as far as whoever is asked may see it, and how one answers. */
export function MatterShown({ task, round, arrived }: MatterShownProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const { matter, guide } = task;
  const { Matter } = purposeOf(matter);
  return (
    <section className={classes.matter} aria-label={t('answer.matter')}>
      {matter && Matter && comesLater(task) ? (
        <Suspense
          fallback={
            <>
              <h1>{said(reader, task.label)}</h1>
              <LoadingCards count={2} />
            </>
          }
        >
          <Told arrived={arrived}>
            <Matter round={round} task={task} matter={matter} />
          </Told>
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

/** Tells when what it holds is there: nothing of it runs while a part is still on its way. */
function Told({ arrived, children }: { arrived: () => void; children: ReactNode }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it arrives once
  useEffect(arrived, []);
  return children;
}
