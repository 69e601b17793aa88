import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isRequired } from '../../../../../contracts/answer-fault.ts';
import { useNow } from '../../../api/clock.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useTakeBack } from '../api/acts.ts';
import type { Sitting } from '../api/task.ts';
import { FormField } from '../fields/form-field.tsx';
import { inWords } from '../parts/in-words.ts';
import { WaysOut } from '../parts/ways-out.tsx';
import type { Matrix } from '../store/matrix.ts';
import { useMatrixState } from '../store/use-matrix.ts';
import classes from './sheets.module.css';

interface SheetProps {
  readonly round: string;
  readonly sitting: Sitting;
  readonly matrix: Matrix;
  readonly task: string;
  readonly close: () => void;
}

/** What else is said and done about one person: a remark, what cannot be told, an answer that is in, and who rates instead. */
export default function PersonSheet({ round, sitting, matrix, task, close }: SheetProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const { layout } = useMatrixState(matrix);
  const back = useTakeBack();
  const person = layout.people.find((one) => one.task === task)!;
  const draft = matrix.drafts.of(task);
  useSyncExternalStore(draft?.subscribe ?? noNews, () => draft?.state());
  const title = layout.posts.find(({ key }) => key === person.post)?.title;
  const { done, of } = matrix.countOf(person);
  const fields = layout.beside.get(person.post) ?? [];
  const content = person.answer ?? draft?.state().content ?? {};
  const until = sitting.tasks.find((one) => one.task === task)?.changeableUntil;
  const changeable = person.isIn && !person.isWaiting && until != null && until > now;
  const state = draft?.state().saved.state;
  return (
    <Sheet title={said(reader, person.label)} close={close}>
      <p className={classes.quiet}>
        {[
          title && said(reader, title),
          person.isIn
            ? t(person.isWaiting ? 'answer.ratings.waits' : 'answer.ratings.isIn')
            : t('answer.ratings.levels', { done, of }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {person.isIn
        ? fields.map((field) => (
            <div key={field.key}>
              <h3>{said(reader, field.label)}</h3>
              <p className={classes.text}>{inWords(t, reader, field, content[field.key])}</p>
            </div>
          ))
        : fields.map((field) => (
            <FormField
              key={field.key}
              field={field}
              value={content[field.key]}
              change={(value) => draft?.change(field.key, value)}
              disabled={state === 'closed' || state === 'elsewhere'}
              required={isRequired(field, content)}
              fault={undefined}
            />
          ))}
      {back.isError && <ErrorSentence error={back.error} />}
      <div className={classes.acts}>
        {!person.isIn && done < of && (
          <Button variant="default" onClick={() => matrix.leaveOutRest(person)}>
            {t('answer.ratings.leaveOutRest', { count: of - done })}
          </Button>
        )}
        {changeable && (
          <Button
            variant="default"
            onClick={() => back.mutate({ round, task }, { onSuccess: close })}
            disabled={back.isPending}
          >
            {t('answer.change')}
          </Button>
        )}
      </div>
      {!person.isIn && (
        <WaysOut round={round} task={{ task, may: sitting.may }} label={said(reader, person.label)} after={close} />
      )}
    </Sheet>
  );
}

const noNews = () => () => undefined;
