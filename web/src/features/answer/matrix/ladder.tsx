import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Face } from '../../../ui/face.tsx';
import type { Element } from '../store/layout.ts';
import type { Level } from '../store/level.ts';
import classes from './ladder.module.css';

/** Somebody on the ladder, or beside it as long as they are not rated. */
export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  /** Their answer is in. */
  readonly isFixed: boolean;
}

interface LadderProps {
  readonly element: Pick<Element, 'key' | 'anchors' | 'min' | 'max'>;
  readonly standing: readonly Standing[];
  /** Whom a press on a level rates. */
  readonly at: string;
  /** What the posts ask for, where that may be said. */
  readonly wanted: readonly number[];
  readonly disabled?: boolean;
  /** A press on a level, or its half. */
  readonly press: (level: number) => void;
  /** Somebody was put on a level, and one stays with them. */
  readonly put: (id: string, level: Level) => void;
  /** Whose face is looked at; undefined: nobody’s. */
  readonly light: (id: string | undefined) => void;
}

/** So many faces stand beside each other on one level; of more the last ones lie over one another. */
const BESIDE = 4;
/** So many of many people are on the ladder, or beside it; of the others their number is told. */
const MOST = 12;
const FACE = 26;
const ROOM = 118;

/**
 * The levels from the highest down with what they look like in practice, and on each whoever stands there. A press on a level
 * rates; a face is moved by dragging it, or by the arrow keys.
 */
export function Ladder({ element, standing, at, wanted, disabled = false, press, put, light }: LadderProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const rungs = useRef<HTMLDivElement>(null);
  const [held, hold] = useState<{ id: string; level: number; moved: boolean }>();
  const { min, max, anchors } = element;
  const levels = Array.from({ length: Math.floor(max - min) + 1 }, (_, i) => Math.floor(max) - i);
  const texts = new Map(anchors.map(({ score, text }) => [score, said(reader, text)]));
  const stands = standing.map((one) => (held?.id === one.id && held.moved ? { ...one, level: held.level } : one));
  const rated = stands.filter(({ level }) => typeof level === 'number');
  const waiting = stands.filter(({ level }) => typeof level !== 'number');
  const from = Math.max(
    0,
    Math.min(
      waiting.findIndex(({ id }) => id === at),
      waiting.length - MOST,
    ),
  );
  const beside = waiting.slice(from, from + MOST);
  const here = standing.find(({ id }) => id === at)?.name ?? '';
  /** From above, as a share: a level begins where its line is. */
  const topOf = (level: number) => `${((max - level) / levels.length) * 100}%`;
  const levelAt = (y: number) => {
    const box = rungs.current!.getBoundingClientRect();
    const exact = max - ((y - FACE / 2 - 4 - box.top) / box.height) * levels.length;
    return Math.min(max, Math.max(min, Math.round(exact * 2) / 2));
  };

  const face = (one: Standing, style?: React.CSSProperties) => (
    <span
      key={one.id}
      role="slider"
      className={classes.face}
      tabIndex={one.id === at ? 0 : -1}
      aria-orientation="vertical"
      aria-label={one.name}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={one.level ?? min}
      aria-valuetext={
        one.level === undefined
          ? t('answer.ratings.notRated')
          : one.level === null
            ? t('answer.ratings.leftOut')
            : String(one.level)
      }
      aria-disabled={disabled || one.isFixed}
      data-at={one.id === at}
      data-held={held?.id === one.id}
      title={one.name}
      style={style}
      onMouseEnter={() => light(one.id)}
      onMouseLeave={() => light(undefined)}
      onFocus={() => light(one.id)}
      onBlur={() => light(undefined)}
      onPointerDown={(event) => {
        if (disabled || one.isFixed) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        hold({ id: one.id, level: one.level ?? min, moved: false });
      }}
      onPointerMove={(event) => {
        if (held?.id !== one.id) return;
        const level = levelAt(event.clientY);
        if (level !== held.level || held.moved) hold({ id: one.id, level, moved: true });
      }}
      onPointerUp={() => {
        if (held?.id === one.id && held.moved) put(one.id, held.level);
        hold(undefined);
      }}
      onPointerCancel={() => hold(undefined)}
      onKeyDown={(event) => {
        const way = event.key === 'ArrowUp' ? 0.5 : event.key === 'ArrowDown' ? -0.5 : 0;
        if (!way || disabled || one.isFixed) return;
        event.preventDefault();
        const from = typeof one.level === 'number' ? one.level + way : way > 0 ? min : max;
        put(one.id, Math.min(max, Math.max(min, from)));
      }}
    >
      <Face name={one.name} size={FACE} />
    </span>
  );

  return (
    <div className={classes.ladder}>
      <div ref={rungs} className={classes.rungs}>
        {levels.map((level) => (
          <div key={level} className={classes.rung}>
            <button
              type="button"
              className={classes.level}
              data-anchored={texts.has(level)}
              data-crowded={rated.some((one) => one.level === level || one.level === level - 0.5)}
              disabled={disabled}
              onClick={() => press(level)}
            >
              <b>{level}</b>
              <span title={texts.get(level)}>{texts.get(level)}</span>
              <span className="for-readers">{here}</span>
            </button>
            {level > min && (
              <button
                type="button"
                className={classes.half}
                disabled={disabled}
                aria-label={t('answer.ratings.rung', { person: here, level: level - 0.5 })}
                onClick={() => press(level - 0.5)}
              >
                {level - 0.5}
              </button>
            )}
          </div>
        ))}
        {[...new Set(wanted)].map((level) => (
          <i key={level} className={classes.wanted} style={{ top: topOf(level) }} aria-hidden="true" />
        ))}
        {rated.map((one) => {
          const all = rated.filter(({ level }) => level === one.level);
          // Whoever one is at is always among them.
          const same = all.length > MOST ? all.filter(({ id }, i) => id === at || i < MOST) : all;
          const place = same.findIndex(({ id }) => id === one.id);
          if (place < 0) return null;
          const step = same.length > BESIDE ? (ROOM - FACE) / (same.length - 1) : FACE + 3;
          const right = (same.length - 1 - place) * step;
          return face(one, { position: 'absolute', top: topOf(one.level as number), right });
        })}
      </div>
      {beside.length > 0 && (
        <div className={classes.beside}>
          <span>{t('answer.ratings.besideLadder')}</span>
          <span>
            {beside.map((one) => face(one))}
            {waiting.length > MOST && <b>{`+${waiting.length - MOST}`}</b>}
          </span>
        </div>
      )}
    </div>
  );
}
