import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import type { FieldsProps, MatterOf } from '../purpose.ts';
import { Pressed } from './pressed.tsx';
import classes from './support-fields.module.css';

/** What somebody is to bring back: one sentence, for which the course itself makes a beginning. */
export default function SupportFields({
  task,
  matter,
  content,
  change,
  disabled,
  faults,
  ask,
}: FieldsProps<MatterOf<'offering-support'>>) {
  const { t } = useTranslation();
  const reader = useReader();
  const talked = task.form.fields.find(({ key }) => key === 'clarified');
  const { goal } = matter.course.course;
  const written = typeof content.goal === 'string' && content.goal.trim() !== '';
  return (
    <>
      {ask('goal')}
      {!written && (
        <div className={classes.beginning}>
          <p>{t('answer.course.beginning', { goal: said(reader, goal) })}</p>
          <Button variant="default" onClick={() => change('goal', said(reader, goal))} disabled={disabled}>
            {t('answer.course.begin')}
          </Button>
        </div>
      )}
      {talked && (
        <Pressed
          field={talked}
          options={[
            { value: 'yes', label: t('answer.yes'), key: 'y' },
            { value: 'no', label: t('answer.course.notYet'), key: 'n' },
          ]}
          chosen={typeof content.clarified === 'boolean' ? (content.clarified ? 'yes' : 'no') : undefined}
          choose={(value) => change('clarified', value === 'yes')}
          {...{ disabled, faults }}
        />
      )}
    </>
  );
}
