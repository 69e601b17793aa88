// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows and columns that are out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell at a time can be focused, and no head
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Level } from '../store/level.ts';
import classes from './grid.module.css';

interface CellProps {
  readonly element: string;
  readonly person: string;
  /** From 0 on, among so many. */
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
  readonly level: Level;
  readonly isPart: boolean;
  readonly isIn: boolean;
  readonly isAt: boolean;
  readonly isBelow: boolean;
  readonly isAlong: boolean;
  readonly isFirst: boolean;
}

/** One person in one element. It is drawn anew only when something in it has changed. */
export const Cell = memo(function Cell(props: CellProps) {
  const { element, person, row, rows, column, columns, level, isPart, isIn, isAt, isBelow, isAlong, isFirst } = props;
  const { t } = useTranslation();
  if (!isPart) {
    return (
      <div
        role="gridcell"
        className={classes.cell}
        aria-colindex={column + 2}
        data-part="false"
        data-first={isFirst}
        aria-label={t('answer.ratings.notPartCell', { element, person })}
      >
        <i aria-hidden="true">–</i>
      </div>
    );
  }
  const words =
    level === undefined
      ? t('answer.ratings.notRated')
      : level === null
        ? t('answer.ratings.leftOut')
        : t('answer.ratings.levelKey', { level });
  const below = isBelow ? t('answer.ratings.belowCell') : '';
  return (
    <div
      role="gridcell"
      id={`cell-${row}-${column}`}
      className={classes.cell}
      tabIndex={isAt ? 0 : -1}
      aria-colindex={column + 2}
      aria-readonly={isIn}
      aria-selected={isAt}
      aria-label={t('answer.ratings.cell', {
        ...{ element, person, level: words + below },
        ...{ row: row + 1, rows, column: column + 1, columns },
      })}
      data-row={row}
      data-column={column}
      data-along={isAlong}
      data-first={isFirst}
    >
      <span
        data-state={level === undefined ? 'open' : level === null ? 'left-out' : 'rated'}
        data-below={isBelow}
        data-in={isIn}
      >
        {level === undefined ? '' : level === null ? t('answer.ratings.cannotTell') : level}
      </span>
    </div>
  );
});
