import { useTranslation } from 'react-i18next';
import { countOf, tenthsOf } from '../../../format/figure.ts';
import { said } from '../../../format/label.ts';
import { moneyOf } from '../../../format/money.ts';
import { useReader } from '../../../format/reader.ts';
import type { Overview } from '../api/overview.ts';
import classes from './figures.module.css';

interface FiguresProps {
  readonly figures: NonNullable<Overview['figures']>;
  readonly currency: string;
}

/** Four figures, each with what it is of; what is not known is a dash with why. */
export function Figures({ figures: { closed, seats, cost, liked }, currency }: FiguresProps) {
  const { t } = useTranslation();
  const reader = useReader();
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
      label: t('overview.figure.seats', { seats: count(seats.seats) }),
      of: seats.absent ? t('overview.figure.absent', { count: seats.absent }) : t('overview.figure.nobodyAbsent'),
      hidden: null,
    },
    {
      key: 'cost',
      figure: cost.perPoint === null ? null : moneyOf(reader, cost.perPoint, currency),
      label: t('overview.figure.perPoint', { currency }),
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
  );
}
