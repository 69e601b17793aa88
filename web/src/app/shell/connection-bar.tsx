import IconCloudOff from '@tabler/icons-react/icons/IconCloudOff';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './connection-bar.module.css';

function watch(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Says at the bottom that the machine has no connection, and what goes on all the same. */
export function ConnectionBar() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(watch, () => navigator.onLine);
  return (
    <div className={classes.place} role="status">
      {!online && (
        <p className={classes.bar}>
          <IconCloudOff size={18} stroke={1.8} aria-hidden="true" />
          {t('app.offline')}
        </p>
      )}
    </div>
  );
}
