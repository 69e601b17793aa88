import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Content } from '../store/draft.ts';
import type { Fault } from '../store/faults.ts';
import { ChoiceField, FlagField } from './choice-field.tsx';
import type { Field, FieldProps } from './field.ts';
import classes from './form-field.module.css';
import { IdsField } from './ids-field.tsx';
import { PeopleField } from './people-field.tsx';
import { ScoreField } from './score-field.tsx';
import { DateField, TextField } from './text-field.tsx';

interface FormFieldProps {
  readonly field: Field;
  readonly value: Content[string] | undefined;
  readonly change: (value: Content[string] | undefined) => void;
  readonly disabled: boolean;
  readonly required: boolean;
  readonly fault: Fault | undefined;
}

/** One question with what it is answered by, and what is wrong with the answer once it was to be sent. */
export function FormField({ field, required, fault, ...rest }: FormFieldProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const id = useId();
  const faultId = fault && `${id}-fault`;
  return (
    <div className={classes.field} data-field={field.key} data-fault={fault !== undefined}>
      <div className={classes.label} id={`${id}-label`}>
        {said(reader, field.label)}
        {!required && <span className={classes.optional}> {t('answer.optional')}</span>}
      </div>
      <ByKind field={field} labelId={`${id}-label`} faultId={faultId} {...rest} />
      {fault && (
        <p id={faultId} className={classes.fault}>
          {t(`answer.fault.${fault}`, boundsOf(field))}
        </p>
      )}
    </div>
  );
}

function ByKind({ field, ...rest }: Omit<FieldProps<Field['kind']>, 'field'> & { field: Field }) {
  switch (field.kind) {
    case 'score':
      return <ScoreField field={field} {...rest} />;
    case 'choice':
      return <ChoiceField field={field} {...rest} />;
    case 'text':
      return <TextField field={field} {...rest} />;
    case 'flag':
      return <FlagField field={field} {...rest} />;
    case 'date':
      return <DateField field={field} {...rest} />;
    case 'people':
      return <PeopleField field={field} {...rest} />;
    case 'ids':
      if (Array.isArray(field.from)) return <IdsField field={field} options={field.from} {...rest} />;
      return <PeopleField field={field} {...rest} />;
  }
}

/** The figures that a sentence about a fault may name. */
function boundsOf(field: Field): Record<string, number> {
  if (field.kind === 'score') return { min: field.min, max: field.max };
  if (field.kind === 'text') return { min: field.minLength, max: field.maxLength };
  return 'max' in field ? { max: field.max } : {};
}
