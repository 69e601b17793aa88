import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './choice-field.module.css';
import type { FieldProps, Options } from './field.ts';
import own from './ids-field.module.css';

/** More than so many are looked through by a part of their name. */
const MOST_SEEN = 12;

/** Some of a list that the form gives; nobody types a number. What is chosen keeps the order in which it was. */
export function IdsField(props: FieldProps<'ids'> & { options: Options }) {
  const { field, value, change, disabled, labelId, faultId, options } = props;
  const { t } = useTranslation();
  const [sought, seek] = useState('');
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const seen = options.filter(({ label }) => label.toLowerCase().includes(sought.trim().toLowerCase()));
  const toggle = (id: string) => change(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <fieldset className={own.ids} aria-labelledby={labelId} aria-describedby={faultId}>
      {options.length > MOST_SEEN && (
        <TextInput
          value={sought}
          onChange={(event) => seek(event.currentTarget.value)}
          placeholder={t('answer.narrow')}
          aria-label={t('answer.narrow')}
        />
      )}
      <div className={own.list}>
        {seen.map(({ id, label }) => (
          <label key={id} className={classes.option}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
              disabled={disabled || (!chosen.includes(id) && chosen.length >= field.max)}
            />
            {label}
          </label>
        ))}
      </div>
      <p className={own.quiet}>
        {options.length > field.max
          ? t('answer.chosen', { count: chosen.length, most: field.max })
          : t('answer.chosenOf', { count: chosen.length, of: options.length })}
      </p>
    </fieldset>
  );
}
