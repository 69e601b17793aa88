import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { figureOf } from '../../../format/money.ts';
import { useReader } from '../../../format/reader.ts';
import classes from './effect.module.css';

/** What was promised of something, and what was measured; null: too few to be shown, or nobody was rated again. */
export interface Kept {
  readonly key: string;
  readonly name: string;
  readonly promised: number;
  readonly measured: number | null;
  readonly hidden: boolean;
}

/** Promised and measured as two points on one line each, and the same as a table. What is not known is hatched, never zero. */
export function Dumbbell({ title, rows, privacy }: { title: string; rows: readonly Kept[]; privacy: number }) {
  const { t } = useTranslation();
  const reader = useReader();
  const [asTable, turn] = useState(false);
  const most = Math.max(1, ...rows.flatMap(({ promised, measured }) => [promised, measured ?? 0]));
  const at = (points: number) => `${(points / most) * 100}%`;
  const said = ({ measured, hidden }: Kept) =>
    measured === null ? t(hidden ? 'plan.effect.tooFew' : 'plan.effect.notYet') : figureOf(reader, measured);
  return (
    <section className={classes.chart}>
      <div className={classes.bar}>
        <h2>{title}</h2>
        <button type="button" aria-pressed={asTable} onClick={() => turn(!asTable)}>
          {t(asTable ? 'plan.effect.asPicture' : 'plan.effect.asTable')}
        </button>
      </div>
      {asTable ? (
        <table className={classes.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('plan.effect.what')}</th>
              <th scope="col">{t('plan.effect.promised')}</th>
              <th scope="col">{t('plan.effect.measured')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                <td>{figureOf(reader, row.promised)}</td>
                <td>{said(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <>
          <p className={classes.key}>
            <span>
              <i className={classes.ring} aria-hidden="true" />
              {t('plan.effect.promised')}
            </span>
            <span>
              <i className={classes.dot} aria-hidden="true" />
              {t('plan.effect.measured')}
            </span>
          </p>
          <ul>
            {rows.map((row) => (
              <li key={row.key} className={classes.row}>
                <span className={classes.name}>{row.name}</span>
                <span className={classes.axis} aria-hidden="true">
                  {row.measured === null ? (
                    <span className={classes.hatched} />
                  ) : (
                    <i
                      style={{
                        left: at(Math.min(row.promised, row.measured)),
                        width: at(Math.abs(row.promised - row.measured)),
                      }}
                    />
                  )}
                  <b className={classes.ring} style={{ left: at(row.promised) }} />
                  {row.measured !== null && <b className={classes.dot} style={{ left: at(row.measured) }} />}
                </span>
                <span>
                  <span className="for-readers">{t('plan.effect.promised')} </span>
                  {figureOf(reader, row.promised)}
                  {' → '}
                  <span className="for-readers">{t('plan.effect.measured')} </span>
                  <strong>{said(row)}</strong>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {rows.some(({ hidden }) => hidden) && <p className={classes.why}>{t('plan.effect.why', { count: privacy })}</p>}
    </section>
  );
}
