import IconCheck from '@tabler/icons-react/icons/IconCheck';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { whenOf } from '../../../format/due.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Desk } from '../api/get-desk.ts';
import classes from './answered-list.module.css';

/** What has been answered, and the way to change what still can be. */
export function AnsweredList({ answered, now }: { answered: Desk['answered']; now: number }) {
  const { t } = useTranslation();
  const reader = useReader();
  return (
    <ul className={classes.list}>
      {answered.map(({ round, task, title, label, at, changeableUntil }) => {
        const what = said(reader, label);
        const asked = said(reader, title);
        const when = whenOf(t, reader, at, now);
        return (
          <li key={`${round} ${task}`}>
            <IconCheck size={17} stroke={2.2} aria-hidden="true" />
            <span className={classes.what}>
              <span className={classes.name}>{what}</span>
              <span className={classes.quiet}>{what === asked ? when : `${asked} · ${when}`}</span>
            </span>
            {changeableUntil !== null && changeableUntil > now && (
              <Link
                to="/desk/$round/$task"
                params={{ round: round.replace(/^round:/, ''), task }}
                aria-label={t('desk.changeWhat', { label: what })}
              >
                {t('desk.change')}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
