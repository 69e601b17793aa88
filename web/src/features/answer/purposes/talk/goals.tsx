import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldsProps, MatterOf } from '../purpose.ts';
import classes from './talk.module.css';

/** What a goal is made of; the fields of the first goal end in 1, and so on. */
const PARTS = ['element', 'means', 'until', 'goal'] as const;

/** When the talk was held, and the goals: each an item of the development plan, one after the other. */
export default function Goals({ task, content, disabled, ask }: FieldsProps<MatterOf<'cycle-talks'>>) {
  const { t } = useTranslation();
  const keys = task.form.fields.map(({ key }) => key);
  const numbers = keys.flatMap((key) => /^element(\d)$/.exec(key)?.[1] ?? []).map(Number);
  const goals = new Set(numbers.flatMap((n) => PARTS.map((part) => `${part}${n}`)));
  const isBegun = (n: number) => PARTS.some((part) => (content[`${part}${n}`] ?? '') !== '');
  const last = Math.max(1, ...numbers.filter(isBegun));
  const [more, add] = useState(0);
  const shown = numbers.filter((n) => n <= Math.max(last, more));
  const [first, ...rest] = keys.filter((key) => !goals.has(key));
  return (
    <>
      {first && ask(first)}
      {shown.map((n) => (
        <fieldset key={n} className={classes.goal}>
          <legend>{t('answer.ratings.talk.goal', { n })}</legend>
          <div className={classes.parts}>{PARTS.map((part) => ask(`${part}${n}`))}</div>
        </fieldset>
      ))}
      {shown.length < numbers.length && (
        <Button variant="default" className={classes.add} disabled={disabled} onClick={() => add(shown.length + 1)}>
          {t('answer.ratings.talk.add')}
        </Button>
      )}
      {rest.map((key) => ask(key))}
    </>
  );
}
