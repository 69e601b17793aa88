import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ComponentType, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { partOfDay } from '../../../format/date.ts';
import { givenName } from '../../../format/name.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import type { Hint } from '../../../ui/hints-shown.ts';
import { KeyHints } from '../../../ui/key-hints.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { StaleMark } from '../../../ui/stale-mark.tsx';
import { deskQuery } from '../api/get-desk.ts';
import { Asked } from '../parts/asked.tsx';
import { Beside } from '../parts/beside.tsx';
import { type InPlaceProps, isAnsweredInPlace } from '../parts/in-place.ts';
import classes from './desk.module.css';

/** What is asked of me, in due order; beside it what I have answered lately, and what comes. It is handed what answers in place. */
export function Desk({ InPlace }: { InPlace: ComponentType<InPlaceProps> }) {
  const { t } = useTranslation();
  const { data: desk, error, refetch, dataUpdatedAt } = useQuery(deskQuery);
  const me = useMe();
  const reader = useReader();
  const navigate = useNavigate();
  const cards = useRef<HTMLDivElement>(null);
  const [opened, open] = useState<string>();
  const ways = () => [...(cards.current?.querySelectorAll<HTMLElement>('[data-go]') ?? [])];
  const move = (by: 1 | -1) => {
    const all = ways();
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  };
  /** The card that has the focus, or else the first one that is answered in place. */
  const answer = () => {
    const round = document.activeElement?.closest<HTMLElement>('[data-round]')?.dataset.round;
    const group = desk?.groups.find((one) => (round === undefined || one.round === round) && isAnsweredInPlace(one));
    if (group) open(group.round);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    e: answer,
    c: () => void navigate({ to: '/desk/answered' }),
  });
  const hints = useMemo(
    (): readonly Hint[] => [
      [['J', 'K'], t('desk.keys.move')],
      [['Enter'], t('desk.keys.open')],
      [['E'], t('desk.keys.answer')],
      [['C'], t('desk.keys.change')],
      [['?'], t('app.keys.keys')],
    ],
    [t],
  );
  const name = givenName(me.name ?? me.person);
  const greeting = desk ? t(`desk.good.${partOfDay(reader, desk.now)}`, { name }) : t('app.places.desk');
  return (
    <Page title={t('app.places.desk')} reading>
      <div className={classes.columns}>
        <div ref={cards}>
          <h1>{greeting}</h1>
          {desk ? (
            <Asked desk={desk} opened={opened} open={open} InPlace={InPlace} />
          ) : error ? (
            <ErrorSentence error={error} again={() => void refetch()} />
          ) : (
            <LoadingCards />
          )}
          {desk && <StaleMark readAt={dataUpdatedAt} failed={error !== null} />}
          {desk && desk.groups.length > 0 && (
            <div className={classes.keys}>
              <KeyHints hints={hints} />
            </div>
          )}
        </div>
        {desk && <Beside desk={desk} />}
      </div>
    </Page>
  );
}
