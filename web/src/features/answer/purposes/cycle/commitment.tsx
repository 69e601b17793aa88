import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { currencyName, figureOf, moneyOf } from '../../../../format/money.ts';
import { useReader } from '../../../../format/reader.ts';
import type { MatterOf, MatterProps } from '../purpose.ts';
import classes from './cycle.module.css';

/** What is asked of a leader: money, hours of people, or a room, in the words of the terms. */
export default function CommitmentMatter({ matter }: MatterProps<MatterOf<'cycle-commitments'>>) {
  const { t } = useTranslation();
  const reader = useReader();
  const { commitment, asked, currency, label, room } = matter;
  const { kind } = commitment;
  return (
    <>
      <h1>{said(reader, commitment.text)}</h1>
      <p className={classes.lead}>{t(`answer.commitment.lead.${kind}`)}</p>
      {kind === 'budget' && (
        <>
          <p className={classes.amount}>
            {moneyOf(reader, asked, currency)} <small>{currencyName(reader, currency)}</small>
          </p>
          {label && <p className={classes.quiet}>{t('answer.commitment.line', { line: said(reader, label) })}</p>}
        </>
      )}
      {kind === 'time' && (
        <p className={classes.amount}>
          {figureOf(reader, asked)} <small>{t('answer.commitment.hours', { count: asked })}</small>
        </p>
      )}
      {room && <p className={classes.amount}>{room}</p>}
    </>
  );
}
