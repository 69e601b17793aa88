// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows and columns that are out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell at a time can be focused, and no head
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Face } from '../../../ui/face.tsx';
import { isPart, type Layout, type Person } from '../store/layout.ts';
import type { Matrix } from '../store/matrix.ts';
import { useMatrixState } from '../store/use-matrix.ts';
import { Cell } from './cell.tsx';
import classes from './grid.module.css';
import { wantedIn } from './in-words.ts';
import { gapsOf, useSight } from './window.ts';

const ROW = 36;
const HEAD = 96;
/** Where columns scroll they are so wide; where all of them are in sight they share the room. */
const COLUMN = 84;
const BESIDE = 240;
const MOST_IN_SIGHT = 10;

interface GridProps {
  readonly matrix: Matrix;
  /** Whose column is to be seen among the others. */
  readonly lit: string | undefined;
  readonly open: (person: Person) => void;
  /** Counts keys that have moved: the cell in focus is then that of the browser too. */
  readonly moved: number;
}

/** Elements as rows, people as columns post by post; both heads stay in sight. */
export function Grid({ matrix, lit, open, moved }: GridProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const { layout, at, order } = useMatrixState(matrix);
  const { people, elements } = layout;
  const grid = useRef<HTMLDivElement>(null);
  const row = elements.findIndex(({ key }) => key === at.key);
  const column = people.findIndex(({ task }) => task === at.task);
  const wide = people.length > MOST_IN_SIGHT;
  const sizes = {
    rows: elements.length,
    columns: people.length,
    row: ROW,
    column: COLUMN,
    above: HEAD,
    beside: BESIDE,
  };
  const sight = useSight(grid, sizes, [row, column]);
  const down = gapsOf(sight.rows, elements.length);
  const along = gapsOf(sight.columns, people.length);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a key moves to where one is
  useLayoutEffect(() => document.getElementById(`cell-${row}-${column}`)?.focus({ preventScroll: true }), [moved]);
  useEffect(() => {
    const inside = grid.current?.contains(document.activeElement);
    if (inside) document.getElementById(`cell-${row}-${column}`)?.focus({ preventScroll: true });
  }, [row, column]);

  const goTo = (target: EventTarget | null) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    if (!cell) return;
    matrix.goTo({ task: people[Number(cell.dataset.column)]!.task, key: elements[Number(cell.dataset.row)]!.key });
  };

  return (
    <div
      ref={grid}
      role="grid"
      className={classes.grid}
      aria-label={t('answer.ratings.question')}
      aria-rowcount={elements.length + 1}
      aria-colcount={people.length + 1}
      data-wide={wide}
      style={{ '--people': people.length, '--row': `${ROW}px`, '--head': `${HEAD}px` } as React.CSSProperties}
      onMouseDown={(event) => goTo(event.target)}
      onFocus={(event) => goTo(event.target)}
    >
      <div role="row" className={classes.heads} aria-rowindex={1}>
        <div role="columnheader" className={classes.corner} aria-colindex={1}>
          {t('answer.ratings.element')}
        </div>
        {sight.columns.map((index, i) => {
          const person = people[index]!;
          return (
            <Head
              key={person.task}
              {...{ matrix, layout, person, index, open }}
              gap={along[i]!}
              isLit={lit === person.task}
              isAt={column === index}
            />
          );
        })}
        <Gap steps={along.at(-1)!} />
      </div>
      {sight.rows.map((index, i) => {
        const element = elements[index]!;
        const complete = matrix.isComplete(element);
        const isRow = order === 'element' && index === row;
        return [
          down[i]! > 0 && <div key={`before ${element.key}`} role="presentation" style={{ height: down[i]! * ROW }} />,
          <div key={element.key} role="row" className={classes.row} aria-rowindex={index + 2} data-at={isRow}>
            <div role="rowheader" className={classes.element} aria-colindex={1} title={said(reader, element.label)}>
              <span>{said(reader, element.label)}</span>
              {complete && <small>{t('answer.ratings.required', { levels: wantedIn(element, layout) })}</small>}
            </div>
            {sight.columns.map((place, j) => {
              const person = people[place]!;
              return [
                along[j]! > 0 && <Gap key={`before ${person.task}`} steps={along[j]!} />,
                <Cell
                  key={person.task}
                  element={said(reader, element.label)}
                  person={said(reader, person.label)}
                  row={index}
                  rows={elements.length}
                  column={place}
                  columns={people.length}
                  level={matrix.level(person, element.key)}
                  isPart={isPart(person, element)}
                  isIn={person.isIn}
                  isAt={index === row && place === column}
                  isBelow={complete && matrix.isBelow(person, element)}
                  isAlong={lit === person.task || (order === 'person' && place === column)}
                  isFirst={beginsPost(people, place)}
                />,
              ];
            })}
            <Gap steps={along.at(-1)!} />
          </div>,
        ];
      })}
      {down.at(-1)! > 0 && <div role="presentation" style={{ height: down.at(-1)! * ROW }} />}
    </div>
  );
}

/** Room that columns take which are not in sight. */
function Gap({ steps }: { steps: number }) {
  return steps > 0 ? <div role="presentation" className={classes.gap} style={{ width: steps * COLUMN }} /> : null;
}

/** A line stands before each post but the first. */
const beginsPost = (people: readonly Person[], at: number) => at > 0 && people[at]!.post !== people[at - 1]!.post;

interface HeadProps {
  readonly matrix: Matrix;
  readonly layout: Layout;
  readonly person: Person;
  readonly index: number;
  readonly gap: number;
  readonly isLit: boolean;
  readonly isAt: boolean;
  readonly open: (person: Person) => void;
}

/** Who it is, and how far they are; a press opens what else there is about them. */
function Head({ matrix, layout, person, index, gap, isLit, isAt, open }: HeadProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const name = said(reader, person.label);
  const { done, of } = matrix.countOf(person);
  return (
    <>
      <Gap steps={gap} />
      <div
        role="columnheader"
        className={classes.person}
        aria-colindex={index + 2}
        data-first={beginsPost(layout.people, index)}
        data-lit={isLit}
        data-at={isAt}
      >
        <button type="button" tabIndex={-1} onClick={() => open(person)} aria-haspopup="dialog" title={name}>
          <Face name={name} size={28} />
          <b>{name}</b>
          <span>
            {person.isIn ? <IconCheck size={14} stroke={2.6} aria-hidden="true" /> : <Ring share={done / of} />}
            {person.isIn ? t(person.isWaiting ? 'answer.ratings.waits' : 'answer.ratings.isIn') : `${done}/${of}`}
          </span>
        </button>
      </div>
    </>
  );
}

/** The share that is done, as an arc; the figures beside it say the same. */
function Ring({ share }: { share: number }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className={classes.ring}>
      <circle cx="7" cy="7" r="5.2" />
      <circle cx="7" cy="7" r="5.2" pathLength={100} strokeDasharray={`${share * 100} 100`} data-done="true" />
    </svg>
  );
}
