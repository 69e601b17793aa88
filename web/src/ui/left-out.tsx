import { useTranslation } from 'react-i18next';
import { figureOf } from '../format/money.ts';
import { useReader } from '../format/reader.ts';
import classes from './left-out.module.css';

/** A need, or some of its people, for which a plan has no place. */
interface LeftOutNeed {
  readonly what: string;
  readonly people: readonly string[];
  /** The kind of limit that it was left out for. */
  readonly limit: string;
  /** Weighted gap points that stay open; null: only some of its people are shown, and so it is not known. */
  readonly lost: number | null;
}

/** So many are named; of more it is said how many they are. */
const NAMED = 4;

/** What a plan leaves out, for want of what, and what is lost by it; the greatest loss first. */
export function LeftOut({ needs }: { needs: readonly LeftOutNeed[] }) {
  const { t } = useTranslation();
  const reader = useReader();
  if (!needs.length) return <p className={classes.foot}>{t('ui.left.nothing')}</p>;
  const most = Math.max(...needs.map(({ lost }) => lost ?? 0));
  const names = new Intl.ListFormat(reader.language, { type: 'conjunction' });
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('ui.left.need')}</th>
            <th scope="col" className={classes.figure} colSpan={2}>
              {t('ui.left.lost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...needs]
            .sort((a, b) => (b.lost ?? -1) - (a.lost ?? -1))
            .map(({ what, people, limit, lost }) => (
              <tr key={`${what} ${limit} ${people.join()}`}>
                <td>
                  <div className={classes.what}>{what}</div>
                  <div className={classes.quiet}>
                    {people.length <= NAMED ? names.format(people) : t('ui.left.people', { count: people.length })}
                    {' · '}
                    {t(`ui.left.limit.${limit}`)}
                  </div>
                </td>
                <td className={classes.bar} aria-hidden="true">
                  {lost !== null && (
                    <span>
                      <i style={{ width: `${most ? (lost / most) * 100 : 0}%` }} />
                    </span>
                  )}
                </td>
                <td className={classes.figure}>{lost === null ? '–' : figureOf(reader, lost)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className={classes.foot}>
        {t('ui.left.points')}
        {needs.some(({ lost }) => lost === null) && ` ${t('ui.left.partly')}`}
      </p>
    </>
  );
}
