import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './legend.module.css';

/** What a cell of abilities may show beside a figure: the same sign means the same on every page. */
export type Sign = 'missing' | 'not-needed' | 'open' | 'below' | 'met';

/** What the signs of a picture mean. `children`: what it has of its own, first. */
export function Legend({ signs, children }: { signs: readonly Sign[]; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <p className={classes.legend}>
      {children}
      {signs.map((sign) => (
        <span key={sign}>
          <i data-sign={sign} aria-hidden="true">
            {sign === 'not-needed' && '–'}
          </i>
          {t(`ui.legend.${sign}`)}
        </span>
      ))}
    </p>
  );
}
