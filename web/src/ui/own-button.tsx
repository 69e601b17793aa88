import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me.ts';
import { Face } from './face.tsx';
import { useOver } from './over.ts';
import classes from './own-button.module.css';

/** One's own face: behind it are the places, the settings, and the way out. */
export function OwnButton() {
  const { t } = useTranslation();
  const me = useMe();
  const show = useOver();
  const name = me.name ?? me.person;
  return (
    <button
      type="button"
      className={classes.own}
      onClick={() => show('own')}
      aria-haspopup="dialog"
      aria-label={t('app.own', { name })}
    >
      <Face name={name} />
    </button>
  );
}
