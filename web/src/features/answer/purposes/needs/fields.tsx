import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import type { FieldsProps, MatterOf } from '../purpose.ts';
import { NeedList } from './list.tsx';
import { NeedActs } from './need-acts.tsx';
import { type Need, NeedFacts, NeedTitle, NeedWords } from './need-shown.tsx';
import classes from './needs.module.css';
import { openNeeds, orderOf, waitingNeeds } from './order.ts';

const StateNeed = lazy(() => import('./state-need.tsx'));
const WithdrawNeed = lazy(() => import('./withdraw-need.tsx'));

/** What a department needs, in the order in which it is wanted; or that it needs nothing, and why. */
export default function NeedsFields({
  round,
  task,
  matter,
  content,
  change,
  disabled,
  faults,
  ask,
}: FieldsProps<MatterOf<'cycle-needs'>>) {
  const { t } = useTranslation();
  const reader = useReader();
  const queries = useQueryClient();
  const [open, show] = useState<{ readonly need: Need | undefined; readonly act: 'state' | 'withdraw' }>();
  const order = orderOf(matter, content);
  const field = task.form.fields.find(({ key }) => key === 'answer');
  const options = field?.kind === 'choice' ? field.options : [];
  const choose = (value: string) => {
    change('answer', value);
    // What is seen above the line is what is confirmed, without anybody having to touch it.
    if (value === 'needs') change('confirmed', [...order.above]);
  };
  // Whoever puts them in order says that they need them.
  const put = (confirmed: readonly string[]) => {
    if (content.answer === undefined) change('answer', 'needs');
    change('confirmed', [...confirmed]);
  };
  const edit = (need: Need, act: 'state' | 'withdraw') => show({ need, act });
  const missing = faults.some(({ key }) => key === 'answer');
  const found = openNeeds(matter).length;
  const close = () => show(undefined);
  const done = () => queries.invalidateQueries({ queryKey: ['task', round, task.task] });
  // What is no more is in no order either.
  const gone = (need: string) => {
    if (Array.isArray(content.confirmed))
      change(
        'confirmed',
        content.confirmed.filter((id) => id !== need),
      );
    return done();
  };
  return (
    <>
      <div className={classes.head}>
        <p>{t('answer.needs.lead', { count: found, people: matter.department.people })}</p>
      </div>
      <div data-field="answer">
        <div className={classes.choices} role="radiogroup" aria-label={field ? said(reader, field.label) : undefined}>
          {options.map(({ value }) => (
            <label key={value} className={classes.choice}>
              <input
                type="radio"
                name="answer"
                checked={content.answer === value}
                onChange={() => choose(value)}
                disabled={disabled}
              />
              <b>{t(`answer.needs.answer.${value}`)}</b>
              <span>{t(`answer.needs.effect.${value}`)}</span>
            </label>
          ))}
        </div>
        {missing && (
          <p className={classes.fault} role="alert">
            {t('answer.fault.missing')}
          </p>
        )}
      </div>
      {content.answer === 'nil' && ask('reason')}
      {content.answer !== 'nil' && (
        <>
          <div className={classes.bar}>
            <h2>{t('answer.needs.ordered', { count: order.above.length })}</h2>
            <span className={`${classes.hint} ${classes.keys}`}>
              <kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd> {t('answer.needs.byKeys')}
            </span>
          </div>
          {found > 0 ? (
            <NeedList matter={matter} order={order} put={put} disabled={disabled} edit={edit} />
          ) : (
            <p className={classes.hint}>{t('answer.needs.none')}</p>
          )}
          {waitingNeeds(matter).map((need) => (
            <article key={need.need} className={`${classes.card} ${classes.waiting}`}>
              <NeedTitle need={need} known={matter} />
              <NeedFacts need={need} />
              <NeedWords need={need} known={matter} />
              <p className={classes.asked}>{t('answer.needs.isAsked')}</p>
              <NeedActs need={need} disabled={disabled} edit={edit} />
            </article>
          ))}
          <div>
            <Button
              variant="default"
              onClick={() => show({ need: undefined, act: 'state' })}
              disabled={disabled}
              aria-haspopup="dialog"
            >
              {t('answer.needs.another')}
            </Button>
          </div>
        </>
      )}
      {open && (
        <Suspense>
          {open.act === 'state' ? (
            <StateNeed {...{ round, matter, close, done }} before={open.need} />
          ) : (
            <WithdrawNeed {...{ round, matter, close }} done={() => gone(open.need!.need)} need={open.need!} />
          )}
        </Suspense>
      )}
    </>
  );
}
