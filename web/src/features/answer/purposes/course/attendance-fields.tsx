import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReader } from '../../../../format/reader.ts';
import { Face } from '../../../../ui/face.tsx';
import { KeyHints } from '../../../../ui/key-hints.tsx';
import type { FieldsProps, MatterOf } from '../purpose.ts';
import classes from './attendance-fields.module.css';

const MOVES: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** The list with everybody there: who was absent is pressed. */
export default function AttendanceFields({
  matter,
  content,
  change,
  disabled,
}: FieldsProps<MatterOf<'offering-attendance'>>) {
  const { t } = useTranslation();
  const { language } = useReader();
  const list = useRef<HTMLUListElement>(null);
  const absent = new Set(Array.isArray(content.absent) ? (content.absent as readonly string[]) : []);
  const collator = new Intl.Collator(language);
  const people = matter.people
    .map(({ id, name }) => ({ id, name: name ?? id }))
    .sort((a, b) => collator.compare(a.name, b.name));
  const toggle = (id: string) => {
    const next = people.map((one) => one.id).filter((one) => (one === id ? !absent.has(one) : absent.has(one)));
    change('absent', next);
  };
  const move = (event: KeyboardEvent) => {
    const by = MOVES[event.key];
    if (!by) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by]?.focus();
  };
  return (
    <div data-field="absent">
      <p className={classes.count} aria-live="polite">
        {t('answer.course.there', { count: people.length - absent.size })}
        {absent.size > 0 && t('answer.course.absent', { count: absent.size })}
      </p>
      <p className={classes.hint}>{t('answer.course.pressAbsent')}</p>
      <KeyHints
        hints={[
          [['↑', '↓'], t('answer.course.move')],
          [[t('answer.course.spaceKey')], t('answer.course.toggle')],
        ]}
      />
      <ul ref={list} className={classes.list} onKeyDown={move}>
        {people.map(({ id, name }) => (
          <li key={id}>
            <button type="button" aria-pressed={absent.has(id)} onClick={() => toggle(id)} disabled={disabled}>
              <Face name={name} size={30} />
              <span className={classes.name}>{name}</span>
              <span className={classes.state}>
                {t(absent.has(id) ? 'answer.course.wasAbsent' : 'answer.course.wasThere')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
