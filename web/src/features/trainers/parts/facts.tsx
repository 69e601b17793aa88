import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Trainer } from '../api/trainers.ts';

/** Until when somebody is of the team. */
export function UntilWhen({ until }: Pick<Trainer, 'until'>) {
  const { t } = useTranslation();
  const reader = useReader();
  return <>{until === null ? t('trainers.noTerm') : t('trainers.until', { day: dayInWords(reader, until) })}</>;
}

/** How many hours somebody may still teach; nothing for whom that is none of their business. */
export function HoursLeft({ hours }: Pick<Trainer, 'hours'>) {
  const { t } = useTranslation();
  if (!hours) return null;
  return <>{t('trainers.hoursLeft', { left: hours.left, limit: hours.limit })}</>;
}

/** What participants have said, once enough of them have. */
export function Rating({ rating }: Pick<Trainer, 'rating'>) {
  const { t } = useTranslation();
  const reader = useReader();
  if (!rating) return null;
  if (rating.hidden) return <>{said(reader, rating.hidden.text)}</>;
  if (rating.mean === null) return <>{t('trainers.notRated')}</>;
  const mean = new Intl.NumberFormat(reader.language, { maximumFractionDigits: 1 }).format(rating.mean);
  return <>{t('trainers.rated', { mean, count: rating.answers })}</>;
}
