import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import classes from './choice-field.module.css';
import type { FieldProps } from './field.ts';

/** So many options are seen at once; more are chosen from a list. */
const MOST_SEEN = 12;

export function ChoiceField({ field, value, change, disabled, labelId, faultId }: FieldProps<'choice'>) {
  const { t } = useTranslation();
  const reader = useReader();
  const options = field.options.map((option) => ({ value: option.value, label: said(reader, option.label) }));
  if (options.length > MOST_SEEN) {
    return (
      <NativeSelect
        data={[{ value: '', label: t('answer.choose') }, ...options]}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => change(event.currentTarget.value || undefined)}
        disabled={disabled}
        aria-labelledby={labelId}
        aria-describedby={faultId}
      />
    );
  }
  return (
    <Options
      name={field.key}
      options={options}
      chosen={typeof value === 'string' ? value : undefined}
      choose={change}
      {...{ disabled, labelId, faultId }}
    />
  );
}

/** Yes and no are two answers: what is not answered is neither. */
export function FlagField({ field, value, change, disabled, labelId, faultId }: FieldProps<'flag'>) {
  const { t } = useTranslation();
  return (
    <Options
      name={field.key}
      options={[
        { value: 'yes', label: t('answer.yes') },
        { value: 'no', label: t('answer.no') },
      ]}
      chosen={typeof value === 'boolean' ? (value ? 'yes' : 'no') : undefined}
      choose={(chosen) => change(chosen === 'yes')}
      {...{ disabled, labelId, faultId }}
    />
  );
}

interface OptionsProps {
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string | undefined;
  readonly choose: (value: string) => void;
  readonly disabled: boolean;
  readonly labelId: string;
  readonly faultId: string | undefined;
}

function Options({ name, options, chosen, choose, disabled, labelId, faultId }: OptionsProps) {
  return (
    <div className={classes.options} role="radiogroup" aria-labelledby={labelId} aria-describedby={faultId}>
      {options.map(({ value, label }) => (
        <label key={value} className={classes.option}>
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            onChange={() => choose(value)}
            disabled={disabled}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
