import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import type { FieldOf } from '../../fields/field.ts';
import { LevelKeys } from '../../matrix/level-keys.tsx';
import { halved, type Level } from '../../store/level.ts';
import classes from './ratings.module.css';

interface LevelRowProps {
  readonly field: FieldOf<'score'>;
  readonly level: Level;
  /** It is the one in focus, of which the levels are told in words. */
  readonly isAt: boolean;
  readonly disabled: boolean;
  readonly focus: () => void;
  readonly change: (level: Level) => void;
}

/** One element: all its levels in one row, and that one cannot tell; by the keyboard a digit, a point for the half, a dash. */
export function LevelRow({ field, level, isAt, disabled, focus, change }: LevelRowProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const id = useId();
  const { min, max, wanted, anchors = [] } = field;
  const name = said(reader, field.label);
  const rated = typeof level === 'number';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: digits work on whichever key of the row has the focus
    <div
      className={classes.row}
      data-field={field.key}
      data-at={isAt}
      onFocus={focus}
      onKeyDown={(event) => {
        if (disabled || event.ctrlKey || event.metaKey || event.altKey) return;
        const digit = /^\d$/.test(event.key) ? Number(event.key) : undefined;
        const next =
          digit !== undefined && digit >= min && digit <= max
            ? digit
            : event.key === '-'
              ? null
              : (event.key === '.' || event.key === ',') && rated
                ? halved(level, max)
                : event.key === 'Backspace'
                  ? undefined
                  : level;
        if (next === level) return;
        event.preventDefault();
        change(next);
      }}
    >
      <div className={classes.label}>
        <span id={id}>{name}</span>
        <button
          type="button"
          aria-pressed={level === null}
          aria-label={t('answer.ratings.cannotTellOf', { name })}
          disabled={disabled}
          onClick={() => change(level === null ? undefined : null)}
        >
          {t('answer.ratings.cannotTell')}
        </button>
      </div>
      <LevelKeys
        {...{ min, max, level, change, disabled }}
        labelId={id}
        isBelow={rated && level <= (wanted ?? 0) - 0.5}
      />
      {isAt && anchors.length > 0 && (
        <dl className={classes.anchors}>
          {anchors.map(({ score, text }) => (
            <div key={score}>
              <dt>{score}</dt>
              <dd>{said(reader, text)}</dd>
            </div>
          ))}
        </dl>
      )}
      {rated && wanted !== undefined && (
        <p className={classes.wanted}>{t('answer.ratings.wantedOne', { level: wanted })}</p>
      )}
    </div>
  );
}
