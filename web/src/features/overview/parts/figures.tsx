import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayInWords, dayOn } from '../../../format/date.ts';
import { countOf, tenthsOf } from '../../../format/figure.ts';
import { said } from '../../../format/label.ts';
import { currencyName, moneyOf } from '../../../format/money.ts';
import { inPath } from '../../../format/path.ts';
import { useReader } from '../../../format/reader.ts';
import type { Overview } from '../api/overview.ts';
import classes from './figures.module.css';

interface FiguresProps {
  readonly figures: NonNullable<Overview['figures']>;
  readonly cycle: NonNullable<Overview['cycle']>;
  readonly now: number;
}

/** Four figures, each with what it is of, since when they are counted, and the way to what they are made of; what is not known says why. */
export function Figures({ figures: { closed, seats, cost, liked }, cycle, now }: FiguresProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const { currency, period } = cycle;
  const begun = period.from <= dayOn(reader, now);
  const count = (value: number) => countOf(reader, value);
  const four = [
    {
      key: 'closed',
      figure: closed.measured === null ? null : count(closed.measured),
      label: t('overview.figure.closed'),
      of:
        closed.measured === null
          ? t('overview.figure.promisedInAll', { points: count(closed.inAll) })
          : t('overview.figure.promised', { points: count(closed.promised) }),
      hidden: closed.hidden,
    },
    {
      key: 'seats',
      figure: seats.present + seats.absent > 0 ? count(seats.present) : null,
      label: t('overview.figure.seats', { count: seats.seats }),
      of: [
        t('overview.figure.held', { held: count(seats.held), count: seats.offerings }),
        seats.absent ? t('overview.figure.absent', { count: seats.absent }) : '',
      ]
        .filter(Boolean)
        .join(' · '),
      hidden: null,
    },
    {
      key: 'cost',
      figure: cost.perPoint === null ? null : moneyOf(reader, cost.perPoint, currency),
      label: t('overview.figure.perPoint', { currency: currencyName(reader, currency) }),
      of: t('overview.figure.inAll', { amount: moneyOf(reader, cost.total, currency) }),
      hidden: cost.hidden,
    },
    {
      key: 'liked',
      figure: liked.mean === null ? null : tenthsOf(reader, liked.mean),
      label: t('overview.figure.liked'),
      of: t('overview.figure.answers', { count: liked.answers }),
      hidden: liked.hidden,
    },
  ];
  return (
    <section className={classes.card} aria-label={t('overview.figure.title')}>
      <dl className={classes.four}>
        {four.map(({ key, figure, label, of, hidden }) => (
          <div key={key}>
            <dt>
              {label}
              <span>{hidden ? said(reader, hidden.text) : of}</span>
            </dt>
            <dd data-missing={figure === null}>{figure ?? t('overview.notKnown')}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.since}>
        {t(begun ? 'overview.figure.since' : 'overview.figure.notBegun', { day: dayInWords(reader, period.from, now) })}{' '}
        <Link to="/plan/$cycle/effect" params={{ cycle: inPath(cycle.id) }}>
          {t('overview.figure.why')}
        </Link>
      </p>
    </section>
  );
}
