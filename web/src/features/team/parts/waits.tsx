import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { durationOf } from '../../../format/amount.ts';
import { dueOf } from '../../../format/due.ts';
import { said } from '../../../format/label.ts';
import { inPath } from '../../../format/path.ts';
import { useReader } from '../../../format/reader.ts';
import type { Team } from '../api/team.ts';
import classes from './waits.module.css';

/** So many are seen; the rest is on the desk. */
const MOST = 6;

/** What waits for whoever reads and is about one of these people. */
export function Waits({ team: { waits, names, now } }: { team: Team }) {
  const { t } = useTranslation();
  const reader = useReader();
  if (!waits.length) return null;
  return (
    <section className={classes.card}>
      <h2>{t('team.waits')}</h2>
      <ul>
        {waits.slice(0, MOST).map(({ round, task, title, person, due, late, minutes, drafted }) => {
          const time = durationOf(t, minutes);
          const about = (
            <>
              <span>
                <b>{t('team.waitsFor', { title: said(reader, title), name: names[person] ?? person })}</b>
                <small data-late={late}>
                  {[
                    time,
                    due === null ? '' : dueOf(t, reader, { due, now, late }).words,
                    drafted ? t('team.begun') : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <IconChevronRight size={17} aria-hidden="true" />
            </>
          );
          return (
            <li key={`${round} ${task} ${person}`}>
              {round && task ? (
                <Link to="/desk/$round/$task" params={{ round: inPath(round), task }}>
                  {about}
                </Link>
              ) : (
                <Link to="/team/$person/plan" params={{ person }}>
                  {about}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
      {waits.length > MOST && (
        <Link to="/desk" className={classes.more}>
          {t('team.moreOnDesk', { count: waits.length - MOST })}
        </Link>
      )}
    </section>
  );
}
