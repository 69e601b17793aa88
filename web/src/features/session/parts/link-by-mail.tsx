import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { useAskForLink } from '../api/session.ts';
import classes from './ways.module.css';

/** An address is sent a link; the page says the same whether somebody has it or not. */
export function LinkByMail({ to, first }: { to: string | undefined; first: boolean }) {
  const { t } = useTranslation();
  const [address, write] = useState('');
  const ask = useAskForLink();
  if (ask.isSuccess) {
    return (
      <section className={classes.way} role="status">
        <h2>{t('session.mail.sent')}</h2>
        <p>
          {t('session.mail.sentWhat', {
            address: ask.variables && 'address' in ask.variables ? ask.variables.address : '',
            minutes: ask.data.minutes,
          })}
        </p>
        <Button variant="default" onClick={() => ask.reset()}>
          {t('session.mail.other')}
        </Button>
      </section>
    );
  }
  return (
    <form
      className={classes.way}
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate({ address: address.trim(), ...(to ? { path: to } : {}) });
      }}
    >
      <TextInput
        type="email"
        name="email"
        label={t('session.mail.address')}
        value={address}
        onChange={(event) => write(event.currentTarget.value)}
        autoComplete="email"
        required
        withAsterisk={false}
      />
      <Button type="submit" variant={first ? 'filled' : 'default'} disabled={ask.isPending} fullWidth>
        {t('session.mail.send')}
      </Button>
      {ask.isError && <ErrorSentence error={ask.error} />}
    </form>
  );
}
