import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { currencyName, figureOf, moneyOf } from '../../../format/money.ts';
import { useReader } from '../../../format/reader.ts';
import type { Plan, Resources } from '../api/cycle.ts';
import { roomOf } from './line.ts';
import classes from './plan.module.css';
import own from './uses.module.css';

interface UseProps {
  readonly name: string;
  readonly words: string;
  readonly share: number | null;
}

function Use({ name, words, share }: UseProps) {
  return (
    <li className={own.use}>
      <p>
        <span>{name}</span>
        <b>{words}</b>
      </p>
      {share !== null && (
        <div className={own.bar} data-over={share > 1} aria-hidden="true">
          <i style={{ width: `${Math.min(1, share) * 100}%` }} />
        </div>
      )}
    </li>
  );
}

/** Which places are taken for how many days, and who teaches for how many hours; of what they have, where one may see it. */
export function PlacesAndTrainers({ plan, resources }: { plan: Plan; resources: Resources | undefined }) {
  const { t } = useTranslation();
  const reader = useReader();
  const lines = plan.lines.filter(({ cancelled }) => !cancelled);
  const rooms = sums(
    lines,
    (line) => roomOf(plan, line) ?? t('plan.online'),
    ({ planned }) => planned.days.length,
  );
  const trainers = sums(
    lines.filter(({ planned }) => planned.trainer !== null),
    ({ planned }) => planned.trainer!,
    ({ planned }) => planned.hours,
  );
  return (
    <div className={own.columns}>
      <section className={own.block}>
        <h2>{t('plan.places')}</h2>
        <ul>
          {rooms.map(([name, days]) => (
            <Use key={name} name={name} words={t('plan.daysTaken', { count: days })} share={null} />
          ))}
        </ul>
      </section>
      <section className={own.block}>
        <h2>{t('plan.trainers')}</h2>
        <ul>
          {trainers.map(([person, hours]) => {
            const limit = resources?.trainers.find((one) => one.person === person)?.limit;
            const shown = figureOf(reader, hours);
            return (
              <Use
                key={person}
                name={plan.names[person] ?? person}
                words={
                  limit === undefined
                    ? t('plan.hours', { count: hours, shown })
                    : t('plan.hoursOf', { shown, limit: figureOf(reader, limit) })
                }
                share={limit ? hours / limit : null}
              />
            );
          })}
        </ul>
      </section>
    </div>
  );
}

function sums<T>(
  lines: readonly T[],
  of: (line: T) => string,
  amount: (line: T) => number,
): readonly [string, number][] {
  const found = new Map<string, number>();
  for (const line of lines) found.set(of(line), (found.get(of(line)) ?? 0) + amount(line));
  return [...found].sort(([, a], [, b]) => b - a);
}

/** Money line by line: planned of what is there, what leaders have committed of it, what is spent. */
export function Money({ resources }: { resources: Resources }) {
  const { t } = useTranslation();
  const reader = useReader();
  const money = (amount: number) => moneyOf(reader, amount, resources.currency);
  return (
    <section className={own.block} style={{ maxWidth: 720, marginTop: 20 }}>
      <h2>{t('plan.money', { currency: currencyName(reader, resources.currency) })}</h2>
      <ul>
        {resources.lines.map(({ line, label, limit, planned, committed, used }) => (
          <li key={line} className={own.use}>
            <p>
              <span>{said(reader, label)}</span>
              <b>{t('plan.moneyOf', { planned: money(planned), limit: money(limit) })}</b>
            </p>
            <div className={own.bar} data-over={planned > limit} aria-hidden="true">
              <i style={{ width: `${limit ? Math.min(1, planned / limit) * 100 : 0}%` }} />
            </div>
            <span className={classes.quiet}>
              {[
                planned > limit
                  ? t('plan.moneyOver', { amount: money(planned - limit) })
                  : t('plan.moneyLeft', { amount: money(limit - planned) }),
                committed === null ? null : t('plan.committed', { amount: money(committed) }),
                used > 0 ? t('plan.used', { amount: money(used) }) : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
