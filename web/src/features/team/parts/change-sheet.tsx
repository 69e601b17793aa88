import { Button, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { useKept } from '../../../ui/kept.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { useAskForSeat } from '../api/change.ts';
import type { Team } from '../api/team.ts';
import classes from './change-sheet.module.css';

interface ChangeSheetProps {
  readonly cycle: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly element: string;
  /** Of the plan, those that raise the element and in which the person does not take part. */
  readonly courses: Team['planned'];
  readonly now: number;
  readonly close: () => void;
}

/** Asks for a seat in a course of the plan, with what follows said before. */
export default function ChangeSheet({ cycle, person, element, courses, now, close }: ChangeSheetProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const name = useId();
  const [offering, choose] = useState(courses.length === 1 ? courses[0]!.offering : '');
  const [reason, give] = useKept(`seat for ${person.id} ${cycle} ${element}`, '');
  const asking = useAskForSeat();
  if (asking.isSuccess) {
    return (
      <Sheet title={t('team.change.askedFor')} close={close}>
        <p>{t('team.change.askedForWhat', { name: person.name })}</p>
        <Button onClick={close}>{t('team.change.close')}</Button>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('team.change.title', { name: person.name })} close={close}>
      {courses.length === 0 ? (
        <p>{t('team.change.none', { element })}</p>
      ) : (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            asking.mutate({ cycle, offering, person: person.id, reason: reason.trim() }, { onSuccess: () => give('') });
          }}
        >
          <fieldset className={classes.courses}>
            <legend>{t('team.change.which', { element })}</legend>
            {courses.map((course) => (
              <label key={course.offering}>
                <input
                  type="radio"
                  name={name}
                  checked={offering === course.offering}
                  onChange={() => choose(course.offering)}
                />
                <span>
                  {said(reader, course.title)}
                  <small>
                    {course.offering} · {dayInWords(reader, course.from, now)}
                  </small>
                </span>
              </label>
            ))}
          </fieldset>
          <Textarea
            label={t('team.change.reason')}
            value={reason}
            onChange={(event) => give(event.currentTarget.value)}
            autosize
            minRows={2}
            maxLength={2000}
          />
          <p className={classes.effect}>{t('team.change.effect', { name: person.name })}</p>
          {asking.isError && <ErrorSentence error={asking.error} />}
          <Button type="submit" disabled={!offering || reason.trim().length < 3 || asking.isPending}>
            {t('team.change.ask')}
          </Button>
        </form>
      )}
    </Sheet>
  );
}
