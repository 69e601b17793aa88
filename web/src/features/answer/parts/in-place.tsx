import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isRequired } from '../../../../../contracts/answer-fault.ts';
import { NoConnection } from '../../../api/problem.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { SavedState } from '../../../ui/saved-state.tsx';
import { type Task, taskQuery } from '../api/task.ts';
import { FormField } from '../fields/form-field.tsx';
import type { Draft } from '../store/draft.ts';
import { placeOfTask } from '../store/effects.ts';
import { isShown } from '../store/faults.ts';
import { useDraft, useDraftState } from '../store/use-draft.ts';
import classes from './in-place.module.css';
import { hasMatter } from './matter.tsx';
import { silenceOf } from './silence.ts';
import { useSend } from './use-send.ts';

interface InPlaceProps {
  readonly round: string;
  readonly task: string;
  /** Whether the rules of the round let an answer be changed. */
  readonly takesBack: boolean;
  readonly close: () => void;
}

/**
 * The form of a task that takes two minutes, where it is asked: at most two choices and a text, and nothing that has to be read
 * before. Any other has its page: nobody signs or agrees to what they are not shown.
 */
export default function InPlace({ round, task, takesBack, close }: InPlaceProps) {
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(taskQuery(round, task));
  const long = data && (hasMatter(data) || !isShort(data));
  useEffect(() => {
    if (long) void navigate({ to: '/desk/$round/$task', params: { round, task } });
  }, [long, navigate, round, task]);
  if (error) return <ErrorSentence error={error} again={() => void refetch()} />;
  return data && !long ? <Short round={round} task={data} takesBack={takesBack} close={close} /> : null;
}

function isShort({ form: { fields } }: Task): boolean {
  const choices = fields.filter(({ kind }) => kind === 'choice' || kind === 'flag');
  const texts = fields.filter(({ kind }) => kind === 'text');
  return choices.length <= 2 && texts.length <= 1 && choices.length + texts.length === fields.length;
}

function Short({ round, task, ...rest }: Omit<InPlaceProps, 'task'> & { task: Task }) {
  const standing = useMemo(() => task.draft ?? { revision: 0, content: task.answer ?? {} }, [task]);
  const draft = useDraft(placeOfTask({ person: task.assignee, round, task: task.task }), standing, 0);
  return draft ? <Form round={round} task={task} draft={draft} {...rest} /> : null;
}

function Form({
  round,
  task,
  draft,
  takesBack,
  close,
}: Omit<InPlaceProps, 'task'> & { readonly task: Task; readonly draft: Draft }) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const { content, saved } = useDraftState(draft);
  const first = () => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => first(), []);
  const { send, faults, mended, submit } = useSend({ round, task, draft, takesBack, onFaults: first, after: close });
  // What makes more of it than two minutes is done on its own page.
  const stopped = !['untouched', 'saving', 'saved', 'kept', 'failed', 'signed-out'].includes(saved.state);
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
      }}
    >
      {task.form.fields
        .filter((field) => isShown(field, content))
        .map((field) => (
          <FormField
            key={field.key}
            field={field}
            value={content[field.key]}
            change={(value) => {
              mended(field.key);
              draft.change(field.key, value);
            }}
            disabled={stopped || submit.isPending}
            required={isRequired(field, content)}
            beside={undefined}
            fault={faults.find(({ key }) => key === field.key)?.fault}
          />
        ))}
      <p className={classes.silence}>{silenceOf(t, task)}</p>
      {submit.isError && !(submit.error instanceof NoConnection) && <ErrorSentence error={submit.error} />}
      <div className={classes.foot}>
        <Button type="submit" disabled={stopped || submit.isPending}>
          {t('answer.submit')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('answer.later')}
        </Button>
        <SavedState saved={saved} />
        <Link to="/desk/$round/$task" params={{ round, task: task.task }} className={classes.whole}>
          {t('answer.whole')}
        </Link>
      </div>
    </form>
  );
}
