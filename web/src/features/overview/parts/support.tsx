import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { supportQuery } from '../api/overview.ts';
import classes from './support.module.css';

/** So many acts are seen at once. */
const MOST = 6;

/** What I have done for the training of others: a line for each, and nobody else sees it. */
export function Support() {
  const { t } = useTranslation();
  const reader = useReader();
  const { data: support, error, refetch } = useQuery(supportQuery);
  const [all, showAll] = useState(false);
  const given = support?.given ?? [];
  return (
    <section className={classes.card} aria-labelledby="support">
      <h2 id="support">{t('overview.support.title')}</h2>
      <p className={classes.quiet}>
        <IconEyeOff size={15} aria-hidden="true" />
        {t('overview.support.private')}
      </p>
      {error && !support && <ErrorSentence error={error} again={() => void refetch()} />}
      {support && !given.length && <p className={classes.nothing}>{t('overview.support.nothing')}</p>}
      <ul>
        {(all ? given : given.slice(0, MOST)).map((act) => (
          <li key={`${act.round} ${act.code}`}>
            <span>
              {said(reader, act.text)}
              {act.of && <small>{said(reader, act.of)}</small>}
            </span>
            <time>{dayOf(reader, act.at, support!.now)}</time>
          </li>
        ))}
      </ul>
      {given.length > MOST && (
        <button type="button" className={classes.all} onClick={() => showAll(!all)}>
          {t(all ? 'overview.fewer' : 'overview.all', { count: given.length })}
        </button>
      )}
    </section>
  );
}
