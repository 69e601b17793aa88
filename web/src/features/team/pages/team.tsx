import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { Face } from '../../../ui/face.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { StaleMark } from '../../../ui/stale-mark.tsx';
import { type Team as Seen, teamQuery } from '../api/team.ts';
import type { Look } from '../parts/heat-map.tsx';
import { LateIn } from '../parts/late.tsx';
import { LookSwitch } from '../parts/look-switch.tsx';
import { Posts } from '../parts/posts.tsx';
import { TeamMap } from '../parts/team-map.tsx';
import { Waits } from '../parts/waits.tsx';
import classes from './team.module.css';

const route = getRouteApi('/inside/shell/team');

/** The people who report to me, against what their posts require; or who of them is late in a round. */
export function Team() {
  const { t } = useTranslation();
  const { late, of, post } = route.useSearch();
  if (late === undefined) return <TeamOf of={of} post={post} />;
  return (
    <Page title={t('team.late.page')} reading>
      <LateIn round={late} />
    </Page>
  );
}

function TeamOf({ of, post }: { of: string | undefined; post: string | undefined }) {
  const { t } = useTranslation();
  const me = useMe();
  const { data: team, error, refetch, dataUpdatedAt } = useQuery(teamQuery({ of, post }));
  const mine = of === undefined || of === me.person;
  return (
    <Page title={t('team.title')}>
      {team ? (
        <Shown team={team} mine={mine} post={post} />
      ) : (
        <>
          <h1>{t('team.title')}</h1>
          {error ? <ErrorSentence error={error} again={() => void refetch()} /> : <LoadingCards />}
        </>
      )}
      {team && <StaleMark readAt={dataUpdatedAt} />}
    </Page>
  );
}

function Shown({ team, mine, post }: { team: Seen; mine: boolean; post: string | undefined }) {
  const { t } = useTranslation();
  const reader = useReader();
  const [look, see] = useState<Look>('gaps');
  const [table, asTable] = useState(false);
  const { cycle, before, people, figures, summary, grouping, cells } = team;
  const byPosts = grouping === 'posts';
  const hasMap = !byPosts && cells.length > 0;
  return (
    <>
      <div className={classes.head}>
        <div>
          <p className={classes.of}>{cycle && said(reader, cycle.title)}</p>
          <h1>{mine ? t('team.title') : t('team.titleOf', { name: team.names[team.of] ?? team.of })}</h1>
        </div>
        {hasMap && (
          <div className={classes.tools}>
            {!table && <LookSwitch look={look} choose={see} since={before !== null} />}
            <button type="button" className={classes.tool} aria-pressed={table} onClick={() => asTable(!table)}>
              {t('team.asTable')}
            </button>
          </div>
        )}
      </div>
      <p className={classes.sentence}>
        {figures.people === 0
          ? t('team.nobody')
          : [
              figures.elements
                ? t('team.figures', { count: figures.people, elements: figures.elements })
                : t('team.headcount', { count: figures.people }),
              summary ? said(reader, summary.text) : cycle ? '' : t('team.noCycle'),
            ]
              .filter(Boolean)
              .join(t('team.space'))}
      </p>
      {post !== undefined && (
        <p className={classes.back}>
          <Link to="/team" search={mine ? {} : { of: team.of }}>
            {t('team.allPosts')}
          </Link>
        </p>
      )}
      {byPosts ? (
        <div className={classes.columns}>
          <div className={classes.card}>
            <Posts team={team} mine={mine} />
          </div>
          <Waits team={team} />
        </div>
      ) : hasMap ? (
        <TeamMap team={team} look={look} table={table} mine={mine} />
      ) : (
        <div className={classes.columns}>
          {people.length > 0 && (
            <ul className={classes.card}>
              {people.map(({ person }) => (
                <li key={person} className={classes.plain}>
                  <Link to="/team/$person" params={{ person }}>
                    <Face name={team.names[person] ?? person} />
                    {team.names[person] ?? person}
                  </Link>
                </li>
              ))}
            </ul>
          )}
          <Waits team={team} />
        </div>
      )}
    </>
  );
}
