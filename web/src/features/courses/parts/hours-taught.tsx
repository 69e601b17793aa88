import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countOf } from '../../../format/figure.ts';
import { useReader } from '../../../format/reader.ts';
import { trainersQuery } from '../api/courses.ts';
import classes from './hours-taught.module.css';

/** Hours of teaching: used, planned, and how many are allowed, as one bar. Whoever has no limit is shown none. */
export function HoursTaught({ person }: { person: string }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { data } = useQuery(trainersQuery);
  const hours = data?.trainers.find((one) => one.person === person)?.hours;
  if (!hours || hours.limit <= 0) return null;
  const { used, planned, limit } = hours;
  const share = (part: number) => `${Math.min(100, (100 * part) / limit)}%`;
  return (
    <div className={classes.hours}>
      <span className={classes.bar} aria-hidden="true">
        <i data-as="used" style={{ width: share(used) }} />
        <i data-as="planned" style={{ width: share(Math.max(0, planned - used)) }} />
      </span>
      <p>
        {t('courses.hoursOf', {
          used: countOf(reader, used),
          planned: countOf(reader, planned),
          limit: countOf(reader, limit),
        })}
      </p>
    </div>
  );
}
