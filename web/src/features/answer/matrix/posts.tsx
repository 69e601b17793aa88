import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Segments } from '../../../ui/segments.tsx';
import type { Sitting } from '../api/task.ts';
import type { Layout } from '../store/layout.ts';
import classes from './posts.module.css';

/** The posts of many people: each opens to its own. */
export function Posts({ round, sitting, layout }: { round: string; sitting: Sitting; layout: Layout }) {
  const { t } = useTranslation();
  const reader = useReader();
  const waiting = new Set(layout.people.filter(({ isWaiting }) => isWaiting).map(({ task }) => task));
  // What was handed in without a connection is no draft any more.
  const of = (post: string, state: string) =>
    sitting.tasks.filter(
      (task) => (task.formKey ?? '') === post && (waiting.has(task.task) ? 'waiting' : task.state) === state,
    ).length;
  return (
    <main id="main" className={classes.page}>
      <h1>{t('answer.ratings.question')}</h1>
      <p>{t('answer.ratings.byPost', { count: layout.people.length })}</p>
      <ul>
        {layout.posts.map(({ key, title, people }) => (
          <li key={key}>
            <Link to="/desk/$round" params={{ round }} search={{ post: key }}>
              {title ? said(reader, title) : key}
            </Link>
            <span className={classes.bar}>
              <Segments done={of(key, 'submitted') + of(key, 'waiting')} drafted={of(key, 'drafted')} total={people} />
            </span>
            <span className={classes.count}>
              {t('answer.ratings.inOf', { done: of(key, 'submitted'), count: people })}
              {of(key, 'waiting') > 0 && ` · ${t('answer.ratings.waiting', { count: of(key, 'waiting') })}`}
            </span>
          </li>
        ))}
      </ul>
    </main>
  );
}
