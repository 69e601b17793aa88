import { type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import step from '../fields/step.module.css';
import { halved, type Level } from '../store/level.ts';
import classes from './level-keys.module.css';

interface KeysProps {
  readonly min: number;
  readonly max: number;
  readonly level: Level;
  readonly change: (level: Level) => void;
  readonly disabled: boolean;
  readonly isBelow: boolean;
  readonly labelId: string;
}

/** Whoever holds a key for so long cannot tell, in milliseconds; a finger that goes further than so many pixels meanwhile turns the page. */
const LONG_MS = 550;
const STEADY = 12;

/** All levels in one row: a press again is the half above, a long one says that one cannot tell. */
export function LevelKeys({ min, max, level, change, disabled, isBelow, labelId }: KeysProps) {
  const { t } = useTranslation();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const long = useRef(false);
  const from = useRef({ x: 0, y: 0 });
  const press = (one: number) => {
    // What a long press has said is not said otherwise by letting go.
    if (long.current) return;
    change(typeof level === 'number' && Math.floor(level) === one ? halved(level, max) : one);
  };
  const hold = ({ clientX, clientY }: PointerEvent) => {
    long.current = false;
    from.current = { x: clientX, y: clientY };
    timer.current = setTimeout(() => {
      long.current = true;
      change(null);
    }, LONG_MS);
  };
  const release = () => clearTimeout(timer.current);
  // A key keeps the finger that was put on it: it does not leave it, however far it goes.
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (Math.hypot(clientX - from.current.x, clientY - from.current.y) > STEADY) release();
  };
  const whole = Array.from({ length: Math.floor(max - min) + 1 }, (_, i) => min + i);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend of its own
    <div className={classes.keys} role="group" aria-labelledby={labelId} data-below={isBelow}>
      {whole.map((one) => {
        const chosen = typeof level === 'number' && Math.floor(level) === one;
        return (
          <button
            key={one}
            type="button"
            className={step.step}
            aria-pressed={chosen}
            aria-label={t('answer.ratings.levelKey', { level: chosen ? level : one })}
            disabled={disabled}
            onPointerDown={hold}
            onPointerMove={move}
            onPointerUp={release}
            onPointerLeave={release}
            onPointerCancel={release}
            onContextMenu={(event) => event.preventDefault()}
            onKeyDown={() => {
              long.current = false;
            }}
            onClick={() => press(one)}
          >
            {chosen ? level : one}
          </button>
        );
      })}
    </div>
  );
}
