import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Page } from '../../ui/page.tsx';

/** Nothing can be shown, not even who is signed in. */
export function Lost({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <Page title={t('app.error.failed')} reading>
      <ErrorSentence whole error={error} again={() => void router.invalidate()} />
    </Page>
  );
}
