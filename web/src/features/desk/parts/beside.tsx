import IconCalendarPlus from '@tabler/icons-react/icons/IconCalendarPlus';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isPage } from '../../../../../contracts/pages.ts';
import { clockOf, dayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Desk } from '../api/get-desk.ts';
import { AnsweredList } from './answered-list.tsx';
import classes from './beside.module.css';
import { comingName } from './coming-name.ts';

/** So many are shown beside the desk; all of them have a page of their own. */
const SHOWN = 3;

/** What was answered lately, and what comes. */
export function Beside({ desk: { answered, coming, now } }: { desk: Desk }) {
  const { t } = useTranslation();
  const reader = useReader();
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
            {coming.map((one) => (
              <li key={`${one.path} ${one.at}`} className={classes.coming}>
                <span className={classes.day}>{dayOf(reader, one.at, now)}</span>
                <span className={classes.what}>
                  {isPage(one.path) ? (
                    <Link to={one.path as '/'} className={classes.name}>
                      {comingName(t, reader, one)}
                    </Link>
                  ) : (
                    <span className={classes.name}>{comingName(t, reader, one)}</span>
                  )}
                  <span className={classes.quiet}>
                    {one.what === 'stage'
                      ? said(reader, one.title)
                      : [one.as === 'trainer' ? t('desk.youTeach') : undefined, one.place, clockOf(reader, one.at)]
                          .filter(Boolean)
                          .join(' · ')}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Link to="/settings" hash="calendar" className={classes.calendar}>
        <IconCalendarPlus size={17} stroke={1.8} aria-hidden="true" />
        {t('desk.calendar')}
      </Link>
    </aside>
  );
}
