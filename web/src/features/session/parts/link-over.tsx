import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { clockOf, type Reader, weekdayOf } from '../../../format/date.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { type Link, useAskForLink } from '../api/session.ts';
import classes from './link.module.css';

/** A link that is not good: what became of it, and the way on. @param link undefined: a part of it is missing */
export function LinkOver({ token, link }: { token: string; link: Link | undefined }) {
  const { t } = useTranslation();
  const reader = useReader();
  const navigate = useNavigate();
  const ask = useAskForLink();
  const state = link?.state ?? 'missing';
  const again = state === 'used' || state === 'expired';
  if (ask.isSuccess) {
    return (
      <div className={classes.link} role="status">
        <h1>{t('session.mail.sent')}</h1>
        <p className={classes.lead}>
          {t('session.mail.sentWhat', { address: link?.address, minutes: ask.data.minutes })}
        </p>
      </div>
    );
  }
  return (
    <div className={classes.link}>
      <h1>{t(`session.over.${state}`)}</h1>
      <p className={classes.lead}>{link ? sentenceOf(t, reader, link) : t('session.over.missingWhat')}</p>
      {again && (
        <Button fullWidth onClick={() => ask.mutate({ token })} disabled={ask.isPending}>
          {t('session.over.fresh', { address: link?.address })}
        </Button>
      )}
      {ask.isError && <ErrorSentence error={ask.error} />}
      <Button variant={again ? 'default' : 'filled'} fullWidth onClick={() => void navigate({ to: '/sign-in' })}>
        {t('session.over.otherwise')}
      </Button>
    </div>
  );
}

function sentenceOf(t: TFunction, reader: Reader, { state, usedAt, usedOn, until }: Link): string {
  const now = Date.now();
  const when = (at: number) => t('session.at', { day: weekdayOf(reader, at, now), time: clockOf(reader, at) });
  if (state === 'used' && usedAt !== null) {
    const device = [usedOn?.browser, usedOn?.system].filter(Boolean).join(' · ');
    return device
      ? t('session.over.usedOn', { when: when(usedAt), device })
      : t('session.over.usedAt', { when: when(usedAt) });
  }
  if (state === 'expired' && until !== null) return t('session.over.expiredAt', { when: when(until) });
  return t('session.over.voidWhat');
}
