import { useTranslation } from 'react-i18next';
import { KeyHints } from '../../../../ui/key-hints.tsx';
import type { FieldsProps, OfCourse } from '../purpose.ts';
import { MOST_PRESSED, stepsOf } from './levels.ts';
import { Pressed } from './pressed.tsx';

/** What the ends of a scale mean, where the question itself does not say it. */
const ENDS: Readonly<Record<string, readonly [low: string, high: string]>> = {
  relevance: ['no', 'fully'],
  trainer: ['poor', 'good'],
  organisation: ['poor', 'good'],
  overall: ['poor', 'good'],
};

/** What a press answers is pressed, and the rest is written: feedback takes six presses, the last of which hands it in. */
export default function PressedFields({ task, content, change, disabled, faults, ask }: FieldsProps<OfCourse>) {
  const { t } = useTranslation();
  const { fields } = task.form;
  return (
    <>
      <KeyHints
        hints={[
          [['1–5'], t('answer.course.digits')],
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
