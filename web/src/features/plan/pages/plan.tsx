import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { ownPath } from '../../../api/own-path.ts';
import { dayOf, monthInWords } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { currencyName, figureOf, moneyOf } from '../../../format/money.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LeftOut } from '../../../ui/left-out.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { PdfLink } from '../../../ui/pdf-link.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { type Cycle, cycleQuery, type Plan as PlanSeen, planQuery, resourcesQuery } from '../api/cycle.ts';
import { titleOf } from '../parts/line.ts';
import { LinesTable } from '../parts/lines-table.tsx';
import { Paper } from '../parts/paper.tsx';
import { People, peopleIn } from '../parts/people.tsx';
import classes from '../parts/plan.module.css';
import { Money, PlacesAndTrainers } from '../parts/uses.tsx';

type TabName = 'month' | 'course' | 'people' | 'places' | 'money' | 'left';

/** The plan of a cycle: what is held when, for whom of one's own people, and what it has no place for. */
export function Plan() {
  const { t } = useTranslation();
  const reader = useReader();
  const { cycle: id } = useParams({ from: '/inside/shell/plan/$cycle' });
  const cycle = useQuery(cycleQuery(id));
  const plan = useQuery(planQuery(id));
  const error = cycle.error ?? plan.error;
  return (
    <Page title={cycle.data ? said(reader, cycle.data.title) : t('app.places.plan')}>
      {cycle.data && plan.data ? (
        <Shown id={id} cycle={cycle.data} plan={plan.data} />
      ) : error ? (
        <ErrorSentence
          whole
          error={error}
          again={() => {
            void cycle.refetch();
            void plan.refetch();
          }}
        />
      ) : (
        <LoadingCards count={2} />
      )}
    </Page>
  );
}

/** From these stages on there is something to say of what came of it. */
const MEASURED: readonly string[] = ['execution', 'effect', 'feedback', 'closed'];

function Shown({ id, cycle, plan }: { id: string; cycle: Cycle; plan: PlanSeen }) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const [open, turn] = useState<TabName>('month');
  // Whoever sees no money in the plan is not shown it elsewhere either.
  const seesMoney = plan.plan.budget.length > 0;
  const resources = useQuery({ ...resourcesQuery(id), enabled: seesMoney }).data;
  const held = plan.lines.filter(({ cancelled }) => !cancelled);
  const places = held.reduce((sum, { planned }) => sum + planned.places, 0);
  const months = [...new Set(plan.lines.map(({ planned }) => planned.days[0]!.slice(0, 7)))].sort();
  const courses = [...new Set(plan.lines.map(({ planned }) => planned.course))];
  const tabs = [
    { name: 'month' as const, label: t('plan.tab.month'), count: plan.lines.length },
    { name: 'course' as const, label: t('plan.tab.course'), count: courses.length },
    {
      name: 'people' as const,
      label: t(plan.whole ? 'plan.tab.everybody' : 'plan.tab.people'),
      count: peopleIn(plan, reader.language).length,
    },
    { name: 'places' as const, label: t('plan.tab.places') },
    ...(resources ? [{ name: 'money' as const, label: t('plan.tab.money') }] : []),
    { name: 'left' as const, label: t('plan.tab.left'), count: plan.plan.cuts.length },
  ];
  const file = (format: string) =>
    ownPath(`/api/cycles/${id}/plan.${format}?version=${plan.version}&locale=${reader.language}`);
  return (
    <>
      <div className={classes.screen}>
        <p className={classes.eyebrow}>{said(reader, cycle.company)}</p>
        <div className={classes.head}>
          <h1>{said(reader, cycle.title)}</h1>
          <span className={classes.badge} data-draft={!plan.frozen}>
            {t(plan.frozen ? 'plan.approvedVersion' : 'plan.draftVersion', {
              version: plan.version,
              day: dayOf(reader, plan.at, now),
            })}
          </span>
        </div>
        <p className={classes.sentence}>
          {t('plan.sum', { count: held.length, places })}
          {t('plan.space')}
          {cycle.plan &&
            t('plan.promise', {
              cost: moneyOf(reader, cycle.plan.cost, plan.currency),
              currency: currencyName(reader, plan.currency),
              effect: figureOf(reader, cycle.plan.effect),
            })}
        </p>
        <p className={classes.acts}>
          <PdfLink href={file('pdf')} name={`plan-${plan.version}.pdf`}>
            {t('plan.pdf')}
          </PdfLink>
          <a href={file('xlsx')} download={`plan-${plan.version}.xlsx`}>
            {t('plan.xlsx')}
          </a>
          {MEASURED.includes(cycle.stage) && (
            <Link to="/plan/$cycle/effect" params={{ cycle: id }}>
              {t('plan.toEffect')}
            </Link>
          )}
        </p>
        <Tabs label={t('plan.tabs')} tabs={tabs} open={open} turn={turn}>
          {open === 'month' &&
            months.map((month) => (
              <section key={month} className={classes.month}>
                <h2>{monthInWords(reader, month)}</h2>
                <LinesTable
                  plan={plan}
                  lines={plan.lines.filter(({ planned }) => planned.days[0]!.startsWith(month))}
                  month={month}
                  label={monthInWords(reader, month)}
                />
              </section>
            ))}
          {open === 'course' &&
            courses.map((course) => {
              const lines = plan.lines.filter(({ planned }) => planned.course === course);
              const title = titleOf(reader, plan, lines[0]!);
              return (
                <section key={course} className={classes.course}>
                  <h2>{title}</h2>
                  <LinesTable plan={plan} lines={lines} label={title} />
                </section>
              );
            })}
          {open === 'people' && <People plan={plan} />}
          {open === 'places' && <PlacesAndTrainers plan={plan} resources={resources} />}
          {open === 'money' && resources && <Money resources={resources} />}
          {open === 'left' && (
            <div className={classes.left}>
              <LeftOut
                needs={plan.plan.cuts.map(({ need, people, limit, lost }) => ({
                  what: plan.needs[need] ? said(reader, plan.needs[need]) : need,
                  people: people.map((one) => plan.names[one] ?? one),
                  limit: limit.kind,
                  lost,
                }))}
              />
            </div>
          )}
        </Tabs>
      </div>
      <Paper cycle={cycle} plan={plan} />
    </>
  );
}
