import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { type Course, trainersQuery, useAskOfPlan } from '../api/courses.ts';
import classes from './sheet-form.module.css';

const CANCEL = 'cancel';

/** Whoever teaches cannot: somebody else does, or the course is not held. What follows is said before. */
export default function CannotSheet({ course, close }: { course: Course; close: () => void }) {
  const { t } = useTranslation();
  const name = useId();
  const { data: team, error } = useQuery(trainersQuery);
  const [instead, choose] = useState('');
  const [reason, give] = useState('');
  const [emergency, hurry] = useState(false);
  const asking = useAskOfPlan();
  const others = (team?.trainers ?? []).filter(
    ({ person, courses }) => person !== course.trainer && courses.some((one) => one.course === course.course.id),
  );
  if (asking.isSuccess) {
    return (
      <Sheet title={t('courses.cannot.asked')} close={close}>
        <p>{t(emergency ? 'courses.cannot.doneWhat' : 'courses.cannot.askedWhat')}</p>
        <Button onClick={close}>{t('courses.cannot.close')}</Button>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('courses.cannot.title')} close={close}>
      {!team ? (
        error ? (
          <ErrorSentence error={error} />
        ) : (
          <LoadingCards count={1} />
        )
      ) : (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            asking.mutate({
              ...{ cycle: course.cycle, offering: course.offering, reason: reason.trim(), emergency },
              trainer: instead === CANCEL ? null : instead,
            });
          }}
        >
          <fieldset className={classes.options}>
            <legend>{t('courses.cannot.who')}</legend>
            {[
              ...others.map(({ person, name: called }) => ({
                value: person,
                label: t('courses.cannot.teaches', { name: called ?? person }),
              })),
              { value: CANCEL, label: t('courses.cannot.cancel') },
            ].map(({ value, label }) => (
              <label key={value}>
                <input type="radio" name={name} checked={instead === value} onChange={() => choose(value)} />
                {label}
              </label>
            ))}
          </fieldset>
          <Textarea
            label={t('courses.reason')}
            value={reason}
            onChange={(event) => give(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={2000}
          />
          <label className={classes.flag}>
            <input type="checkbox" checked={emergency} onChange={(event) => hurry(event.currentTarget.checked)} />
            {t('courses.cannot.emergency')}
          </label>
          <p className={classes.effect}>
            {t(`courses.cannot.${emergency ? 'now' : 'later'}`, { count: course.seats.taken })}
            {instead === CANCEL && ` ${t('courses.cannot.cancelEffect', { count: course.seats.taken })}`}
          </p>
          {asking.isError && <ErrorSentence error={asking.error} />}
          <Button type="submit" disabled={!instead || reason.trim().length < 3 || asking.isPending}>
            {t(instead === CANCEL ? 'courses.cannot.askCancel' : 'courses.cannot.ask')}
          </Button>
        </form>
      )}
    </Sheet>
  );
}
