import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { spelled } from '../../../format/amount.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { Face } from '../../../ui/face.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { type Trainers as Team, type Trainer, trainersQuery } from '../api/trainers.ts';
import { HoursLeft, Rating, UntilWhen } from '../parts/facts.tsx';
import classes from './trainers.module.css';

/** The team of trainers, by topic: who teaches, until when, and what nobody covers. */
export function Trainers() {
  const { t } = useTranslation();
  const { data: team, error, refetch } = useQuery(trainersQuery);
  return (
    <Page title={t('app.places.trainers')} reading>
      {team ? (
        <TeamShown team={team} />
      ) : error ? (
        <ErrorSentence whole error={error} again={() => void refetch()} />
      ) : (
        <LoadingCards />
      )}
    </Page>
  );
}

function TeamShown({ team: { topics, trainers, gaps } }: { team: Team }) {
  const { t } = useTranslation();
  const reader = useReader();
  const known = new Map(trainers.map((one) => [one.person, one]));
  const withoutTopic = trainers.filter(({ person }) => !topics.some((topic) => topic.trainers.includes(person)));
  const missing = topics.filter(({ gap }) => gap !== null).length + gaps.length;
  return (
    <>
      <h1>
        {trainers.length
          ? t('trainers.title', { count: trainers.length, people: spelled(t, trainers.length) })
          : t('trainers.nobody')}
      </h1>
      <p className={classes.sentence}>
        {trainers.length === 0
          ? t('trainers.nobodyWhat')
          : missing
            ? t('trainers.missing', { count: missing, things: spelled(t, missing) })
            : t('trainers.covered')}
      </p>
      {gaps.length > 0 && (
        <section className={classes.gaps} aria-labelledby="gaps">
          <h2 id="gaps">{t('trainers.gaps')}</h2>
          <ul>
            {gaps.map(({ element, name, text }) => (
              <li key={`${element} ${text.en}`}>
                <IconAlertTriangle size={17} stroke={1.8} aria-hidden="true" />
                <span>
                  {name && <b>{said(reader, name)} </b>}
                  {said(reader, text)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {topics.map(({ topic, label, trainers: people, gap }) => (
        <section key={topic} className={classes.topic} aria-labelledby={`topic-${topic}`}>
          <h2 id={`topic-${topic}`}>{said(reader, label)}</h2>
          {gap && (
            <p className={classes.gap}>
              <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
              {said(reader, gap.text)}
            </p>
          )}
          <People people={people.flatMap((person) => known.get(person) ?? [])} />
        </section>
      ))}
      {withoutTopic.length > 0 && (
        <section className={classes.topic} aria-labelledby="others">
          <h2 id="others">{t('trainers.others')}</h2>
          <People people={withoutTopic} />
        </section>
      )}
    </>
  );
}

function People({ people }: { people: readonly Trainer[] }) {
  const reader = useReader();
  return (
    <ul className={classes.people}>
      {people.map((one) => {
        const name = one.name ?? one.person;
        return (
          <li key={one.person}>
            <Face name={name} size={36} />
            <span className={classes.who}>
              <Link to="/trainers/$person" params={{ person: one.person }}>
                {name}
              </Link>
              <span className={classes.quiet}>{one.departmentName && said(reader, one.departmentName)}</span>
            </span>
            <span className={classes.facts}>
              <span>
                <UntilWhen until={one.until} />
              </span>
              <span>
                <HoursLeft hours={one.hours} />
              </span>
              <span>
                <Rating rating={one.rating} />
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
