import { useTranslation } from 'react-i18next';
import { Legend as Signs } from '../../../ui/legend.tsx';
import classes from './legend.module.css';
import { SHADES } from './shade.ts';

/** What the colours and signs of the map mean. @param notNeeded some of the cells are not part of somebody's post */
export function Legend({ notNeeded }: { notNeeded: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={classes.legend}>
      <Signs signs={notNeeded ? ['missing', 'not-needed', 'met'] : ['missing', 'met']}>
        <span>
          <span className={classes.shades} aria-hidden="true">
            {SHADES.map((shade) => (
              <i key={shade} style={{ background: `var(--gap-${shade})` }} />
            ))}
          </span>
          {t('team.legend.gaps')}
        </span>
      </Signs>
    </div>
  );
}
