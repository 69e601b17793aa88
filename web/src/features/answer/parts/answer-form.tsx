import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRequired } from '../../../../../contracts/answer-fault.ts';
import { hasCode, NoConnection } from '../../../api/problem.ts';
import { said } from '../../../format/label.ts';
import { listed } from '../../../format/list.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { useKeyHints } from '../../../ui/key-hints.tsx';
import { useCtrlEnter, useKeys } from '../../../ui/keys.ts';
import { LoadingCards } from '../../../ui/loading-cards.tsx';
import { useNarrow } from '../../../ui/narrow.ts';
import type { Field } from '../fields/field.ts';
import { FormField } from '../fields/form-field.tsx';
import { purposeOf } from '../purposes/purposes.ts';
import type { Content, Draft } from '../store/draft.ts';
import { isShown } from '../store/faults.ts';
import { nextOf, skip, skippedIn } from '../store/sitting.ts';
import { useDraftState } from '../store/use-draft.ts';
import classes from './answer-form.module.css';
import { Asked } from './asked.tsx';
import { besideOf } from './beside.ts';
import { focusOn } from './focus-on.ts';
import { FrameHead } from './frame-head.tsx';
import type { FrameProps } from './frame-props.ts';
import { comesLater, hasMatter, MatterShown } from './matter.tsx';
import { StandsElsewhere } from './stands-elsewhere.tsx';
import { useSend } from './use-send.ts';
import { WaysOut } from './ways-out.tsx';

/** The form, beside what it is about; below it the one act, and the ways around it. */
export function AnswerForm(props: FrameProps & { draft: Draft }) {
  const { round, task, sitting, reload, draft } = props;
  const { t } = useTranslation();
  const reader = useReader();
  const navigate = useNavigate();
  const { content, saved } = useDraftState(draft);
  const [side, turn] = useState<'matter' | 'form'>('form');
  // Nobody signs what they have not been shown.
  const [seen, see] = useState(!comesLater(task));
  const form = useRef<HTMLFormElement>(null);
  const { fields } = task.form;
  const label = said(reader, task.label);
  const tasks = sitting?.tasks ?? [];
  const next = nextOf(tasks, task.task, skippedIn(round));
  const previous = tasks[tasks.findIndex((one) => one.task === task.task) - 1]?.task;
  const stopped = saved.state === 'closed' || saved.state === 'elsewhere';

  const goOn = () => {
    const on = nextOf(tasks, task.task, skippedIn(round));
    if (on) void navigate({ to: '/desk/$round/$task', params: { round, task: on } });
    else void navigate(tasks.length > 1 ? { to: '/desk/$round', params: { round } } : { to: '/desk' });
  };

  const { Fields, Foot, act, wide, above, unsaid } = purposeOf(task.matter);
  const { send, faults, mended, submit } = useSend({
    ...{ round, task, draft, unsaid, takesBack: sitting?.may.includes('takeBack') ?? false, after: goOn },
    onFaults: (found) => {
      turn('form');
      requestAnimationFrame(() => focusOn(form.current?.querySelector('dialog[open]') ?? form.current, found[0]!.key));
    },
  });

  const change = (key: string, value: Content[string] | undefined) => {
    mended(key);
    draft.change(key, value);
  };
  const disabled = stopped || submit.isPending;
  const ask = (key: string, but?: readonly string[]) => {
    const field = withoutChoices(
      fields.find((one) => one.key === key),
      but,
    );
    return field ? (
      <FormField
        key={key}
        field={field}
        value={content[key]}
        change={(value) => change(key, value)}
        disabled={disabled}
        required={isRequired(field, content)}
        beside={besideOf(reader, field, task, sitting)}
        fault={faults.find((one) => one.key === key)?.fault}
      />
    ) : null;
  };
  const { matter } = task;
  const narrow = useNarrow();
  const below = narrow && Foot && matter !== null;
  const refused = submit.isError &&
    !hasCode(submit.error, 'unauthenticated') &&
    !(submit.error instanceof NoConnection) && <ErrorSentence error={submit.error} />;
  const given = matter && {
    refused,
    round,
    task,
    matter,
    content,
    faults,
    change,
    ask,
    disabled,
    send: () => void send(),
  };

  const skipIt = () => {
    skip(round, task.task);
    goOn();
  };
  useCtrlEnter(() => void (seen && send()));
  useKeys({ s: tasks.length > 1 ? skipIt : undefined });
  useKeyHints([
    [[t('answer.ctrlEnter')], t('answer.keys.submit')],
    ...(tasks.length > 1 ? [[['S'], t('answer.keys.skip')] as const] : []),
  ]);

  return (
    <div className={classes.frame}>
      <FrameHead {...props} saved={saved} />
      <main
        id="main"
        className={classes.columns}
        data-matter={hasMatter(task)}
        data-side={below ? 'foot' : above ? 'both' : side}
        data-wide={wide}
      >
        {hasMatter(task) && (
          <>
            {!below && !above && (
              <fieldset className={classes.tabs} aria-label={t('answer.sides')}>
                {side === 'form' && <h1 className="for-readers">{label}</h1>}
                <button type="button" aria-pressed={side === 'matter'} onClick={() => turn('matter')}>
                  {t('answer.matter')}
                </button>
                <button type="button" aria-pressed={side === 'form'} onClick={() => turn('form')}>
                  {t('answer.form')}
                </button>
              </fieldset>
            )}
            <MatterShown task={task} round={round} arrived={() => see(true)} />
          </>
        )}
        <form
          ref={form}
          className={classes.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (seen) void send();
          }}
        >
          <div className={classes.fields}>
            {!hasMatter(task) && <Heading task={task} />}
            {!below && <Asked task={task} />}
            <StandsElsewhere {...{ fields, content, saved, reload }} settle={(one) => draft.settle(one)} />
            {below ? null : given && Fields ? (
              <Suspense fallback={<LoadingCards count={1} />}>
                <Fields {...given} />
              </Suspense>
            ) : (
              fields.filter((field) => isShown(field, content)).map(({ key }) => ask(key))
            )}
          </div>
          <div className={classes.foot}>
            {faults.length > 0 && (
              <p className={classes.faults} role="alert">
                {t('answer.faults', {
                  count: faults.length,
                  fields: listed(
                    reader,
                    faults.map(({ key }) => said(reader, fields.find((field) => field.key === key)!.label)),
                  ),
                })}
              </p>
            )}
            {!below && refused}
            {below && given && (
              <Suspense>
                <Foot {...given} disabled={disabled || !seen || saved.state === 'conflict'} />
              </Suspense>
            )}
            <div className={classes.acts}>
              {previous && (
                <Button
                  variant="subtle"
                  className={classes.previous}
                  onClick={() => void navigate({ to: '/desk/$round/$task', params: { round, task: previous } })}
                >
                  {t('answer.previous')}
                </Button>
              )}
              {tasks.length > 1 && (
                <Button variant="default" onClick={skipIt}>
                  {t('answer.skip')}
                  <kbd>S</kbd>
                </Button>
              )}
              {!below && (
                <Button
                  type="submit"
                  className={classes.submit}
                  disabled={disabled || !seen || saved.state === 'conflict'}
                >
                  {(matter && act?.(t, matter, content)) ?? t(next ? 'answer.submitAndNext' : 'answer.submit')}
                  <kbd>{t('answer.ctrlEnter')}</kbd>
                </Button>
              )}
            </div>
            <WaysOut round={round} task={task} label={label} after={goOn} />
          </div>
        </form>
      </main>
    </div>
  );
}

/** A field with some of its choices left out. */
function withoutChoices(field: Field | undefined, but: readonly string[] = []): Field | undefined {
  if (field?.kind !== 'choice' || !but.length) return field;
  return { ...field, options: field.options.filter(({ value }) => !but.includes(value)) };
}

function Heading({ task }: Pick<FrameProps, 'task'>) {
  const reader = useReader();
  const title = said(reader, task.title);
  const label = said(reader, task.label);
  return (
    <div className={classes.heading}>
      <h1>{label}</h1>
      {label !== title && <p>{title}</p>}
    </div>
  );
}
