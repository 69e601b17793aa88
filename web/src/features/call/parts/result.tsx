import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Application, Selection } from '../api/selection.ts';
import classes from './result.module.css';

type Given = NonNullable<NonNullable<Application['progress']>['result']>;

/** By criterion, one's own score beside the median of all, and the line that had to be reached; what was strong, and what was not. */
export function Result({ selection, result }: { selection: Selection; result: Given }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { criteria, strengths, gaps, rank, score } = result;
  const known = (id: string) => selection.criteria.find((one) => one.id === id);
  const called = (id: string) => {
    const criterion = known(id);
    return criterion ? said(reader, criterion.label) : id;
  };
  const list = (ids: readonly string[]) =>
    new Intl.ListFormat(reader.language, { type: 'conjunction' }).format(ids.map(called));
  const figure = (value: number | null) =>
    value === null
      ? '–'
      : new Intl.NumberFormat(reader.language, { minimumFractionDigits: 0, maximumFractionDigits: 2 }).format(value);
  return (
    <section aria-labelledby="result" className={classes.result}>
      <h2 id="result">{t('call.result')}</h2>
      {rank !== null && score !== null && <p>{t('call.rank', { rank, score: figure(score) })}</p>}
      {strengths.length > 0 && <p>{t('call.strengths', { list: list(strengths) })}</p>}
      {gaps.length > 0 && <p>{t('call.gaps', { list: list(gaps) })}</p>}
      {criteria.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('call.criterion')}</th>
              <th scope="col" className={classes.picture}>
                <span className="for-readers">{t('call.picture')}</span>
              </th>
              <th scope="col">{t('call.own')}</th>
              <th scope="col">{t('call.median')}</th>
              <th scope="col">{t('call.minimum')}</th>
            </tr>
          </thead>
          <tbody>
            {criteria.map((line) => {
              const { min = 0, max = 10 } = known(line.criterion) ?? {};
              const at = (value: number) => `${((value - min) / (max - min)) * 100}%`;
              return (
                <tr key={line.criterion}>
                  <th scope="row">{called(line.criterion)}</th>
                  <td className={classes.picture} aria-hidden="true">
                    <span className={classes.scale}>
                      {line.minimum !== null && <i data-is="minimum" style={{ left: at(line.minimum) }} />}
                      {line.median !== null && <i data-is="median" style={{ left: at(line.median) }} />}
                      {line.score !== null && <i data-is="own" style={{ left: at(line.score) }} />}
                    </span>
                  </td>
                  <td>
                    <b>{figure(line.score)}</b>
                  </td>
                  <td>{figure(line.median)}</td>
                  <td>{figure(line.minimum)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {criteria.length > 0 && (
        <p className={classes.legend} aria-hidden="true">
          <span>
            <i data-is="own" /> {t('call.own')}
          </span>
          <span>
            <i data-is="median" /> {t('call.median')}
          </span>
          {criteria.some(({ minimum }) => minimum !== null) && (
            <span>
              <i data-is="minimum" /> {t('call.minimum')}
            </span>
          )}
        </p>
      )}
      <p className={classes.quiet}>{t('call.resultUse')}</p>
    </section>
  );
}
