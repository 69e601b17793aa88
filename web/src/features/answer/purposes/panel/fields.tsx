import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import type { FieldsProps, MatterOf } from '../purpose.ts';
import { departuresFrom } from './departures.ts';
import classes from './fields.module.css';

/** Whoever departs is not offered that they do not. */
const NO_DEPARTURE = ['none'];

const ApplicationSheet = lazy(() => import('../application/application-sheet.tsx'));

/** The candidates in the order of the ranking. Whoever departs from it says why; whoever does not is asked nothing more. */
export default function PanelFields({
  round,
  matter,
  content,
  change,
  disabled,
  ask,
  faults,
}: FieldsProps<MatterOf<'panel'>>) {
  const { t } = useTranslation();
  const reader = useReader();
  const [read, open] = useState<string>();
  const { candidates, seats, chair, topics } = matter;
  const chosen = Array.isArray(content.candidates) ? (content.candidates as readonly string[]) : [];
  const departures = departuresFrom(candidates, chosen);
  const departs = departures.length > 0;
  const answered = content.candidates !== undefined && content.candidates !== null;
  // No departure needs no ground; one that is none any more has lost it.
  const ground = content.ground;
  useEffect(() => {
    if (disabled || !answered) return;
    if (!departs && ground !== 'none') change('ground', 'none');
    if (departs && ground === 'none') change('ground', undefined);
  }, [answered, departs, ground, disabled, change]);
  const toggle = (code: string) =>
    change('candidates', chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code]);
  const byRanking = candidates.filter(({ seat }) => seat === 'yes').map(({ code }) => code);
  const figure = new Intl.NumberFormat(reader.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const missing = faults.some(({ key }) => key === 'candidates');
  return (
    <>
      <div className={classes.intro}>
        <p>
          {t('answer.panel.what', { count: seats })} {chair && <b>{t('answer.panel.chair')}</b>}
        </p>
        <button type="button" disabled={disabled} onClick={() => change('candidates', byRanking)}>
          {t('answer.panel.asRanked')}
        </button>
      </div>
      <ol className={classes.list} data-field="candidates">
        {candidates.map(({ code, name, departmentName, rank, score, seat, topics: own }) => {
          const departure = departures.find((one) => one.code === code);
          return (
            <li key={code}>
              <label>
                <span className={classes.rank}>{rank ?? '–'}</span>
                <input
                  type="checkbox"
                  checked={chosen.includes(code)}
                  onChange={() => toggle(code)}
                  disabled={disabled || (!chosen.includes(code) && chosen.length >= seats)}
                  aria-label={t('answer.panel.choose', { name: name ?? code })}
                />
                <span className={classes.who}>
                  <b>{name ?? code}</b>
                  <span className={classes.quiet}>
                    {[
                      code,
                      departmentName && said(reader, departmentName),
                      ...own.map((topic) => {
                        const known = topics.find(({ id }) => id === topic);
                        return known ? said(reader, known.label) : topic;
                      }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <span className={classes.seat} data-seat={departure?.change ?? seat}>
                  {t(`answer.panel.seat.${departure?.change ?? seat}`)}
                </span>
                <span className={classes.score}>{score === null ? '–' : figure.format(score)}</span>
              </label>
              <button
                type="button"
                onClick={() => open(code)}
                aria-haspopup="dialog"
                aria-label={t('answer.conflicts.readWhat', { code: name ?? code })}
              >
                {t('answer.conflicts.read')}
              </button>
            </li>
          );
        })}
      </ol>
      {missing && <p className={classes.fault}>{t('answer.fault.missing')}</p>}
      <p className={classes.quiet} role="status">
        {t('answer.panel.chosen', { count: chosen.length, seats })}{' '}
        {answered && (departs ? t('answer.panel.departs') : t('answer.panel.follows'))}
      </p>
      {departs && ask('ground', NO_DEPARTURE)}
      {departs && ask('reason')}
      {read && (
        <Suspense>
          <ApplicationSheet round={round} code={read} topics={topics} close={() => open(undefined)} />
        </Suspense>
      )}
    </>
  );
}
