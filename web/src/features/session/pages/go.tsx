import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { linkQuery } from '../api/session.ts';
import { LinkGood } from '../parts/link-good.tsx';
import { LinkOver } from '../parts/link-over.tsx';
import { Threshold } from '../parts/threshold.tsx';

/** The token behind the sign #, which is taken out of the address bar at once: nobody reads it over a shoulder. */
function tokenOnce(): string {
  const token = window.location.hash.slice(1);
  if (token) window.history.replaceState(window.history.state, '', window.location.pathname);
  return token;
}

/** Where the link of a letter leads: it says who, where to and how long, and nothing has happened before a press. */
export function Go() {
  const { t } = useTranslation();
  const [token] = useState(tokenOnce);
  const { data: link, error, refetch } = useQuery({ ...linkQuery(token), enabled: token !== '' });
  return (
    <Threshold title={t('session.title')}>
      {!token ? (
        <LinkOver token={token} link={undefined} />
      ) : error ? (
        <ErrorSentence whole error={error} again={() => void refetch()} />
      ) : !link ? (
        <LoadingCards count={1} />
      ) : link.state === 'good' ? (
        <LinkGood token={token} link={link} />
      ) : (
        <LinkOver token={token} link={link} />
      )}
    </Threshold>
  );
}
