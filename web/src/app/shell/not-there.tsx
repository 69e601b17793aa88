import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';

/** One page for what is not there and for what is not yours. */
export function NotThere() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.error.missing')} reading>
      <h1>{t('app.error.missing')}</h1>
      <p>{t('app.error.missingWhat')}</p>
      <p>
        <Link to="/desk">{t('app.error.toDesk')}</Link>
      </p>
    </Page>
  );
}
