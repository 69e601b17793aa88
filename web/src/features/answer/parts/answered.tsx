import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { useMe } from '../../../api/me.ts';
import { weekdayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { WhyLink } from '../../../ui/why-link.tsx';
import { useTakeBack } from '../api/acts.ts';
import type { Field } from '../fields/field.ts';
import { purposeOf } from '../purposes/purposes.ts';
import type { Content } from '../store/draft.ts';
import classes from './answered.module.css';
import { FrameHead } from './frame-head.tsx';
import type { FrameProps } from './frame-props.ts';
import { inWords } from './in-words.ts';

/** An answer as text: it is in, or is not asked for any more. It says why it stands, or how it is changed. */
export function Answered(props: FrameProps) {
  const { round, task, reload } = props;
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const me = useMe();
  const navigate = useNavigate();
  const back = useTakeBack();
  const { answer, state, changeableUntil } = task;
  const mine = task.assignee === me.person;
  const changeable = mine && state === 'submitted' && changeableUntil !== null && changeableUntil > now;
  // What a list of ids stands for is known to what the task is about.
  const called = (field: Field, value: Content[string] | undefined) => {
    const options = task.matter ? purposeOf(task.matter).options?.(reader, field, task.matter) : undefined;
    if (!options || typeof value !== 'object' || value === null) return value;
    return value.map((id) => options.find((one) => one.id === id)?.label ?? id);
  };
  const sentence = !mine
    ? t('answer.readOnly')
    : changeable
      ? t('answer.changeableUntil', { day: weekdayOf(reader, changeableUntil, now) })
      : t(`answer.ended.${state}`);
  return (
    <>
      <FrameHead {...props} saved={{ state: 'untouched' }} />
      <main id="main" className={classes.page}>
        <h1>{said(reader, task.label)}</h1>
        <p className={classes.sentence}>{sentence}</p>
        {answer && (
          <dl className={classes.answer}>
            {task.form.fields
              .filter(({ key }) => answer[key] !== undefined && answer[key] !== null)
              .map((field) => (
                <div key={field.key}>
                  <dt>{said(reader, field.label)}</dt>
                  <dd>{inWords(t, reader, field, called(field, answer[field.key]))}</dd>
                </div>
              ))}
          </dl>
        )}
        <p>
          <WhyLink stream={`round:${round}`} what={task.task} />
        </p>
        {back.isError && <ErrorSentence error={back.error} />}
        <p className={classes.acts}>
          {changeable && (
            <Button
              onClick={() => back.mutate({ round, task: task.task }, { onSuccess: reload })}
              disabled={back.isPending}
            >
              {t('answer.change')}
            </Button>
          )}
          <Button variant="default" onClick={() => void navigate({ to: '/desk' })}>
            {t('answer.toDesk')}
          </Button>
        </p>
      </main>
    </>
  );
}
