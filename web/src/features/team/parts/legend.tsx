import { useTranslation } from 'react-i18next';
import classes from './legend.module.css';
import { SHADES } from './shade.ts';

/** What the colours and signs of the map mean. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <p className={classes.legend}>
      <span>
        <span className={classes.shades} aria-hidden="true">
          {SHADES.map((shade) => (
            <i key={shade} style={{ background: `var(--gap-${shade})` }} />
          ))}
        </span>
        {t('team.legend.gaps')}
      </span>
      <span>
        <i className={classes.missing} aria-hidden="true" />
        {t('team.legend.missing')}
      </span>
      <span>
        <i className={classes.dot} aria-hidden="true" />
        {t('team.legend.met')}
      </span>
    </p>
  );
}
