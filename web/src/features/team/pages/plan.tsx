import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { developmentQuery } from '../api/team.ts';
import { PersonHead } from '../parts/person-head.tsx';
import { PlanCard } from '../parts/plan-card.tsx';
import classes from './plan.module.css';

const route = getRouteApi('/inside/shell/team/$person/plan');

/** What was agreed with somebody, cycle by cycle, with both signatures. */
export function DevelopmentPlan() {
  const { t } = useTranslation();
  const me = useMe();
  const { person } = route.useParams();
  const { data: of, error, refetch } = useQuery(developmentQuery(person));
  if (!of) {
    return (
      <Page title={t('team.plan.title')} reading>
        {error ? <ErrorSentence whole error={error} again={() => void refetch()} /> : <LoadingCards />}
      </Page>
    );
  }
  return (
    <Page title={`${t('team.plan.title')} · ${of.name ?? of.person}`} reading>
      <PersonHead of={of} />
      <div className={classes.plans}>
        {of.plans.map((plan) => (
          <PlanCard key={plan.cycle.id} plan={plan} of={of} />
        ))}
        {of.plans.length === 0 && (
          <p className={classes.quiet}>{t(of.person === me.person ? 'team.plan.noneOfMine' : 'team.plan.none')}</p>
        )}
      </div>
    </Page>
  );
}
