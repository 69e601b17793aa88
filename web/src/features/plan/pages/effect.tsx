import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { currencyName, figureOf, moneyOf } from '../../../format/money.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { type Cycle, cycleQuery, type Effect as EffectSeen, effectQuery } from '../api/cycle.ts';
import { Dumbbell, type Kept } from '../parts/dumbbell.tsx';
import classes from '../parts/effect.module.css';
import plan from '../parts/plan.module.css';

/** What has come of a plan: promised against measured, as far as enough people are behind it. */
export function Effect() {
  const { t } = useTranslation();
  const { cycle: id } = useParams({ from: '/inside/shell/plan/$cycle/effect' });
  const cycle = useQuery(cycleQuery(id));
  const effect = useQuery(effectQuery(id));
  const error = cycle.error ?? effect.error;
  return (
    <Page title={t('plan.toEffect')} reading>
      {cycle.data && effect.data ? (
        <Shown id={id} cycle={cycle.data} effect={effect.data} />
      ) : error ? (
        <ErrorSentence
          whole
          error={error}
          again={() => {
            void cycle.refetch();
            void effect.refetch();
          }}
        />
      ) : (
        <LoadingCards count={2} />
      )}
    </Page>
  );
}

function Shown({ id, cycle, effect }: { id: string; cycle: Cycle; effect: EffectSeen }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { total, offerings, departments, courses, currency, privacy } = effect;
  const points = (figure: number) => figureOf(reader, figure);
  const mean = (of: { readonly mean: number | null; readonly answers: number }, most: number): ReactNode =>
    of.mean === null ? (
      <dd data-hidden="true">{of.answers > 0 ? t('plan.effect.tooFew') : t('plan.effect.noAnswers')}</dd>
    ) : (
      <dd>
        {points(of.mean)}
        <small>{t('plan.effect.ofMost', { most, count: of.answers })}</small>
      </dd>
    );
  const whole: Kept = {
    key: 'total',
    name: t('plan.effect.whole'),
    promised: total.measured === null ? total.promised : total.promisedOfMeasured,
    measured: total.measured,
    hidden: total.hidden && total.measured === null,
  };
  const ofCourse = (course: string) => (courses[course] ? said(reader, courses[course]) : course);
  const ofDepartment = (department: string) => {
    const name = effect.departmentNames[department];
    return name ? said(reader, name) : department;
  };
  return (
    <>
      <p className={plan.eyebrow}>
        <Link to="/plan/$cycle" params={{ cycle: id }}>
          {said(reader, cycle.title)}
        </Link>
      </p>
      <h1>
        {total.measured === null
          ? t(total.hidden ? 'plan.effect.titleHidden' : 'plan.effect.titleNone')
          : t('plan.effect.title', { measured: points(total.measured), promised: points(total.promisedOfMeasured) })}
      </h1>
      <p className={classes.lead}>{t('plan.effect.held', { held: total.held, count: total.offerings })}</p>
      <dl className={classes.figures}>
        <div className={classes.figure}>
          <dt>{t('plan.effect.present')}</dt>
          <dd>
            {points(total.present)}
            <small>{t('plan.effect.ofInvited', { count: total.invited })}</small>
          </dd>
        </div>
        <div className={classes.figure}>
          <dt>{t('plan.effect.reaction')}</dt>
          {mean(total.reaction, 5)}
        </div>
        <div className={classes.figure}>
          <dt>{t('plan.effect.transfer')}</dt>
          {mean(total.transfer.supervisors, 5)}
        </div>
        <div className={classes.figure}>
          <dt>{t('plan.effect.cost', { currency: currencyName(reader, currency) })}</dt>
          <dd>
            {moneyOf(reader, total.cost, currency)}
            {total.costPerPoint !== null && (
              <small>{t('plan.effect.aPoint', { amount: moneyOf(reader, total.costPerPoint, currency) })}</small>
            )}
          </dd>
        </div>
      </dl>
      <Dumbbell title={t('plan.effect.inAll')} rows={[whole]} privacy={privacy} />
      {departments.length > 0 && (
        <Dumbbell
          title={t('plan.effect.byDepartment')}
          privacy={privacy}
          rows={departments.map(({ department, ...kept }) => ({
            ...{ key: department, name: ofDepartment(department) },
            ...kept,
          }))}
        />
      )}
      {offerings.length > 0 && (
        <Dumbbell
          title={t('plan.effect.byOffering')}
          privacy={privacy}
          rows={offerings.map(({ offering, course, ...kept }) => ({
            ...{ key: offering, name: `${ofCourse(course)} · ${offering}` },
            ...kept,
          }))}
        />
      )}
      <p className={classes.why}>{t('plan.effect.points')}</p>
    </>
  );
}
