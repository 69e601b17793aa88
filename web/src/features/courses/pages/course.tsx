import { Button } from '@mantine/core';
import IconCalendarPlus from '@tabler/icons-react/icons/IconCalendarPlus';
import IconCertificate from '@tabler/icons-react/icons/IconCertificate';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { type Me, useMe } from '../../../api/me.ts';
import { ownPath } from '../../../api/own-path.ts';
import { dayInWords, hoursInWords } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { listed } from '../../../format/list.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Page } from '../../../ui/page.tsx';
import { PdfLink } from '../../../ui/pdf-link.tsx';
import { StaleMark } from '../../../ui/stale-mark.tsx';
import { courseQuery, myCoursesQuery, type Course as Seen, saidBeforeQuery, useSeat } from '../api/courses.ts';
import { Asked } from '../parts/asked.tsx';
import { Participants } from '../parts/participants.tsx';
import { Reaction } from '../parts/reaction.tsx';
import classes from './course.module.css';

const GiveUpSheet = lazy(() => import('../parts/give-up-sheet.tsx'));
const CannotSheet = lazy(() => import('../parts/cannot-sheet.tsx'));

const route = getRouteApi('/inside/shell/courses/$course');

/** One offering: when and where, how I stand in it, and what concerns me. */
export function Course() {
  const { t } = useTranslation();
  const { course: id } = route.useParams();
  const { data: course, error, refetch, dataUpdatedAt } = useQuery(courseQuery(id));
  const reader = useReader();
  return (
    <Page title={course ? said(reader, course.title) : t('app.places.courses')} reading>
      <Link to="/courses" className={classes.back}>
        {t('app.places.courses')}
      </Link>
      {course ? (
        <Shown course={course} id={id} />
      ) : error ? (
        <ErrorSentence whole error={error} again={() => void refetch()} />
      ) : (
        <LoadingCards />
      )}
      {course && <StaleMark readAt={dataUpdatedAt} />}
    </Page>
  );
}

/** How somebody stands in an offering. */
function standing({ participants, trainer, phase, stage }: Seen, { person, operations }: Me) {
  const mine = participants.find((one) => one.person === person);
  const open = phase === 'running' && (stage === 'planned' || stage === 'invitation');
  const held = mine?.seat === 'asked' || mine?.seat === 'accepted' || mine?.seat === 'silent';
  return {
    mine,
    teaches: trainer === person,
    whole: trainer === person || operations,
    others: participants.filter((one) => one.person !== person),
    mayGiveUp: open && held,
    mayJoin: open && trainer !== person && (!mine || mine.seat === 'declined' || mine.seat === 'given-up'),
    mayLeave: open && mine?.seat === 'waiting',
  };
}

function Shown({ course, id }: { course: Seen; id: string }) {
  const { t } = useTranslation();
  const reader = useReader();
  const me = useMe();
  const now = useNow();
  const { whole, others } = standing(course, me);
  const { title, days, place, seats, phase, provider, trainer, names } = course;
  const facts = [
    [
      t('courses.days'),
      listed(
        reader,
        days.map((day) => dayInWords(reader, day, now)),
      ),
    ],
    [t('courses.daily'), days[0] ? hoursInWords(reader, course.daily, days[0]) : '–'],
    [t('courses.place'), place || '–'],
    [t('courses.trainer'), trainer ? (names[trainer] ?? trainer) : (provider ?? '–')],
    [t('courses.length'), t('courses.hours', { count: course.course.hours })],
    [
      t('courses.seatsHead'),
      t('courses.seatsOf', { taken: seats.taken, offered: seats.offered }) +
        (seats.waiting ? t('courses.andWaiting', { count: seats.waiting }) : '') +
        (seats.taken < seats.needed ? t('courses.needed', { count: seats.needed }) : ''),
    ],
  ] as const;
  return (
    <>
      <p className={classes.id}>{course.offering}</p>
      <h1>{said(reader, title)}</h1>
      {(phase === 'cancelled' || phase === 'paused' || phase === 'closed') && (
        <p className={classes.state}>{t(`courses.phase.${phase}`)}</p>
      )}
      <div className={classes.columns}>
        <div className={classes.column}>
          <section className={classes.card} aria-label={t('courses.about')}>
            <p className={classes.benefit}>{said(reader, course.course.benefit)}</p>
            <p className={classes.goal}>{said(reader, course.course.goal)}</p>
            <dl className={classes.facts}>
              {facts.map(([what, value]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            {phase !== 'cancelled' && (
              <a
                className={classes.calendar}
                href={ownPath(`/api/offerings/${id}/calendar.ics?locale=${reader.language}`)}
                download
              >
                <IconCalendarPlus size={18} aria-hidden="true" />
                {t('courses.calendar')}
              </a>
            )}
          </section>
          {(whole ? course.participants.length > 0 : others.length > 0) && (
            <Participants
              course={{ ...course, participants: whole ? course.participants : others }}
              id={id}
              whole={whole}
            />
          )}
          {course.reaction && <Reaction means={course.reaction} />}
          {whole && !course.reaction && phase === 'closed' && (
            <p className={classes.quiet}>{t('courses.reaction.tooFew')}</p>
          )}
        </div>
        <Mine course={course} id={id} />
      </div>
    </>
  );
}

/** What concerns whoever reads: their seat, what is asked of them, what is hoped for, and what they may do. */
function Mine({ course, id }: { course: Seen; id: string }) {
  const { t } = useTranslation();
  const reader = useReader();
  const me = useMe();
  const [open, show] = useState<'give-up' | 'cannot'>();
  const { data: own } = useQuery(myCoursesQuery);
  const seat = useSeat(id);
  const { mine, teaches, mayGiveUp, mayJoin, mayLeave } = standing(course, me);
  const { data: development } = useQuery({ ...saidBeforeQuery(me.person), enabled: mine !== undefined });
  const hoped = development?.courses.find((one) => one.stream === course.id)?.said;
  const asked = [...(own?.taking ?? []), ...(own?.teaching ?? [])].find((one) => one.id === course.id)?.asked ?? [];
  const list = (act: 'joinWaitingList' | 'leaveWaitingList') => {
    seat.mutate({ act, person: me.person });
  };
  const mayChange = (teaches || me.operations) && course.phase === 'running' && course.stage !== 'closed';
  const free = course.seats.taken < course.seats.offered;
  return (
    <aside className={classes.mine} aria-label={t('courses.mine')}>
      <h2>{t(teaches ? 'courses.youTeach' : 'courses.mine')}</h2>
      {!teaches && (
        <p className={classes.standing}>
          {mine
            ? mine.present === null
              ? mine.waits
                ? t('courses.waitsAs', { place: mine.waits })
                : t(`courses.seat.${mine.seat}`)
              : t(mine.present ? 'courses.youWereThere' : 'courses.youWereAbsent')
            : t('courses.notOnList')}
        </p>
      )}
      {mine?.passedOver && <p className={classes.quiet}>{t(`courses.passedOver.${mine.passedOver.why}`)}</p>}
      {own && <Asked asked={asked} now={own.now} first />}
      {hoped?.goal && (
        <blockquote className={classes.hoped}>
          <p>{hoped.goal}</p>
          <footer>{t('courses.hopedBy', { name: development!.names[hoped.by] ?? hoped.by })}</footer>
        </blockquote>
      )}
      {mine && mine.score !== null && <p>{t('courses.score', { score: mine.score })}</p>}
      <div className={classes.acts}>
        {course.certificate && (
          <PdfLink
            framed
            href={ownPath(`/api/offerings/${id}/certificate.pdf?locale=${reader.language}`)}
            name={`certificate-${course.offering}.pdf`}
          >
            <IconCertificate size={18} stroke={1.7} aria-hidden="true" />
            {t('courses.certificate')}
          </PdfLink>
        )}
        {mayGiveUp && (
          <Button variant="default" onClick={() => show('give-up')}>
            {t('courses.giveUp.open')}
          </Button>
        )}
        {mayJoin && (
          <Button variant="default" onClick={() => list('joinWaitingList')} disabled={seat.isPending}>
            {t(free ? 'courses.wantSeat' : 'courses.join')}
          </Button>
        )}
        {mayLeave && (
          <Button variant="default" onClick={() => list('leaveWaitingList')} disabled={seat.isPending}>
            {t('courses.leave')}
          </Button>
        )}
        {mayChange && (
          <Button variant="default" onClick={() => show('cannot')}>
            {t(teaches ? 'courses.cannot.open' : 'courses.cannot.openFor')}
          </Button>
        )}
      </div>
      {seat.isError && <ErrorSentence error={seat.error} />}
      {open && (
        <Suspense>
          {open === 'give-up' ? (
            <GiveUpSheet
              course={id}
              title={said(reader, course.title)}
              waiting={course.seats.waiting}
              close={() => show(undefined)}
            />
          ) : (
            <CannotSheet course={course} close={() => show(undefined)} />
          )}
        </Suspense>
      )}
    </aside>
  );
}
