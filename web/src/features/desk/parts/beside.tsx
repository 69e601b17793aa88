import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { clockOf, dayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Desk } from '../api/get-desk.ts';
import { AnsweredList } from './answered-list.tsx';
import classes from './beside.module.css';

/** So many are shown beside the desk; all of them have a page of their own. */
const SHOWN = 3;

/** What was answered lately, and what comes. */
export function Beside({ desk: { answered, coming, now } }: { desk: Desk }) {
  const { t } = useTranslation();
  const reader = useReader();
  if (!answered.length && !coming.length) return null;
  return (
    <aside className={classes.beside}>
      {answered.length > 0 && (
        <section aria-labelledby="answered">
          <h3 id="answered">{t('desk.answeredLately')}</h3>
          <AnsweredList answered={answered.slice(0, SHOWN)} now={now} />
          <p className={classes.quiet}>{t('desk.changeable')}</p>
          {answered.length > SHOWN && <Link to="/desk/answered">{t('desk.allAnswered')}</Link>}
        </section>
      )}
      {coming.length > 0 && (
        <section aria-labelledby="coming">
          <h3 id="coming">{t('desk.coming')}</h3>
          <ul>
            {coming.map(({ at, title, place, as, path }) => (
              <li key={path} className={classes.coming}>
                <span className={classes.day}>{dayOf(reader, at, now)}</span>
                <span className={classes.what}>
                  <span className={classes.name}>{said(reader, title)}</span>
                  <span className={classes.quiet}>
                    {[as === 'trainer' ? t('desk.youTeach') : undefined, place, clockOf(reader, at)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
