import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Overview } from '../api/overview.ts';
import classes from './took-part.module.css';

/** Who was rated, department by department; a department that said nothing is named as one. */
export function TookPart({ tookPart, cycle }: Pick<Overview, 'tookPart'> & { readonly cycle: string }) {
  const { t } = useTranslation();
  const reader = useReader();
  return (
    <section className={classes.card} aria-labelledby="took-part">
      <h2 id="took-part">{t('overview.tookPart.title')}</h2>
      <p className={classes.quiet}>{t('overview.tookPart.what')}</p>
      <ul>
        {tookPart.map(({ department, name, rated, people, returned }) => (
          <li key={department} data-silent={returned === 'silent'}>
            <span className={classes.name}>
              <Link to="/why/$stream/$what" params={{ stream: cycle, what: department }}>
                {said(reader, name)}
              </Link>
              {returned && <small>{t(`overview.tookPart.${returned}`)}</small>}
            </span>
            <span className={classes.bar} aria-hidden="true">
              <i style={{ width: `${people ? (100 * rated) / people : 0}%` }} />
            </span>
            <span className={classes.count}>{t('overview.tookPart.of', { rated, people })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
