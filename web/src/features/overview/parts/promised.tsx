import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { differenceOf, levelOf } from '../../../format/figure.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Overview } from '../api/overview.ts';
import classes from './promised.module.css';

type Line = Overview['offerings'][number];

/** So many lines are seen at once; the furthest below the promise come first. */
const MOST = 12;

/** What each offering had promised and what was measured of it, as two points on a line, or as a table. */
export function Promised({ offerings, cycle }: { offerings: readonly Line[]; cycle: string }) {
  const { t } = useTranslation();
  const reader = useReader();
  const [table, asTable] = useState(false);
  const [all, showAll] = useState(false);
  const most = Math.max(...offerings.flatMap((o) => [o.promised, o.measured ?? 0]), 1);
  const shown = all ? offerings : offerings.slice(0, MOST);
  const why = offerings.find((o) => o.hidden)?.hidden;
  return (
    <section className={classes.card} aria-labelledby="promised">
      <div className={classes.head}>
        <h2 id="promised">{t('overview.promised.title')}</h2>
        <button type="button" aria-pressed={table} onClick={() => asTable(!table)}>
          {t('overview.asTable')}
        </button>
      </div>
      {!table && (
        <p className={classes.legend}>
          <span>
            <i className={classes.promised} aria-hidden="true" />
            {t('overview.promised.promised')}
          </span>
          <span>
            <i className={classes.measured} aria-hidden="true" />
            {t('overview.promised.measured')}
          </span>
          <span>{t('overview.promised.unit')}</span>
        </p>
      )}
      {table ? (
        <PromisedTable offerings={shown} />
      ) : (
        <ul>
          {shown.map((line) => (
            <li key={line.offering} className={classes.row}>
              <span className={classes.id}>{line.offering}</span>
              <Link
                to="/why/$stream/$what"
                params={{ stream: cycle, what: line.offering }}
                className={classes.name}
                title={said(reader, line.title)}
              >
                {said(reader, line.title)}
              </Link>
              <Dumbbell line={line} most={most} />
              <span className="for-readers">{inWords(line)}</span>
              <span
                className={classes.difference}
                data-short={line.difference !== null && line.difference < 0}
                aria-hidden="true"
              >
                {line.difference === null ? t('overview.promised.none') : differenceOf(reader, line.difference)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {offerings.length > MOST && (
        <button type="button" className={classes.all} onClick={() => showAll(!all)}>
          {t(all ? 'overview.fewer' : 'overview.all', { count: offerings.length })}
        </button>
      )}
      {why && <p className={classes.why}>{said(reader, why.text)}</p>}
    </section>
  );

  function inWords({ promised, measured, hidden }: Line): string {
    const facts = { promised: levelOf(reader, promised), measured: levelOf(reader, measured ?? 0) };
    if (measured !== null) return t('overview.promised.words', facts);
    return t(hidden ? 'overview.promised.hidden' : 'overview.promised.notMeasured', facts);
  }
}

function Dumbbell({ line: { promised, measured }, most }: { line: Line; most: number }) {
  const at = (points: number) => `${(Math.max(0, points) / most) * 100}%`;
  const short = measured !== null && measured < promised;
  return (
    <span className={classes.track} aria-hidden="true">
      {measured !== null && (
        <i
          className={classes.between}
          data-short={short}
          style={{ left: at(Math.min(promised, measured)), width: at(Math.abs(promised - measured)) }}
        />
      )}
      <i className={classes.promised} style={{ left: at(promised) }} />
      {measured !== null && <i className={classes.measured} data-short={short} style={{ left: at(measured) }} />}
    </span>
  );
}

function PromisedTable({ offerings }: { offerings: readonly Line[] }) {
  const { t } = useTranslation();
  const reader = useReader();
  return (
    <table className={classes.table}>
      <caption className="for-readers">{t('overview.promised.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('overview.promised.offering')}</th>
          <th scope="col">{t('overview.promised.promised')}</th>
          <th scope="col">{t('overview.promised.measured')}</th>
          <th scope="col">{t('overview.promised.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {offerings.map(({ offering, title, promised, measured, difference, hidden }) => (
          <tr key={offering}>
            <th scope="row">
              {offering} {said(reader, title)}
            </th>
            <td>{levelOf(reader, promised)}</td>
            <td>
              {measured !== null
                ? levelOf(reader, measured)
                : t(hidden ? 'overview.promised.small' : 'overview.promised.none')}
            </td>
            <td>{difference === null ? t('overview.promised.none') : differenceOf(reader, difference, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
