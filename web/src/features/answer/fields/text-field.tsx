import { useTranslation } from 'react-i18next';
import type { FieldProps } from './field.ts';
import classes from './text-field.module.css';

/** From this share of the limit on one is told how much is left. */
const COUNTED_FROM = 0.8;

/** Grows with what is written. */
export function TextField({ field, value, change, disabled, labelId, faultId }: FieldProps<'text'>) {
  const { t } = useTranslation();
  const text = typeof value === 'string' ? value : '';
  const counted = text.length >= field.maxLength * COUNTED_FROM;
  return (
    <div className={classes.field}>
      <textarea
        data-long={field.maxLength > 200}
        rows={field.maxLength > 200 ? 3 : 1}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        disabled={disabled}
        aria-labelledby={labelId}
        aria-describedby={faultId}
        aria-invalid={faultId !== undefined}
      />
      {counted && (
        <span className={classes.count} data-over={text.length > field.maxLength}>
          {t('answer.characters', { count: text.length, most: field.maxLength })}
        </span>
      )}
    </div>
  );
}

export function DateField({ value, change, disabled, labelId, faultId }: FieldProps<'date'>) {
  return (
    <input
      type="date"
      className={classes.date}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => change(event.currentTarget.value || undefined)}
      disabled={disabled}
      aria-labelledby={labelId}
      aria-describedby={faultId}
      aria-invalid={faultId !== undefined}
    />
  );
}
