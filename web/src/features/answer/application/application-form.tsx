import { Button } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconEye from '@tabler/icons-react/icons/IconEye';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { hasCode } from '../../../api/problem.ts';
import type { components } from '../../../api/schema.d.ts';
import { dueOf } from '../../../format/due.ts';
import { said } from '../../../format/label.ts';
import { listed } from '../../../format/list.ts';
import { useReader } from '../../../format/reader.ts';
import { DueBadge } from '../../../ui/due-badge.tsx';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { useCtrlEnter } from '../../../ui/keys.ts';
import { SavedState } from '../../../ui/saved-state.tsx';
import { type OwnFile, type Selection, useApply } from '../api/application.ts';
import { FormField } from '../fields/form-field.tsx';
import { focusOn } from '../parts/focus-on.ts';
import head from '../parts/frame-head.module.css';
import { StandsElsewhere } from '../parts/stands-elsewhere.tsx';
import { AnswerId } from '../store/answer-id.ts';
import type { Content, Draft } from '../store/draft.ts';
import type { FaultOfField } from '../store/faults.ts';
import { useDraftState } from '../store/use-draft.ts';
import classes from './application-form.module.css';
import { Evidence } from './evidence.tsx';
import { faultsOfApplication, fieldsOf, formOf } from './fields.ts';

const PreviewSheet = lazy(() => import('./preview-sheet.tsx'));

interface FormProps {
  readonly id: string;
  readonly selection: Selection;
  /** What is in already; null: nothing. */
  readonly sent: components['schemas']['Application'] | null;
  readonly files: readonly OwnFile[];
  readonly draft: Draft;
  readonly reload: () => unknown;
}

/** Parts of an application, each with what it takes to be whole. */
const PARTS = ['you', 'lesson', 'files', 'time'] as const;

/** An application in four short parts; whatever is written is kept, and is sent by one press. */
export function ApplicationForm({ id, selection, sent, files, draft, reload }: FormProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const navigate = useNavigate();
  const { content, saved } = useDraftState(draft);
  const [faults, setFaults] = useState<readonly FaultOfField[]>([]);
  const [previewing, preview] = useState(false);
  /** What reviewers see was asked for, and what is written is not saved. */
  const [unsaved, tellUnsaved] = useState(false);
  const [underWay, tellUnderWay] = useState(0);
  /** Somebody wanted to send it while files were on their way. */
  const [tooSoon, tellTooSoon] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [ids] = useState(() => new AnswerId());
  const apply = useApply(id);
  const fields = fieldsOf(t, selection);
  const stopped = saved.state === 'closed' || saved.state === 'elsewhere';
  const disabled = stopped || apply.isPending;
  const closes = selection.timetable.find(({ stage }) => stage === 'call')?.end ?? null;
  const evidence = Array.isArray(content.evidence) ? (content.evidence as readonly string[]) : [];

  const change = (key: string, value: Content[string] | undefined) => {
    setFaults((before) => before.filter((fault) => fault.key !== key));
    draft.change(key, value);
  };
  const send = async () => {
    (document.activeElement as HTMLElement | null)?.blur();
    const found = faultsOfApplication(fields, draft.state().content);
    setFaults(found);
    if (found.length) {
      requestAnimationFrame(() => focusOn(form.current, found[0]!.key));
      return;
    }
    tellTooSoon(underWay > 0);
    // A key sends where the button does not let itself be pressed.
    if (underWay > 0 || !(await draft.isReady())) return;
    const answer = draft.state().content;
    apply.mutate(
      { application: sent, form: formOf(answer), commandId: ids.of(answer) },
      {
        onSuccess: async () => {
          await draft.submitted();
          void navigate({ to: '/call/$selection/mine', params: { selection: id } });
        },
        onError: (error) => ids.hear(error),
      },
    );
  };
  /** What the API has is what reviewers get: what did not get there is not shown as if it had. */
  const show = async () => {
    const isReady = await draft.isReady();
    tellUnsaved(!isReady || draft.isUnsaved);
    if (isReady && !draft.isUnsaved) preview(true);
  };
  useCtrlEnter(() => void send());

  const ask = (key: string) => {
    const field = fields.find((one) => one.key === key);
    if (!field) return null;
    const options = selection.topics.map((topic) => ({ id: topic.id, label: said(reader, topic.label) }));
    return (
      <FormField
        field={field}
        value={content[key]}
        change={(value) => change(key, value)}
        disabled={disabled}
        required
        beside={field.kind === 'ids' ? { options } : undefined}
        fault={faults.find((one) => one.key === key)?.fault}
      />
    );
  };
  const missing = new Set(faultsOfApplication(fields, content).map(({ key }) => key));
  const whole = {
    you: !missing.has('profile'),
    lesson: !missing.has('topics') && !missing.has('outline'),
    files: evidence.length > 0,
    time: !missing.has('hoursPerMonth'),
  };
  const asked: Record<(typeof PARTS)[number], ReactNode> = {
    you: ask('profile'),
    lesson: (
      <>
        {ask('topics')}
        {ask('outline')}
      </>
    ),
    files: (
      <Evidence
        ids={evidence}
        known={files}
        change={(put) => {
          const before = draft.state().content.evidence;
          draft.change('evidence', put(Array.isArray(before) ? (before as readonly string[]) : []));
        }}
        tellUnderWay={tellUnderWay}
        disabled={disabled}
      />
    ),
    time: ask('hoursPerMonth'),
  };

  return (
    <div className={classes.frame}>
      <header className={head.head}>
        <Link to="/call/$selection" params={{ selection: id }} className={head.back}>
          <IconArrowLeft size={18} aria-hidden="true" />
          <span>{t('answer.apply.back')}</span>
        </Link>
        <span className={head.what}>
          <span className={head.title}>{t('answer.apply.title')}</span>
          <span className={head.of}>{said(reader, selection.title)}</span>
        </span>
        <span className={head.state}>
          <SavedState saved={saved} />
          {closes !== null && <DueBadge due={dueOf(t, reader, { due: closes, now, late: closes < now })} />}
        </span>
      </header>
      <main id="main" className={classes.main}>
        <form
          ref={form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <div className={classes.intro}>
            <h1>{t(sent ? 'answer.apply.change' : 'answer.apply.heading')}</h1>
            <p>{t('answer.apply.intro')}</p>
          </div>
          <StandsElsewhere
            fields={[...fields, EVIDENCE(t('answer.evidence'))]}
            content={content}
            saved={saved}
            settle={(one) => draft.settle(one)}
            reload={reload}
          />
          {PARTS.map((part, at) => (
            <section key={part} className={classes.part} aria-labelledby={`part-${part}`}>
              <span className={classes.number} data-whole={whole[part]} aria-hidden="true">
                {whole[part] ? <IconCheck size={16} stroke={2.6} /> : at + 1}
              </span>
              <div>
                <h2 id={`part-${part}`}>{t(`answer.apply.part.${part}`)}</h2>
                <p className={classes.quiet}>{t(`answer.apply.about.${part}`)}</p>
                <div className={classes.fields}>{asked[part]}</div>
              </div>
            </section>
          ))}
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
            {unsaved && saved.state !== 'saved' && (
              <p className={classes.faults} role="alert">
                {t('answer.apply.unsaved')}
              </p>
            )}
            {tooSoon && underWay > 0 && (
              <p className={classes.faults} role="alert">
                {t('answer.apply.underWay', { count: underWay })}
              </p>
            )}
            {apply.isError && !hasCode(apply.error, 'unauthenticated') && <ErrorSentence error={apply.error} />}
            <div className={classes.acts}>
              <Button
                variant="default"
                leftSection={<IconEye size={17} aria-hidden="true" />}
                onClick={() => void show()}
                aria-haspopup="dialog"
              >
                {t('answer.apply.preview')}
              </Button>
              <Button type="submit" className={classes.submit} disabled={disabled || saved.state === 'conflict'}>
                {t(sent ? 'answer.apply.sendAgain' : 'answer.apply.send')}
              </Button>
            </div>
          </div>
        </form>
      </main>
      {previewing && (
        <Suspense>
          <PreviewSheet id={id} selection={selection} close={() => preview(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** Where two have written, the files are told apart as well. */
const EVIDENCE = (label: string) => ({
  ...({ key: 'evidence', kind: 'ids', required: false, max: 50, from: [] } as const),
  label: { en: label, 'zh-CN': label },
  from: [] as string[],
});
