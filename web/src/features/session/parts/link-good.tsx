import { Button, Checkbox } from '@mantine/core';
import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight';
import IconDeviceLaptop from '@tabler/icons-react/icons/IconDeviceLaptop';
import IconLock from '@tabler/icons-react/icons/IconLock';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { pageOrDesk } from '../../../../../contracts/pages.ts';
import { meQuery } from '../../../api/me.ts';
import { clockOf, weekdayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { type Link, useNotMe, useSignIn, waysQuery } from '../api/session.ts';
import classes from './link.module.css';

/** A link that is good: who, where to, how long; one button. */
export function LinkGood({ token, link }: { token: string; link: Link }) {
  const { t } = useTranslation();
  const reader = useReader();
  const [stay, setStay] = useState(true);
  const { data: me } = useQuery({ ...meQuery, retry: false, refetchInterval: false });
  const { data: ways } = useQuery(waysQuery);
  const signIn = useSignIn();
  const notMe = useNotMe();
  const now = Date.now();
  const name = link.name ?? '';
  const { leadsTo, sentAt, until, address } = link;
  const path = leadsTo?.path ?? '/';
  const isMe = me !== undefined && link.isAsker;
  // Nobody stays for a time that they were not told.
  const stays = stay && ways !== undefined;
  const go = () =>
    signIn.mutate(
      { token, stay: stays },
      { onSuccess: (signedIn) => window.location.assign(pageOrDesk(signedIn.path)) },
    );
  if (notMe.isSuccess) {
    return (
      <div className={classes.link} role="status">
        <h1>{t('session.notMe.done')}</h1>
        <p className={classes.lead}>{t('session.notMe.doneWhat')}</p>
      </div>
    );
  }
  return (
    <div className={classes.link}>
      <h1>{t('session.go.as', { name })}</h1>
      <p className={classes.lead}>
        <Trans
          i18nKey="session.go.sent"
          values={{
            address,
            when:
              sentAt === null
                ? ''
                : t('session.at', { day: weekdayOf(reader, sentAt, now), time: clockOf(reader, sentAt) }),
          }}
          components={{ b: <b /> }}
        />
      </p>
      {leadsTo?.title && (
        <div className={classes.target}>
          <p className={classes.quiet}>{t('session.go.leadsTo')}</p>
          <p className={classes.title}>{said(reader, leadsTo.title)}</p>
          <p className={classes.quiet}>
            {[
              leadsTo.of && said(reader, leadsTo.of),
              leadsTo.due !== null && t('session.go.due', { day: weekdayOf(reader, leadsTo.due, now) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      )}
      {me && !isMe && <p className={classes.lead}>{t('session.go.signedInAs', { name: me.name ?? me.person })}</p>}
      <Button
        fullWidth
        onClick={isMe ? () => window.location.assign(pageOrDesk(path)) : go}
        disabled={signIn.isPending}
      >
        {t(isMe ? 'session.go.on' : me ? 'session.go.change' : 'session.go.signIn', { name })}
        <IconArrowRight size={18} aria-hidden="true" className={classes.arrow} />
      </Button>
      {me && !isMe && (
        <Button variant="default" fullWidth onClick={() => window.location.assign('/')}>
          {t('session.go.remain', { name: me.name ?? me.person })}
        </Button>
      )}
      {!isMe && ways && (
        <Checkbox
          checked={stay}
          onChange={(event) => setStay(event.currentTarget.checked)}
          label={t('session.go.stay', { count: ways.stayDays })}
        />
      )}
      {signIn.isError && <ErrorSentence error={signIn.error} />}
      {notMe.isError && <ErrorSentence error={notMe.error} />}
      <div className={classes.small}>
        <p>
          <IconLock size={17} aria-hidden="true" />
          <span>
            {until !== null &&
              t('session.go.once', {
                when: t('session.at', { day: weekdayOf(reader, until, now), time: clockOf(reader, until) }),
              })}{' '}
            <button type="button" onClick={() => notMe.mutate(token)} disabled={notMe.isPending}>
              {t('session.notMe.say', { name })}
            </button>
          </span>
        </p>
        {ways?.company && (
          <p>
            <IconDeviceLaptop size={17} aria-hidden="true" />
            <span>
              {t('session.company.prefer')}{' '}
              <a href={`${ways.company.path}?to=${encodeURIComponent(path)}`}>{t('session.company.use')}</a>
            </span>
          </p>
        )}
      </div>
    </div>
  );
}
