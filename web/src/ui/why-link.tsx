import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/**
 * Beside a figure: leads to why it is so, its rule and the events that it rests on.
 * @param stream with its kind, such as `cycle:plan-2027`
 * @param what an application, a person, a need, an offering, a change, a task or a department of it
 */
export function WhyLink({ stream, what }: { stream: string; what: string }) {
  const { t } = useTranslation();
  return (
    <Link to="/why/$stream/$what" params={{ stream, what }}>
      {t('ui.whyLink')}
    </Link>
  );
}
