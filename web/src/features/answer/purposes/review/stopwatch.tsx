import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './fields.module.css';

/** How long somebody has been speaking; it is nobody's record. */
export function Stopwatch() {
  const { t } = useTranslation();
  const [since, begin] = useState<number>();
  const [before, keep] = useState(0);
  const [now, look] = useState(() => Date.now());
  useEffect(() => {
    if (since === undefined) return;
    const timer = setInterval(() => look(Date.now()), 250);
    return () => clearInterval(timer);
  }, [since]);
  const seconds = Math.floor((before + (since === undefined ? 0 : Math.max(0, now - since))) / 1000);
  const two = (amount: number) => String(amount).padStart(2, '0');
  const start = () => {
    look(Date.now());
    begin(Date.now());
  };
  const stop = () => {
    keep(before + Date.now() - since!);
    begin(undefined);
  };
  return (
    <span className={classes.watch}>
      <b role="timer" aria-label={t('answer.review.watch')}>
        {`${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`}
      </b>
      <Button variant="default" onClick={since === undefined ? start : stop}>
        {t(since === undefined ? (before ? 'answer.review.on' : 'answer.review.start') : 'answer.review.stop')}
      </Button>
      {since === undefined && before > 0 && (
        <Button variant="subtle" onClick={() => keep(0)}>
          {t('answer.review.reset')}
        </Button>
      )}
    </span>
  );
}
