import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { atTheBeginning, spelled } from '../../../format/amount.ts';
import { dayOf } from '../../../format/date.ts';
import { dueOf, whenOf } from '../../../format/due.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { DueBadge } from '../../../ui/due-badge.tsx';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { Face } from '../../../ui/face.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { lateQuery } from '../api/team.ts';
import classes from './late.module.css';

/** Who of mine is late in a round, what was tried, and whom to talk to: where a letter about it leads. */
export function LateIn({ round }: { round: string }) {
  const { t } = useTranslation();
  const reader = useReader();
  const me = useMe();
  const { data: late, error, refetch } = useQuery(lateQuery(round));
  if (!late)
    return error ? <ErrorSentence whole error={error} again={() => void refetch()} /> : <LoadingCards count={2} />;
  const { people, now, names } = late;
  const title = said(reader, late.title);
  return (
    <section className={classes.late} aria-labelledby="late">
      <p className={classes.of}>{late.of && said(reader, late.of)}</p>
      <h1 id="late">
        {people.length
          ? atTheBeginning(t('team.late.title', { count: people.length, people: spelled(t, people.length), title }))
          : t('team.late.nobody', { title })}
      </h1>
      <p className={classes.what}>
        {t(people.length ? 'team.late.what' : 'team.late.nobodyWhat', { day: dayOf(reader, late.told, now) })}
      </p>
      <ul className={classes.people}>
        {people.map(({ person, name, tasks, begun, due, reminded, talkTo }) => (
          <li key={person}>
            <Face name={name ?? person} size={36} />
            <div className={classes.who}>
              <h2>{name ?? person}</h2>
              <p>
                {t('team.late.open', { count: tasks })}
                {begun > 0 && t('team.late.begun', { count: begun })}
              </p>
            </div>
            <DueBadge due={dueOf(t, reader, { due, now, late: due <= now })} />
            <p className={classes.tried}>
              {reminded.length
                ? t('team.late.tried', {
                    count: reminded.length,
                    last: whenOf(t, reader, reminded.at(-1)!, now),
                  })
                : t('team.late.notTried')}
            </p>
            <p className={classes.talk}>
              {talkTo === person
                ? t('team.late.talk', { name: names[talkTo] ?? talkTo })
                : t('team.late.talkTo', { name: names[talkTo] ?? talkTo, other: name ?? person })}
            </p>
          </li>
        ))}
      </ul>
      <Link to="/team" search={{}} className={classes.on}>
        {t(me.relations.reports ? 'team.late.toTeam' : 'team.title')}
      </Link>
    </section>
  );
}
