/** Where one is in a grid. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const MOVES: Readonly<Record<string, (at: Place, last: Place) => Place>> = {
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, last) => ({ row, column: last.column }),
  'Control+Home': () => ({ row: 0, column: 0 }),
  'Control+End': (_, last) => last,
};

/** Where a key leads in a grid, never beyond its edge; undefined: it is none that moves. */
export function movedBy(event: Pick<KeyboardEvent, 'key' | 'ctrlKey'>, at: Place, last: Place): Place | undefined {
  const to = MOVES[event.ctrlKey ? `Control+${event.key}` : event.key]?.(at, last);
  return to && { row: Math.min(last.row, Math.max(0, to.row)), column: Math.min(last.column, Math.max(0, to.column)) };
}
