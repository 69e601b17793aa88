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
  const of = (post: string, state: string) =>
    sitting.tasks.filter((task) => (task.formKey ?? '') === post && task.state === state).length;
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
              <Segments done={of(key, 'submitted')} drafted={of(key, 'drafted')} total={people} />
            </span>
            <span className={classes.count}>
              {t('answer.ratings.inOf', { done: of(key, 'submitted'), count: people })}
            </span>
          </li>
        ))}
      </ul>
    </main>
  );
}
