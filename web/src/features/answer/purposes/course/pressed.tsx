import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import type { Field } from '../../fields/field.ts';
import fieldClasses from '../../fields/form-field.module.css';
import step from '../../fields/step.module.css';
import type { FaultOfField } from '../../store/faults.ts';
import classes from './pressed.module.css';

interface PressedProps {
  readonly field: Field;
  readonly options: readonly { readonly value: string; readonly label: string; readonly key?: string }[];
  readonly chosen: string | undefined;
  readonly choose: (value: string) => void;
  readonly disabled: boolean;
  readonly faults: readonly FaultOfField[];
  /** What the ends of a scale mean. */
  readonly ends?: readonly [low: string, high: string] | undefined;
  readonly children?: ReactNode;
}

/** A question that one press answers; by the keyboard a digit or a letter does, and goes on to the next. */
export function Pressed({ field, options, chosen, choose, disabled, faults, ends, children }: PressedProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const id = useId();
  const fault = faults.find((one) => one.key === field.key)?.fault;
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const option = options.find((one) => (one.key ?? one.value) === event.key.toLowerCase());
    if (!option || disabled || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(option.value);
    nextAfter(event.currentTarget.closest<HTMLElement>('[data-field]'))?.focus();
  };
  return (
    <div className={fieldClasses.field} data-field={field.key} data-fault={fault !== undefined}>
      <div className={fieldClasses.label} id={id}>
        {said(reader, field.label)}
        {!field.required && <span className={fieldClasses.optional}> {t('answer.optional')}</span>}
      </div>
      <div
        className={classes.row}
        role="radiogroup"
        onKeyDown={press}
        aria-labelledby={id}
        aria-describedby={fault && `${id}-fault`}
      >
        {options.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name={id}
              checked={chosen === value}
              onChange={() => choose(value)}
              disabled={disabled}
            />
            <span className={step.step}>{label}</span>
          </label>
        ))}
      </div>
      {ends && (
        <p className={classes.ends} aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      )}
      {children}
      {fault && (
        <p id={`${id}-fault`} className={fieldClasses.fault}>
          {t(`answer.fault.${fault}`, { min: 1, max: options.length })}
        </p>
      )}
    </div>
  );
}

/** What is answered after it: the next question, or what comes behind the last. */
function nextAfter(field: HTMLElement | null): HTMLElement | null {
  if (!field) return null;
  const all = [...(field.parentElement?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
  const next = all[all.indexOf(field) + 1];
  return next?.querySelector<HTMLElement>('input:checked, input, textarea, [role=group] button') ?? null;
}
