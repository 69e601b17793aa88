// A table for a terminal.

/** Prints rows under their headings: the first column to the left, numbers to the right, the last one as it is. */
export function printTable(headings, rows) {
  const lines = [headings, ...rows].map((row) => row.map((cell) => String(cell ?? '')));
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  for (const line of lines) {
    const cells = line.map((cell, column) =>
      isNumeric(cell) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
    );
    console.log(cells.join('  ').trimEnd());
  }
}

const isNumeric = (cell) => /^[\d.]+( \/ [\d.]+)?$/.test(cell);
