import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './field.ts';
import classes from './score-field.module.css';
import stepClasses from './step.module.css';

/** As many levels stand side by side; more become a scale; still more a figure alone. */
const MOST_IN_A_ROW = 11;
const MOST_ON_A_SCALE = 61;

export function ScoreField(props: FieldProps<'score'>) {
  const { min, max, step } = props.field;
  const levels = Math.round((max - min) / step) + 1;
  if (levels <= MOST_IN_A_ROW) return <Levels {...props} />;
  return <Scale {...props} withScale={levels <= MOST_ON_A_SCALE} />;
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** All levels in one row; the arrow keys go along it. */
function Levels({ field: { key, min, max, step }, value, change, disabled, labelId, faultId }: FieldProps<'score'>) {
  const levels = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, at) => rounded(min + at * step));
  return (
    <div className={classes.levels} role="radiogroup" aria-labelledby={labelId} aria-describedby={faultId}>
      {levels.map((level) => (
        <label key={level}>
          <input type="radio" name={key} checked={value === level} onChange={() => change(level)} disabled={disabled} />
          <span className={stepClasses.step}>{level}</span>
        </label>
      ))}
    </div>
  );
}

/** A figure that can be written, beside a scale that can be drawn; nothing stands on it before somebody has chosen. */
function Scale(props: FieldProps<'score'> & { withScale: boolean }) {
  const { field, value, change, disabled, labelId, faultId, withScale } = props;
  const { t } = useTranslation();
  const { min, max, step } = field;
  const score = typeof value === 'number' ? value : undefined;
  const [written, write] = useState(score === undefined ? '' : String(score));
  useEffect(() => {
    write((before) => (Number(before) === score && before !== '' ? before : score === undefined ? '' : String(score)));
  }, [score]);
  return (
    <div className={classes.scale}>
      {withScale && (
        <input
          type="range"
          className={classes.range}
          min={min}
          max={max}
          step={step}
          value={score ?? min}
          data-empty={score === undefined}
          style={{ '--done': `${(((score ?? min) - min) / (max - min)) * 100}%` } as React.CSSProperties}
          onChange={(event) => change(Number(event.currentTarget.value))}
          // The lowest level is where it stands already: a press on it changes nothing, and means it all the same.
          onPointerUp={(event) => score === undefined && change(Number(event.currentTarget.value))}
          disabled={disabled}
          // Whoever has a keyboard writes the figure, or goes up and down in it.
          tabIndex={-1}
          aria-labelledby={labelId}
          aria-valuetext={score === undefined ? t('answer.notScored') : String(score)}
        />
      )}
      <input
        type="number"
        inputMode="decimal"
        className={classes.figure}
        min={min}
        max={max}
        step={step}
        value={written}
        onChange={(event) => {
          write(event.currentTarget.value);
          const { valueAsNumber } = event.currentTarget;
          change(Number.isNaN(valueAsNumber) ? undefined : valueAsNumber);
        }}
        disabled={disabled}
        aria-labelledby={labelId}
        aria-describedby={faultId}
        aria-invalid={faultId !== undefined}
      />
    </div>
  );
}
