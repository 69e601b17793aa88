import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../../format/date.ts';
import { useReader } from '../../../format/reader.ts';
import type { Desk, DeskGroup } from '../api/get-desk.ts';
import classes from './asked.module.css';
import { Choice } from './choice.tsx';
import { comingName } from './coming-name.ts';
import { ALL, chosenOf, FILTERED_FROM } from './filter.ts';
import type { InPlaceProps } from './in-place.ts';
import { sentenceOf } from './sentence.ts';
import { TaskCard } from './task-card.tsx';

const ManyCards = lazy(() => import('./many-cards.tsx'));

/** Above so many cards only those are made that are seen. */
const MANY = 60;

interface AskedProps {
  readonly desk: Desk;
  /** The round that is answered in place; undefined: none is. */
  readonly opened: string | undefined;
  readonly open: (round: string | undefined) => void;
  readonly InPlace: ComponentType<InPlaceProps>;
}

/** The sentence that says it all, and a card for each round. */
export function Asked({ desk, opened, open, InPlace }: AskedProps) {
  const { t } = useTranslation();
  const [chosen, choose] = useState(ALL);
  const { groups, now } = desk;
  const filtered = groups.length >= FILTERED_FROM;
  const shown = filtered ? chosenOf(groups, chosen, now) : groups;
  const card = (group: DeskGroup, first: boolean): ReactNode => {
    const { round, next, may } = group;
    const isOpen = round === opened;
    return (
      <TaskCard
        group={group}
        now={now}
        // The form that is open has the one filled button.
        first={first && (opened === undefined || isOpen)}
        open={() => open(round)}
        form={
          isOpen ? (
            <Suspense>
              <InPlace
                key={next}
                round={round.replace(/^round:/, '')}
                task={next}
                takesBack={may.includes('takeBack')}
                close={() => open(undefined)}
              />
            </Suspense>
          ) : undefined
        }
      />
    );
  };
  return (
    <>
      <p className={classes.sentence}>{groups.length ? sentenceOf(t, groups) : <Empty desk={desk} />}</p>
      <Away desk={desk} />
      {filtered && <Choice groups={groups} now={now} chosen={chosen} choose={choose} />}
      {filtered && !shown.length && <p className={classes.sentence}>{t('desk.filter.none')}</p>}
      {shown.length > MANY ? (
        <Suspense>
          <ManyCards groups={shown} card={card} />
        </Suspense>
      ) : (
        <div className={classes.cards}>
          {shown.map((group, at) => (
            <div key={group.round}>{card(group, at === 0)}</div>
          ))}
        </div>
      )}
    </>
  );
}

function Empty({ desk: { coming, now } }: { desk: Desk }) {
  const { t } = useTranslation();
  const reader = useReader();
  const [next] = coming;
  if (!next) return t('desk.empty');
  return t('desk.emptyNext', { what: comingName(t, reader, next), day: weekdayOf(reader, next.at, now) });
}

function Away({ desk: { away, now } }: { desk: Desk }) {
  const { t } = useTranslation();
  const reader = useReader();
  if (!away) return null;
  // A day of the calendar is no instant: noon of it is that day in every zone that has people in it.
  const day = weekdayOf(reader, Date.parse(`${away.until}T12:00:00Z`), now);
  return (
    <p className={classes.away}>
      {away.deputy ? t('desk.awayWith', { day, name: away.deputy.name ?? away.deputy.id }) : t('desk.away', { day })}
    </p>
  );
}
