import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { listed } from '../../../format/list.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { Face } from '../../../ui/face.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { type Trainer as Of, type Trainers as Team, trainersQuery } from '../api/trainers.ts';
import { HoursLeft, Rating } from '../parts/facts.tsx';
import classes from './trainer.module.css';

/** One of the team: what they teach, for how long they are appointed, and for whom it is, hours and rating. */
export function Trainer() {
  const { t } = useTranslation();
  const { person } = useParams({ from: '/inside/shell/trainers/$person' });
  const { data: team, error, refetch } = useQuery(trainersQuery);
  const trainer = team?.trainers.find((one) => one.person === person);
  const title = trainer ? (trainer.name ?? trainer.person) : t('app.places.trainers');
  return (
    <Page title={title} reading>
      <p>
        <Link to="/trainers">{t('trainers.back')}</Link>
      </p>
      {team && trainer ? (
        <Shown team={team} trainer={trainer} />
      ) : team ? (
        <>
          <h1>{t('trainers.notOne')}</h1>
          <p className={classes.quiet}>{t('trainers.notOneWhat')}</p>
        </>
      ) : error ? (
        <ErrorSentence whole error={error} again={() => void refetch()} />
      ) : (
        <LoadingCards count={1} />
      )}
    </Page>
  );
}

function Shown({ team, trainer }: { team: Team; trainer: Of }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { person, name, departmentName, topics, courses, from, until, hours, rating } = trainer;
  const called = topics.map((id) => {
    const topic = team.topics.find((one) => one.topic === id);
    return topic ? said(reader, topic.label) : id;
  });
  return (
    <>
      <div className={classes.head}>
        <Face name={name ?? person} size={56} />
        <div>
          <h1>{name ?? person}</h1>
          <p className={classes.quiet}>{departmentName && said(reader, departmentName)}</p>
        </div>
      </div>
      <dl className={classes.facts}>
        <Fact name={t('trainers.topics')}>{called.length ? listed(reader, called) : '–'}</Fact>
        <Fact name={t('trainers.term')}>
          {from && until
            ? t('trainers.fromUntil', { from: dayInWords(reader, from), until: dayInWords(reader, until) })
            : until
              ? t('trainers.until', { day: dayInWords(reader, until) })
              : t('trainers.noTerm')}
        </Fact>
        {courses.length > 0 && (
          <Fact name={t('trainers.courses')}>
            <ul>
              {courses.map(({ course, title }) => (
                <li key={course}>{said(reader, title)}</li>
              ))}
            </ul>
          </Fact>
        )}
        {hours && (
          <Fact name={t('trainers.hours')}>
            <HoursLeft hours={hours} />{' '}
            <span className={classes.quiet}>
              {t('trainers.hoursMore', { planned: hours.planned, used: hours.used })}
            </span>
          </Fact>
        )}
        {rating && (
          <Fact name={t('trainers.rating')}>
            <Rating rating={rating} />
          </Fact>
        )}
      </dl>
      {(hours || rating) && team.cycle && (
        <p className={classes.quiet}>{t('trainers.ofCycle', { cycle: said(reader, team.cycle.title) })}</p>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
