import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hint } from '../../../../ui/hints-shown.ts';
import { KeyHints } from '../../../../ui/key-hints.tsx';
import type { Field, FieldOf } from '../../fields/field.ts';
import type { Level } from '../../store/level.ts';
import type { FieldsProps, OfCourse } from '../purpose.ts';
import { LevelRow } from '../ratings/level-row.tsx';
import { MOST_PRESSED, stepsOf } from './levels.ts';
import { Pressed } from './pressed.tsx';

/** What the ends of a scale mean, where the question itself does not say it. */
const ENDS: Readonly<Record<string, readonly [low: string, high: string]>> = {
  relevance: ['no', 'fully'],
  trainer: ['poor', 'good'],
  organisation: ['poor', 'good'],
  overall: ['poor', 'good'],
};

/** A level of an element of an ability model, which is given as in the ratings. */
const isLevel = (field: Field): field is FieldOf<'score'> =>
  field.kind === 'score' && field.step === 0.5 && field.max <= 7;

/** What a press answers is pressed, and the rest is written: feedback takes six presses, the last of which hands it in. */
export default function PressedFields({ task, content, change, disabled, faults, ask }: FieldsProps<OfCourse>) {
  const { t } = useTranslation();
  const { fields } = task.form;
  const [at, focus] = useState<string>();
  const levels: readonly Hint[] = [
    [['.'], t('answer.ratings.keys.half')],
    [['-'], t('answer.ratings.keys.leaveOut')],
  ];
  return (
    <>
      <KeyHints
        hints={[
          [['1–5'], t('answer.course.digits')],
          ...(fields.some(isLevel) ? levels : []),
          [[t('answer.ctrlEnter')], t('answer.course.handIn')],
        ]}
      />
      {fields.map((field) => {
        const value = content[field.key];
        if (field.kind === 'score' && (field.max - field.min) / field.step < MOST_PRESSED) {
          return (
            <Pressed
              key={field.key}
              field={field}
              options={stepsOf(field)}
              chosen={typeof value === 'number' ? String(value) : undefined}
              choose={(step) => change(field.key, Number(step))}
              ends={ENDS[field.key]?.map((end) => t(`answer.course.end.${end}`)) as [string, string] | undefined}
              {...{ disabled, faults }}
            />
          );
        }
        if (isLevel(field)) {
          return (
            <LevelRow
              key={field.key}
              field={field}
              level={value as Level}
              isAt={at === field.key}
              focus={() => focus(field.key)}
              change={(level) => change(field.key, level)}
              disabled={disabled}
            />
          );
        }
        if (field.kind === 'flag') {
          return (
            <Pressed
              key={field.key}
              field={field}
              options={[
                { value: 'yes', label: t('answer.yes'), key: 'y' },
                { value: 'no', label: t('answer.no'), key: 'n' },
              ]}
              chosen={typeof value === 'boolean' ? (value ? 'yes' : 'no') : undefined}
              choose={(one) => change(field.key, one === 'yes')}
              {...{ disabled, faults }}
            />
          );
        }
        return ask(field.key);
      })}
    </>
  );
}
