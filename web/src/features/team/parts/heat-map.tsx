import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { differenceOf, tenthsOf } from '../../../format/figure.ts';
import { useReader } from '../../../format/reader.ts';
import type { Cell } from '../api/team.ts';
import { movedBy, type Place } from './grid-keys.ts';
import classes from './heat-map.module.css';
import { shadeOf } from './shade.ts';

/** What stands in the cells. */
export const LOOKS = ['gaps', 'required', 'rated', 'since'] as const;
export type Look = (typeof LOOKS)[number];

/** More rows than these are drawn only where they are seen. */
const MANY_ROWS = 40;

interface Head {
  readonly id: string;
  readonly name: string;
  readonly head: ReactNode;
}

interface HeatMapProps {
  readonly label: string;
  readonly look: Look;
  readonly rows: readonly (Head & { readonly end?: ReactNode })[];
  readonly columns: readonly Head[];
  readonly endHead?: string | undefined;
  /** undefined: it is not part of the post. */
  readonly cellOf: (row: string, column: string) => Cell | undefined;
  readonly focused: Place;
  readonly focus: (at: Place) => void;
}

/** Gaps as a grid that one walks through by arrows: the darker the wider, hatched where nobody is rated, a dot where the plan meets it. */
export function HeatMap({ label, look, rows, columns, endHead, cellOf, focused, focus }: HeatMapProps) {
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    const to = movedBy(event, focused, { row: rows.length - 1, column: columns.length - 1 });
    if (!to) return;
    event.preventDefault();
    focus(to);
    grid.current?.querySelector<HTMLElement>(`[data-at="${to.row}.${to.column}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells are walked through, which a table does not know
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      tabIndex={-1}
      className={classes.grid}
      style={{ '--columns': columns.length } as React.CSSProperties}
      data-end={endHead !== undefined}
      data-many={rows.length > MANY_ROWS}
      onKeyDown={walk}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the cells have the focus */}
      <div role="row" className={classes.heads}>
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the cells have the focus */}
        <span role="columnheader" className={classes.corner}>
          <span className="for-readers">{t('team.element')}</span>
        </span>
        {columns.map(({ id, name, head }) => (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the cells have the focus
          <span key={id} role="columnheader" className={classes.head} title={name}>
            {head}
          </span>
        ))}
        {endHead !== undefined && (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the cells have the focus
          <span role="columnheader" className={classes.endHead}>
            {endHead}
          </span>
        )}
      </div>
      {rows.map((row, at) => (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the cells have the focus
        <div key={row.id} role="row" className={classes.row}>
          {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the cells have the focus */}
          <span role="rowheader" className={classes.name}>
            {row.head}
          </span>
          {columns.map((column, place) => (
            <GapCell
              key={column.id}
              cell={cellOf(row.id, column.id)}
              look={look}
              names={`${row.name}, ${column.name}`}
              at={{ row: at, column: place }}
              focused={focused.row === at && focused.column === place}
              focus={focus}
            />
          ))}
          {endHead !== undefined && (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the cells have the focus
            <span role="gridcell" className={classes.end}>
              {row.end}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

interface GapCellProps {
  readonly cell: Cell | undefined;
  readonly look: Look;
  readonly names: string;
  readonly at: Place;
  readonly focused: boolean;
  readonly focus: (at: Place) => void;
}

function GapCell({ cell, look, names, at, focused, focus }: GapCellProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const planned = cell?.fate?.code === 'planned';
  const shown = cell && shownIn(cell, look);
  const figure =
    shown === undefined || shown === null
      ? cell
        ? ''
        : '–'
      : look === 'since'
        ? differenceOf(reader, shown, 1)
        : look === 'gaps' && shadeOf(shown) === 0
          ? '·'
          : tenthsOf(reader, shown);
  const words = !cell
    ? t('team.notInPost')
    : shown === null || shown === undefined
      ? t(look === 'since' ? 'team.notKnownBefore' : 'team.notRated')
      : figure === '·'
        ? t('team.noGap')
        : t(`team.cell.${look}`, { level: figure });
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells are walked through, which a table does not know
    <span
      role="gridcell"
      tabIndex={focused ? 0 : -1}
      className={classes.cell}
      data-at={`${at.row}.${at.column}`}
      data-look={look}
      data-shade={cell ? (shadeOf(shown ?? null) ?? 'missing') : 'none'}
      data-focused={focused}
      aria-selected={focused}
      aria-label={[names, words, planned ? t('team.met') : ''].filter(Boolean).join(', ')}
      onFocus={() => focus(at)}
      onClick={() => focus(at)}
      onKeyDown={undefined}
    >
      <span aria-hidden="true">{figure}</span>
      {planned && <i aria-hidden="true" />}
    </span>
  );
}

/** The figure of a cell; null: it is not known. Since last year: below 0, the gap is narrower. */
function shownIn({ gap, required, rated, before }: Cell, look: Look): number | null {
  if (look === 'required') return required;
  if (look === 'rated') return rated;
  if (look === 'gaps') return gap;
  return gap === null || before?.gap == null ? null : gap - before.gap;
}
