import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerFault } from '../../../../../contracts/answer-fault.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Content } from '../store/draft.ts';
import { ChoiceField, FlagField } from './choice-field.tsx';
import type { Beside, Field, FieldProps, Options } from './field.ts';
import classes from './form-field.module.css';
import { IdsField } from './ids-field.tsx';
import { PeopleField } from './people-field.tsx';
import { ScoreField } from './score-field.tsx';
import { ScoreNotes } from './score-notes.tsx';
import { DateField, TextField } from './text-field.tsx';

interface FormFieldProps {
  readonly field: Field;
  readonly value: Content[string] | undefined;
  readonly change: (value: Content[string] | undefined) => void;
  readonly disabled: boolean;
  readonly required: boolean;
  readonly fault: AnswerFault | undefined;
  /** What else is known of it beside the form. */
  readonly beside?: Beside | undefined;
}

/** One question with what it is answered by, and what is wrong with the answer once it was to be sent. */
export function FormField({ field, required, fault, beside, ...rest }: FormFieldProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const id = useId();
  const faultId = fault && `${id}-fault`;
  return (
    <div className={classes.field} data-field={field.key} data-fault={fault !== undefined}>
      <div className={classes.label} id={`${id}-label`}>
        {said(reader, field.label)}
        {beside?.weight && <span className={classes.optional}> {beside.weight}</span>}
        {!required && <span className={classes.optional}> {t('answer.optional')}</span>}
      </div>
      <ByKind field={field} options={beside?.options} labelId={`${id}-label`} faultId={faultId} {...rest} />
      {field.kind === 'score' && <ScoreNotes field={field} value={rest.value} beside={beside} />}
      {fault && (
        <p id={faultId} className={classes.fault}>
          {t(`answer.fault.${fault}`, boundsOf(field))}
        </p>
      )}
    </div>
  );
}

type ByKindProps = Omit<FieldProps<Field['kind']>, 'field'> & { field: Field; options: Options | undefined };

function ByKind({ field, options, ...rest }: ByKindProps) {
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
      if (options) return <IdsField field={field} options={options} {...rest} />;
      if (Array.isArray(field.from)) {
        return <IdsField field={field} options={field.from.map((id) => ({ id, label: id }))} {...rest} />;
      }
      return <PeopleField field={field} {...rest} />;
  }
}

/** The figures that a sentence about a fault may name. */
function boundsOf(field: Field): Record<string, number> {
  if (field.kind === 'score') return { min: field.min, max: field.max, step: field.step };
  if (field.kind === 'text') return { min: field.minLength, max: field.maxLength };
  return 'max' in field ? { max: field.max } : {};
}
