import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import { KeyHints } from '../../../../ui/key-hints.tsx';
import { useKeys } from '../../../../ui/keys.ts';
import { sittingQuery } from '../../api/task.ts';
import { OpenEarlier } from '../../fields/earlier.ts';
import type { FieldsProps, MatterOf } from '../purpose.ts';
import classes from './fields.module.css';
import { Stopwatch } from './stopwatch.tsx';
import { useScoring } from './use-scoring.ts';

const ApplicationSheet = lazy(() => import('../application/application-sheet.tsx'));

/**
 * The rubric: digits score the criterion in focus, arrows go from one to the next, and what one has scored before opens beside.
 * At a live lecture it is large, with a stopwatch.
 */
export default function ReviewFields({
  round,
  task,
  matter,
  content,
  change,
  disabled,
  ask,
}: FieldsProps<MatterOf<'review'>>) {
  const { t } = useTranslation();
  const reader = useReader();
  const box = useRef<HTMLDivElement>(null);
  const [live, go] = useState(false);
  const [earlier, open] = useState<string>();
  const { data: sitting } = useQuery(sittingQuery(round));
  const { fields } = task.form;
  const scores = fields.flatMap((field) => (field.kind === 'score' ? [field] : []));
  const onKeyDown = useScoring(box, scores, content, change, disabled);
  useKeys({ l: () => go(!live) });
  const before = sitting?.tasks.find((one) => one.task === earlier);
  return (
    <OpenEarlier value={open}>
      <div className={classes.head}>
        <button type="button" aria-pressed={live} onClick={() => go(!live)}>
          {t(live ? 'answer.review.notLive' : 'answer.review.live')} <kbd>L</kbd>
        </button>
        {live && <Stopwatch />}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside */}
      <div ref={box} className={classes.scores} data-live={live} onKeyDown={onKeyDown}>
        {scores.map(({ key }) => ask(key))}
      </div>
      {fields.filter(({ kind }) => kind !== 'score').map(({ key }) => ask(key))}
      <div className={classes.keys}>
        <KeyHints
          hints={[
            [['0', '9', '.'], t('answer.review.keys.score')],
            [['↑', '↓'], t('answer.review.keys.move')],
            [['⇧ ↑', '⇧ ↓'], t('answer.review.keys.step')],
          ]}
          more={[[['L'], t('answer.review.live')]]}
        />
      </div>
      {before?.about && (
        <Suspense>
          <ApplicationSheet round={round} code={before.about} topics={matter.topics} close={() => open(undefined)}>
            <dl className={classes.given}>
              {scores.map(({ key, label }) => (
                <div key={key}>
                  <dt>{said(reader, label)}</dt>
                  <dd>{String(before.draft?.content[key] ?? before.answer?.[key] ?? '–')}</dd>
                </div>
              ))}
            </dl>
          </ApplicationSheet>
        </Suspense>
      )}
    </OpenEarlier>
  );
}
