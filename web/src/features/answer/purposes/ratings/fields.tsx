import { useId, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import { KeyHints } from '../../../../ui/key-hints.tsx';
import type { FieldOf } from '../../fields/field.ts';
import { Ladder } from '../../matrix/ladder.tsx';
import { LevelKeys } from '../../matrix/level-keys.tsx';
import { halved, type Level } from '../../store/level.ts';
import type { FieldsProps, MatterOf } from '../purpose.ts';
import { onRoom, roomForLadder } from './place.ts';
import classes from './ratings.module.css';

/** Each element of a post with its levels in one row; the one in focus has its ladder beside the form. */
export default function RatingsFields(props: FieldsProps<MatterOf<'cycle-ratings' | 'cycle-self-ratings'>>) {
  const { task, matter, content, change, disabled, ask } = props;
  const { t } = useTranslation();
  const reader = useReader();
  const room = useSyncExternalStore(onRoom, roomForLadder);
  const elements = task.form.fields.flatMap((field) => (field.kind === 'score' ? [field] : []));
  const [key, focus] = useState(elements[0]?.key);
  const element = elements.find((one) => one.key === key);
  const levelOf = (one: FieldOf<'score'>) => content[one.key] as Level;
  const person = task.about ?? task.task;
  const put = (level: Level) => element && change(element.key, level);

  return (
    <>
      <p className={classes.how}>{t('answer.ratings.touchOne')}</p>
      <KeyHints
        hints={[
          [['0–7'], t('answer.ratings.keys.level')],
          [['.'], t('answer.ratings.keys.half')],
          [['-'], t('answer.ratings.keys.leaveOut')],
        ]}
      />
      {elements.map((one) => (
        <Row
          key={one.key}
          field={one}
          level={levelOf(one)}
          isAt={one.key === key}
          disabled={disabled}
          focus={() => focus(one.key)}
          change={(level) => change(one.key, level)}
        />
      ))}
      {task.form.fields.filter(({ kind }) => kind !== 'score').map((field) => ask(field.key))}
      {room &&
        element &&
        createPortal(
          <>
            <h2>{said(reader, element.label)}</h2>
            <Ladder
              element={{ ...element, anchors: element.anchors ?? [] }}
              standing={[
                {
                  id: person,
                  name: matter.person.name ?? said(reader, task.label),
                  level: levelOf(element),
                  isFixed: false,
                },
              ]}
              at={person}
              wanted={typeof levelOf(element) === 'number' && element.wanted !== undefined ? [element.wanted] : []}
              disabled={disabled}
              press={put}
              put={(_, level) => put(level)}
              light={() => undefined}
            />
          </>,
          room,
        )}
    </>
  );
}

interface RowProps {
  readonly field: FieldOf<'score'>;
  readonly level: Level;
  readonly isAt: boolean;
  readonly disabled: boolean;
  readonly focus: () => void;
  readonly change: (level: Level) => void;
}

function Row({ field, level, isAt, disabled, focus, change }: RowProps) {
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
