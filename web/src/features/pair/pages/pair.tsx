import { Button, Radio, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockOf } from '../../../format/date.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { Page } from '../../../ui/page.tsx';
import { useAnswerPairing, useLook } from '../api/pairing.ts';
import classes from './pair.module.css';

const SCOPES = ['act', 'read'] as const;
/** For so long a program is let in; then it asks again. */
const DAYS = 90;

/** A program of mine that has no browser shows a code in its terminal; here I look which one it is, and let it in or not. */
export function Pair() {
  const { t } = useTranslation();
  const reader = useReader();
  const [code, write] = useState('');
  const [scope, choose] = useState<(typeof SCOPES)[number]>('act');
  const look = useLook();
  const answer = useAnswerPairing();
  const asks = look.data;
  return (
    <Page title={t('pair.title')} reading>
      <div className={classes.page}>
        <h1>{t('pair.title')}</h1>
        {answer.isSuccess ? (
          <div role="status" className={classes.part}>
            <p className={classes.lead}>{t(answer.data.grant ? 'pair.isIn' : 'pair.isOut')}</p>
            <p>
              <Link to="/settings" hash="tokens">
                {t('pair.toTokens')}
              </Link>
            </p>
          </div>
        ) : !asks ? (
          <form
            className={classes.part}
            onSubmit={(event) => {
              event.preventDefault();
              look.mutate(code);
            }}
          >
            <p className={classes.lead}>{t('pair.what')}</p>
            <TextInput
              label={t('pair.code')}
              value={code}
              onChange={(event) => write(event.currentTarget.value)}
              classNames={{ input: classes.code! }}
              maxLength={20}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              required
              withAsterisk={false}
            />
            {look.isError && <ErrorSentence error={look.error} />}
            <p>
              <Button type="submit" disabled={look.isPending}>
                {t('pair.look')}
              </Button>
            </p>
          </form>
        ) : (
          <div className={classes.part}>
            <p className={classes.lead}>{t('pair.isYours')}</p>
            <dl className={classes.program}>
              <div>
                <dt>{t('pair.name')}</dt>
                <dd>{asks.name}</dd>
              </div>
              <div>
                <dt>{t('pair.from')}</dt>
                <dd>{asks.address}</dd>
              </div>
              <div>
                <dt>{t('pair.at')}</dt>
                <dd>{clockOf(reader, asks.askedAt)}</dd>
              </div>
            </dl>
            <Radio.Group
              label={t('pair.may')}
              value={scope}
              onChange={(chosen) => choose(chosen as (typeof SCOPES)[number])}
            >
              {SCOPES.map((one) => (
                <Radio key={one} value={one} label={t(`pair.scope.${one}`)} />
              ))}
            </Radio.Group>
            <p className={classes.quiet}>
              {t('pair.forDays', { count: DAYS })} {t('pair.warning')}
            </p>
            {answer.isError && <ErrorSentence error={answer.error} />}
            <p className={classes.acts}>
              <Button
                onClick={() => answer.mutate({ code, grant: true, scope, days: DAYS })}
                disabled={answer.isPending}
              >
                {t('pair.letIn')}
              </Button>
              <Button
                variant="default"
                onClick={() => answer.mutate({ code, grant: false, scope, days: DAYS })}
                disabled={answer.isPending}
              >
                {t('pair.notMine')}
              </Button>
            </p>
          </div>
        )}
      </div>
    </Page>
  );
}
