import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../../format/date.ts';
import { useReader } from '../../../format/reader.ts';
import type { Desk } from '../api/get-desk.ts';
import classes from './asked.module.css';
import { sentenceOf } from './sentence.ts';
import { TaskCard } from './task-card.tsx';

/** The sentence that says it all, and a card for each round. */
export function Asked({ desk: { groups, away, now } }: { desk: Desk }) {
  const { t } = useTranslation();
  const reader = useReader();
  // A day of the calendar is no instant: noon of it is that day in every zone that has people in it.
  const until = away && Date.parse(`${away.until}T12:00:00Z`);
  return (
    <>
      <p className={classes.sentence}>{groups.length ? sentenceOf(t, groups) : t('desk.empty')}</p>
      {until && <p className={classes.away}>{t('desk.away', { day: weekdayOf(reader, until, now) })}</p>}
      <div className={classes.cards}>
        {groups.map((group, at) => (
          <TaskCard key={group.round} group={group} now={now} first={at === 0} />
        ))}
      </div>
    </>
  );
}
