import { Button, NativeSelect, TextInput } from '@mantine/core';
import IconTerminal2 from '@tabler/icons-react/icons/IconTerminal2';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../format/date.ts';
import { whenOf } from '../../../format/due.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { tokensQuery, useNewToken, useNoToken } from '../api/tokens.ts';
import classes from './listed.module.css';
import { Secret } from './secret.tsx';

const SCOPES = ['read', 'act'] as const;
const DAYS = [7, 30, 90, 366] as const;

/** What my programs are known by. */
export function Tokens() {
  const { t } = useTranslation();
  const reader = useReader();
  const { data, error, refetch } = useQuery(tokensQuery);
  const make = useNewToken();
  const end = useNoToken();
  const now = Date.now();
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">{t('settings.tokens')}</h2>
      <p className={classes.quiet}>
        {t('settings.tokensWhat')} <Link to="/pair">{t('settings.pair')}</Link>
      </p>
      {error && <ErrorSentence error={error} again={() => void refetch()} />}
      <ul className={classes.list}>
        {data?.tokens.map(({ id, name, scope, seenAt, until }) => (
          <li key={id}>
            <IconTerminal2 size={20} stroke={1.7} aria-hidden="true" />
            <span className={classes.what}>
              <span className={classes.name}>{name}</span>
              <span className={classes.quiet}>
                {[
                  t(`settings.scope.${scope}`),
                  seenAt === null
                    ? t('settings.neverSeen')
                    : t('settings.seen', { when: whenOf(t, reader, seenAt, now) }),
                  t('settings.goodUntil', { day: dayOf(reader, until, now) }),
                ].join(' · ')}
              </span>
            </span>
            <Button
              variant="default"
              onClick={() => end.mutate(id)}
              disabled={end.isPending}
              aria-label={t('settings.endToken', { name })}
            >
              {t('settings.takeAway')}
            </Button>
          </li>
        ))}
      </ul>
      {end.isError && <ErrorSentence error={end.error} />}
      {make.data ? (
        <>
          <Secret what={t('settings.tokenIs', { name: make.data.name })} secret={make.data.token} />
          <Button variant="default" onClick={() => make.reset()}>
            {t('settings.done')}
          </Button>
        </>
      ) : (
        <NewToken make={make} />
      )}
      {make.isError && <ErrorSentence error={make.error} />}
    </section>
  );
}

function NewToken({ make }: { make: ReturnType<typeof useNewToken> }) {
  const { t } = useTranslation();
  const [open, show] = useState(false);
  const [name, call] = useState('');
  const [scope, choose] = useState<(typeof SCOPES)[number]>('read');
  const [days, last] = useState(90);
  if (!open) {
    return (
      <p className={classes.acts}>
        <Button variant="default" onClick={() => show(true)}>
          {t('settings.newToken')}
        </Button>
      </p>
    );
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate({ name: name.trim(), scope, days }, { onSuccess: () => call('') });
      }}
    >
      <TextInput
        w="100%"
        label={t('settings.tokenName')}
        value={name}
        onChange={(event) => call(event.currentTarget.value)}
        maxLength={60}
        required
        withAsterisk={false}
        autoComplete="off"
      />
      <NativeSelect
        w="100%"
        label={t('settings.tokenMay')}
        value={scope}
        onChange={(event) => choose(event.currentTarget.value as (typeof SCOPES)[number])}
        data={SCOPES.map((one) => ({ value: one, label: t(`settings.scope.${one}`) }))}
      />
      <NativeSelect
        w="100%"
        label={t('settings.tokenFor')}
        value={String(days)}
        onChange={(event) => last(Number(event.currentTarget.value))}
        data={DAYS.map((one) => ({ value: String(one), label: t('settings.days', { count: one }) }))}
      />
      <Button type="submit" variant="default" disabled={make.isPending}>
        {t('settings.makeToken')}
      </Button>
    </form>
  );
}
