import IconClock from '@tabler/icons-react/icons/IconClock';
import IconCoin from '@tabler/icons-react/icons/IconCoin';
import IconShieldCheck from '@tabler/icons-react/icons/IconShieldCheck';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { useMe } from '../../../api/me.ts';
import { spelled } from '../../../format/amount.ts';
import { type Reader, weekdayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { listed } from '../../../format/list.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { type Selection, selectionQuery, useReached } from '../api/selection.ts';
import { Criteria } from '../parts/criteria.tsx';
import { MayApply } from '../parts/may-apply.tsx';
import { Passage } from '../parts/passage.tsx';
import { dateOf, isFrom, stepsOf } from '../parts/stages.ts';
import { Steps } from '../parts/steps.tsx';
import { Supporters } from '../parts/supporters.tsx';
import classes from './call.module.css';

/** The call in plain words: what one gains, what is asked, how it goes, by what one is judged, and whether one may apply. */
export function Call() {
  const { t } = useTranslation();
  const reader = useReader();
  const { selection: id } = useParams({ from: '/inside/shell/call/$selection' });
  const { data: selection, error, refetch } = useQuery(selectionQuery(id));
  useTellReached(id, selection);
  if (!selection) {
    return (
      <Page title={t('call.title')} reading>
        {error ? <ErrorSentence whole error={error} again={() => void refetch()} /> : <LoadingCards count={2} />}
      </Page>
    );
  }
  return (
    <Page title={said(reader, selection.title)} reading>
      <Told id={id} selection={selection} />
    </Page>
  );
}

const GAINS = [
  ['incentives', IconCoin],
  ['workloadProtection', IconClock],
  ['useOfResults', IconShieldCheck],
] as const;

function Told({ id, selection }: { id: string; selection: Selection }) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const { measures, seats, termMonths, criteria, blind, criteriaFrozen, endorsements } = selection;
  const topics = listed(
    reader,
    selection.topics.map(({ label }) => said(reader, label)),
  );
  return (
    <div className={classes.columns}>
      <header className={classes.head}>
        <p className={classes.kicker}>
          {[said(reader, selection.title), standsIn(t, reader, selection, now)].join(' · ')}
        </p>
        <h1>{t('call.headline')}</h1>
        <p className={classes.lead}>
          {t('call.lead', { count: seats, seats: spelled(t, seats), term: termInWords(t, termMonths) })}
          {topics && t('call.topics', { topics })}
        </p>
      </header>
      <div className={classes.right}>
        <MayApply id={id} selection={selection} />
        <aside className={classes.beside} aria-label={t('call.beside')}>
          {measures && (
            <section aria-labelledby="asked">
              <h2 id="asked">{t('call.asked')}</h2>
              <Passage text={said(reader, measures.texts.duties)} />
              <Passage text={said(reader, measures.texts.term)} />
              <p className={classes.quiet}>
                {t('call.measures', { version: measures.version, day: weekdayOf(reader, measures.publishedAt, now) })}
              </p>
            </section>
          )}
          {endorsements.length > 0 && <Supporters endorsements={endorsements} />}
        </aside>
      </div>
      <div className={classes.main}>
        {measures && (
          <section aria-labelledby="gain">
            <h2 id="gain">{t('call.gain')}</h2>
            <ul className={classes.gains}>
              {GAINS.map(([key, Icon]) => (
                <li key={key}>
                  <Icon size={22} stroke={1.7} aria-hidden="true" />
                  <div>
                    <Passage text={said(reader, measures.texts[key])} />
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-labelledby="way">
          <h2 id="way">{t('call.way')}</h2>
          <Steps steps={stepsOf(t, reader, selection, now)} />
          {!isFrom('screening', selection) && (
            <p className={classes.quiet}>
              {t('call.managerAsked')}
              {t('call.space')}
              {t(`call.ifSilent.${selection.agreement.silence}`)}
            </p>
          )}
        </section>
        <section aria-labelledby="judged">
          <h2 id="judged">{t('call.judged')}</h2>
          <Criteria criteria={criteria} />
          <p className={classes.quiet}>
            {t(blind ? 'call.blind' : 'call.named')} {criteriaFrozen && t('call.frozen')}
          </p>
        </section>
      </div>
    </div>
  );
}

/** Where the call stands, in a few words. */
function standsIn(
  t: ReturnType<typeof useTranslation>['t'],
  reader: Reader,
  selection: Selection,
  now: number,
): string {
  const opens = dateOf(selection, 'call', 'start');
  const closes = dateOf(selection, 'call', 'end');
  if (selection.closed) return t('call.now.over');
  if (selection.paused) return t('call.paused');
  if (!isFrom('call', selection)) {
    return opens === null ? t('call.notYet') : t('call.opens', { day: weekdayOf(reader, opens, now) });
  }
  if (isFrom('screening', selection)) return t('call.over');
  if (closes === null) return t('call.open');
  const count = Math.max(0, Math.ceil((closes - now) / 86_400_000));
  return t('call.openUntil', { day: weekdayOf(reader, closes, now), count });
}

/** A term as one says it: years where it is whole years. */
function termInWords(t: ReturnType<typeof useTranslation>['t'], months: number): string {
  if (months % 12) return t('call.months', { count: months });
  return t('call.years', { count: months / 12, years: spelled(t, months / 12) });
}

/** Departments that a call has not reached are told of: whoever has it before them is reached, once. */
function useTellReached(id: string, selection: Selection | undefined): void {
  const { person } = useMe();
  const { mutate } = useReached(id);
  const counted =
    selection !== undefined &&
    !selection.closed &&
    (selection.stage === 'publicity' || selection.stage === 'call') &&
    !selection.mine.eligible.reasons.some(({ code }) => code === 'stranger' || code === 'department');
  useEffect(() => {
    if (counted) mutate(person);
  }, [counted, mutate, person]);
}
