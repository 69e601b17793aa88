import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Ways } from '../api/session.ts';
import classes from './ways.module.css';

/** The company's own account: a page of theirs, and back. */
export function CompanyAccount({ company, to }: { company: NonNullable<Ways['company']>; to: string | undefined }) {
  const { t } = useTranslation();
  return (
    <section className={classes.way}>
      <Button component="a" href={to ? `${company.path}?to=${encodeURIComponent(to)}` : company.path} fullWidth>
        {t('session.company.with', { name: company.name })}
      </Button>
    </section>
  );
}
