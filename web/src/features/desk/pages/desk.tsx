import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { partOfDay } from '../../../format/date.ts';
import { givenName } from '../../../format/name.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { KeyHints } from '../../../ui/key-hints.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { StaleMark } from '../../../ui/stale-mark.tsx';
import { deskQuery } from '../api/get-desk.ts';
import { Asked } from '../parts/asked.tsx';
import { Beside } from '../parts/beside.tsx';
import classes from './desk.module.css';

/** What is asked of me, in due order; beside it what I have answered lately, and what comes. */
export function Desk() {
  const { t } = useTranslation();
  const { data: desk, error, refetch, dataUpdatedAt } = useQuery(deskQuery);
  const me = useMe();
  const reader = useReader();
  const navigate = useNavigate();
  const cards = useRef<HTMLDivElement>(null);
  const move = (by: 1 | -1) => {
    const links = [...(cards.current?.querySelectorAll<HTMLElement>('article a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    c: () => void navigate({ to: '/desk/answered' }),
  });
  const name = givenName(me.name ?? me.person);
  const greeting = desk ? t(`desk.good.${partOfDay(reader, desk.now)}`, { name }) : t('app.places.desk');
  return (
    <Page title={t('app.places.desk')} reading>
      <div className={classes.columns}>
        <div ref={cards}>
          <h1>{greeting}</h1>
          {desk ? (
            <Asked desk={desk} />
          ) : error ? (
            <ErrorSentence error={error} again={() => void refetch()} />
          ) : (
            <LoadingCards />
          )}
          {desk && <StaleMark readAt={dataUpdatedAt} />}
          {desk && desk.groups.length > 0 && (
            <div className={classes.keys}>
              <KeyHints
                hints={[
                  [['J', 'K'], t('desk.keys.move')],
                  [['Enter'], t('desk.keys.open')],
                  [['C'], t('desk.keys.change')],
                ]}
              />
            </div>
          )}
        </div>
        {desk && <Beside desk={desk} />}
      </div>
    </Page>
  );
}
