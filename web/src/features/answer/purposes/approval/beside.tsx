import { useTranslation } from 'react-i18next';
import { ownPath } from '../../../../api/own-path.ts';
import { currencyName, figureOf, moneyOf } from '../../../../format/money.ts';
import { useReader } from '../../../../format/reader.ts';
import { Face } from '../../../../ui/face.tsx';
import { PdfLink } from '../../../../ui/pdf-link.tsx';
import { procedureOf } from '../../parts/procedure-of.ts';
import type { MatterOf } from '../purpose.ts';
import classes from './approval.module.css';
import own from './beside.module.css';

interface BesideProps {
  readonly matter: MatterOf<'cycle-approval'>;
}

/** The whole plan in four figures, struck out what they were; of whoever approves for a department their own people's seats beside. */
export function Figures({ matter, card = false }: BesideProps & { card?: boolean }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { figures, before, currency, department, mine } = matter;
  const figure = (value: number) => figureOf(reader, value);
  const money = (value: number) => moneyOf(reader, value, currency);
  const rows: (readonly [string, number, number | undefined, (value: number) => string])[] = [
    [t('answer.approval.figure.offerings'), figures.offerings, before?.offerings, figure],
    [t('answer.approval.figure.places'), figures.places, before?.places, figure],
    [t('answer.approval.figure.cost', { currency: currencyName(reader, currency) }), figures.cost, before?.cost, money],
    [t('answer.approval.figure.effect'), figures.effect, before?.effect, figure],
    ...(department
      ? [[t('answer.approval.figure.mine'), Object.values(mine).flat().length, undefined, figure] as const]
      : []),
  ];
  return (
    <section className={card ? own.card : undefined}>
      <h2 className={own.heading}>{t('answer.approval.figures')}</h2>
      <dl className={own.figures}>
        {rows.map(([name, now, was, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {was !== undefined && said(was) !== said(now) && <s>{said(was)}</s>}
              {said(now)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Who is asked in this step, and who has answered. */
export function Answerers({ matter }: BesideProps) {
  const { t } = useTranslation();
  const done = matter.answered.filter(({ answered }) => answered).length;
  return (
    <div>
      <p className={classes.quiet}>
        {t('answer.approval.answered', {
          step: t(`answer.approval.step.${matter.step}`),
          done,
          count: matter.answered.length,
        })}
      </p>
      <ul className={own.faces}>
        {matter.answered.map(({ person, answered }) => {
          const name = matter.names[person] ?? person;
          const words = t(answered ? 'answer.approval.hasAnswered' : 'answer.approval.hasNot', { name });
          return (
            <li key={person} data-answered={answered} title={words}>
              <Face name={name} size={30} />
              <span className="for-readers">{words}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What this version is known by on paper, and the paper. */
export function Fingerprint({ matter, round }: BesideProps & { round: string }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { digest, version } = matter;
  const file = (format: string) =>
    ownPath(`/api/cycles/${procedureOf(round)}/plan.${format}?version=${version}&locale=${reader.language}`);
  return (
    <div className={own.print}>
      <span title={digest}>
        {t('answer.approval.fingerprint')}{' '}
        <code>{`${digest.slice(0, 4)} ${digest.slice(4, 8)} … ${digest.slice(-4)}`}</code>
      </span>
      <PdfLink href={file('pdf')} name={`plan-${version}.pdf`}>
        {t('answer.approval.pdf')}
      </PdfLink>
      <a href={file('xlsx')} download={`plan-${version}.xlsx`}>
        {t('answer.approval.xlsx')}
      </a>
    </div>
  );
}
