import { useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import { KeyHints } from '../../../../ui/key-hints.tsx';
import type { FieldOf } from '../../fields/field.ts';
import { Ladder } from '../../matrix/ladder.tsx';
import type { Level } from '../../store/level.ts';
import type { FieldsProps, MatterOf } from '../purpose.ts';
import { LevelRow } from './level-row.tsx';
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
        <LevelRow
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
