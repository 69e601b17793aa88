import { useTranslation } from 'react-i18next';
import { LOOKS, type Look } from './heat-map.tsx';
import classes from './look-switch.module.css';

interface LookSwitchProps {
  readonly look: Look;
  readonly choose: (look: Look) => void;
  /** There is a cycle before, to compare with. */
  readonly since: boolean;
}

/** What stands in the cells of the map. */
export function LookSwitch({ look, choose, since }: LookSwitchProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.looks}>
      <legend className="for-readers">{t('team.looks')}</legend>
      {LOOKS.filter((one) => since || one !== 'since').map((one) => (
        <button key={one} type="button" aria-pressed={look === one} onClick={() => choose(one)}>
          {t(`team.look.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
