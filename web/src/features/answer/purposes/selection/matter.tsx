import { useTranslation } from 'react-i18next';
import { useNow } from '../../../../api/clock.ts';
import { weekdayOf } from '../../../../format/date.ts';
import { said } from '../../../../format/label.ts';
import { listed } from '../../../../format/list.ts';
import { useReader } from '../../../../format/reader.ts';
import { Passage } from '../../../../ui/passage.tsx';
import classes from '../../parts/matter.module.css';
import type { MatterOf, MatterProps } from '../purpose.ts';

type OfSelection = MatterOf<'acknowledgement' | 'endorsement' | 'nomination' | 'acceptance'>;

/** What a selection asks of somebody who judges nobody in it: the measures, and what the question is about. */
export default function SelectionMatter({ task, matter }: MatterProps<OfSelection>) {
  const { t } = useTranslation();
  const reader = useReader();
  const { measures } = matter;
  return (
    <>
      <h1>{matter.purpose === 'nomination' ? t('answer.nomination.title') : said(reader, task.title)}</h1>
      <About matter={matter} />
      {measures && <Measures measures={measures} />}
    </>
  );
}

/** What is asked about, beside the measures. */
function About({ matter }: { matter: OfSelection }) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const day = (at: number) => weekdayOf(reader, at, now);
  switch (matter.purpose) {
    case 'acknowledgement':
      return <p className={classes.lead}>{t('answer.acknowledgement.what')}</p>;
    case 'endorsement':
      return (
        <>
          <p className={classes.lead}>
            {t('answer.endorsement.what', { count: matter.seats, months: matter.termMonths })}{' '}
            {matter.opens !== null &&
              matter.closes !== null &&
              t('answer.endorsement.when', { opens: day(matter.opens), closes: day(matter.closes) })}
          </p>
          <p className={classes.quiet}>{t('answer.endorsement.public')}</p>
        </>
      );
    case 'nomination':
      return (
        <>
          <p className={classes.lead}>
            {matter.by
              ? t('answer.nomination.by', { name: matter.by.name ?? matter.by.id })
              : t('answer.nomination.what')}{' '}
            {matter.closes !== null && t('answer.nomination.closes', { day: day(matter.closes) })}
          </p>
          {matter.reason && <Passage title={t('answer.nomination.reason')} text={matter.reason} />}
        </>
      );
    case 'acceptance':
      return (
        <>
          <p className={classes.lead}>{t(matter.movedUp ? 'answer.acceptance.movedUp' : 'answer.acceptance.chosen')}</p>
          <dl className={classes.facts}>
            <dt>{t('answer.acceptance.topics')}</dt>
            <dd>
              {listed(
                reader,
                matter.topics.map((topic) => said(reader, topic)),
              ) || '–'}
            </dd>
            <dt>{t('answer.acceptance.hours')}</dt>
            <dd>{t('answer.hours', { count: matter.hoursPerMonth })}</dd>
            <dt>{t('answer.acceptance.term')}</dt>
            <dd>{t('answer.acceptance.months', { count: matter.termMonths })}</dd>
          </dl>
        </>
      );
  }
}

const PASSAGES = ['duties', 'incentives', 'workloadProtection', 'term', 'useOfResults'] as const;

/** The management measures, passage by passage. */
function Measures({ measures }: { measures: NonNullable<OfSelection['measures']> }) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  return (
    <>
      {PASSAGES.map((key) => (
        <Passage key={key} title={t(`answer.measures.${key}`)} text={said(reader, measures.texts[key])} />
      ))}
      <p className={classes.quiet}>
        {t('answer.measures.version', {
          version: measures.version,
          day: weekdayOf(reader, measures.publishedAt, now),
        })}
      </p>
    </>
  );
}
