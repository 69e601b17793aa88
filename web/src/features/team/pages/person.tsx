import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { developmentQuery } from '../api/team.ts';
import { Ability } from '../parts/ability.tsx';
import { GapsTable } from '../parts/gaps-table.tsx';
import { PersonCourses } from '../parts/person-courses.tsx';
import { PersonHead } from '../parts/person-head.tsx';
import classes from './person.module.css';

const route = getRouteApi('/inside/shell/team/$person');

/** One person: what the post requires, how they are rated, and what they are taught. */
export function Person() {
  const { t } = useTranslation();
  const reader = useReader();
  const me = useMe();
  const { person } = route.useParams();
  const { data: of, error, refetch } = useQuery(developmentQuery(person));
  const [table, asTable] = useState(false);
  if (!of) {
    return (
      <Page title={t('team.abilities')} reading>
        {error ? <ErrorSentence whole error={error} again={() => void refetch()} /> : <LoadingCards />}
      </Page>
    );
  }
  const self = of.person === me.person;
  return (
    <Page title={of.name ?? of.person} reading>
      <PersonHead of={of} />
      <div className={classes.columns}>
        <section className={classes.card} aria-labelledby="abilities">
          <div className={classes.head}>
            <h2 id="abilities">{t('team.abilitiesOf')}</h2>
            {of.cells.length > 0 && (
              <button type="button" className={classes.tool} aria-pressed={table} onClick={() => asTable(!table)}>
                {t('team.asTable')}
              </button>
            )}
          </div>
          {of.cells.length === 0 ? (
            <p className={classes.quiet}>{of.hidden ? said(reader, of.hidden.text) : t('team.noCycleFor')}</p>
          ) : table ? (
            <GapsTable
              caption={t('team.tableOf')}
              cells={of.cells}
              coursesOf={() => of.courses.map(({ days, ...course }) => ({ ...course, from: days[0] }))}
              now={of.now}
              elementOf={(code) => (of.elements[code] ? said(reader, of.elements[code]!) : code)}
            />
          ) : (
            <Ability of={of} byMe={of.supervisor === me.person} />
          )}
        </section>
        <section className={classes.card} aria-labelledby="courses">
          <h2 id="courses">{t('team.courses')}</h2>
          <PersonCourses of={of} self={self} />
        </section>
      </div>
    </Page>
  );
}
