import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './loading-cards.module.css';

/** What comes sooner is never announced. */
const PATIENCE_MS = 200;

/** The shape of what comes, after a moment; never a spinner. */
export function LoadingCards({ count = 3 }: { count?: number }) {
  const { t } = useTranslation();
  const [shown, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className={classes.cards} role="status">
      <span className="for-readers">{t('app.loading')}</span>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <div key={at} className={classes.card} aria-hidden="true">
          <i style={{ width: '28%' }} />
          <i style={{ width: '62%', height: 18 }} />
          <i style={{ width: '80%' }} />
        </div>
      ))}
    </div>
  );
}
