import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Selection } from '../api/selection.ts';
import classes from './criteria.module.css';

/** By what one is judged, and how much each counts; as bars, which are a table for whoever hears it. */
export function Criteria({ criteria }: { criteria: Selection['criteria'] }) {
  const { t } = useTranslation();
  const reader = useReader();
  const most = Math.max(...criteria.map(({ weight }) => Number(weight)));
  const percent = new Intl.NumberFormat(reader.language, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <table className={classes.criteria}>
      <thead className="for-readers">
        <tr>
          <th scope="col">{t('call.criterion')}</th>
          <th scope="col">{t('call.weight')}</th>
          <th scope="col">{t('call.minimum')}</th>
        </tr>
      </thead>
      <tbody>
        {criteria.map(({ id, label, weight, minimum }) => (
          <tr key={id}>
            <th scope="row">{said(reader, label)}</th>
            <td className={classes.weight}>
              <span className={classes.bar} aria-hidden="true">
                <i style={{ width: `${(Number(weight) / most) * 100}%` }} />
              </span>
              <b>{percent.format(Number(weight))}</b>
            </td>
            <td className={classes.least}>
              {minimum === undefined ? (
                <span className="for-readers">{t('call.noMinimum')}</span>
              ) : (
                t('call.atLeast', { score: Number(minimum) })
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
