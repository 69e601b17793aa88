import { useTranslation } from 'react-i18next';
import type { FieldsProps, MatterOf } from '../purpose.ts';
import { Pressed } from './pressed.tsx';
import classes from './seat-fields.module.css';

/** Take the seat or leave it, with what either means for others. */
export default function SeatFields({
  task,
  matter,
  content,
  change,
  disabled,
  faults,
  ask,
}: FieldsProps<MatterOf<'offering-seats'>>) {
  const { t } = useTranslation();
  const field = task.form.fields.find(({ key }) => key === 'comes');
  const comes = content.comes;
  const { waiting, taken, needed } = matter.course.seats;
  if (!field) return null;
  const effect =
    comes === true
      ? t('answer.course.seatTaken')
      : comes === false
        ? [
            waiting ? t('answer.course.nextAsked', { count: waiting }) : t('answer.course.nobodyWaits'),
            taken <= needed ? t('answer.course.isNeeded', { count: needed }) : '',
          ]
            .filter(Boolean)
            .join(t('answer.space'))
        : '';
  return (
    <>
      <Pressed
        field={field}
        options={[
          { value: 'yes', label: t('answer.course.comes'), key: 'y' },
          { value: 'no', label: t('answer.course.comesNot'), key: 'n' },
        ]}
        chosen={typeof comes === 'boolean' ? (comes ? 'yes' : 'no') : undefined}
        choose={(value) => change('comes', value === 'yes')}
        disabled={disabled}
        faults={faults}
      >
        <p className={classes.effect} aria-live="polite">
          {effect}
        </p>
      </Pressed>
      {comes === false && ask('reason')}
    </>
  );
}
