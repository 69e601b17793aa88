import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { tenthsOf } from '../../../format/figure.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Face } from '../../../ui/face.tsx';
import type { Development } from '../api/team.ts';
import classes from './person-head.module.css';

/** Who it is, and the two sides of what is known of them. */
export function PersonHead({ of }: { of: Development }) {
  const { t } = useTranslation();
  const reader = useReader();
  const me = useMe();
  const name = of.name ?? of.person;
  const self = of.person === me.person;
  return (
    <>
      {!self && (
        <Link
          to="/team"
          search={of.supervisor && of.supervisor !== me.person ? { of: of.supervisor } : {}}
          className={classes.back}
        >
          {t('team.title')}
        </Link>
      )}
      <div className={classes.head}>
        <Face name={name} size={52} />
        <div>
          <h1>{name}</h1>
          <p className={classes.quiet}>
            {[said(reader, of.post.title), said(reader, of.department.name)].join(' · ')}
            {of.meanGap !== null && ` · ${t('team.meanGapIs', { gap: tenthsOf(reader, of.meanGap) })}`}
          </p>
        </div>
      </div>
      <nav className={classes.tabs} aria-label={t('team.sides')}>
        <Link
          to="/team/$person"
          params={{ person: of.person }}
          activeOptions={{ exact: true }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t('team.abilities')}
        </Link>
        <Link to="/team/$person/plan" params={{ person: of.person }} activeProps={{ 'aria-current': 'page' }}>
          {t('team.plan.title')}
        </Link>
      </nav>
    </>
  );
}
