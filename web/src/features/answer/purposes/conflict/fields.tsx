import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import type { FieldsProps, MatterOf } from '../purpose.ts';
import classes from './fields.module.css';

const ApplicationSheet = lazy(() => import('../application/application-sheet.tsx'));

/** What I may be given to review: read it, and step back from what I am too near to. None is an answer. */
export default function ConflictFields({
  round,
  matter,
  content,
  change,
  disabled,
  ask,
}: FieldsProps<MatterOf<'conflict'>>) {
  const { t } = useTranslation();
  const reader = useReader();
  const [read, open] = useState<string>();
  const from = Array.isArray(content.applications) ? (content.applications as readonly string[]) : [];
  const toggle = (code: string) =>
    change('applications', from.includes(code) ? from.filter((other) => other !== code) : [...from, code]);
  const called = (topic: string) => {
    const known = matter.topics.find(({ id }) => id === topic);
    return known ? said(reader, known.label) : topic;
  };
  return (
    <>
      <p>{t('answer.conflicts.what')}</p>
      <ul className={classes.list} data-field="applications">
        {matter.applications.map(({ code, name, topics, hoursPerMonth }) => (
          <li key={code}>
            <label>
              <input
                type="checkbox"
                checked={from.includes(code)}
                onChange={() => toggle(code)}
                disabled={disabled}
                aria-label={t('answer.conflicts.stepBack', { code })}
              />
              <span className={classes.what}>
                <b>{[code, name].filter(Boolean).join(' · ')}</b>
                <span className={classes.quiet}>
                  {[...topics.map(called), t('answer.hours', { count: hoursPerMonth })].join(' · ')}
                </span>
              </span>
            </label>
            <button
              type="button"
              onClick={() => open(code)}
              aria-haspopup="dialog"
              aria-label={t('answer.conflicts.readWhat', { code })}
            >
              {t('answer.conflicts.read')}
            </button>
          </li>
        ))}
      </ul>
      <p className={classes.quiet} role="status">
        {t(from.length ? 'answer.conflicts.chosen' : 'answer.conflicts.none', { count: from.length })}
      </p>
      {from.length > 0 && ask('reason')}
      {read && (
        <Suspense>
          <ApplicationSheet round={round} code={read} topics={matter.topics} close={() => open(undefined)} />
        </Suspense>
      )}
    </>
  );
}
