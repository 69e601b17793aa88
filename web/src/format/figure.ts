import type { Reader } from './date.ts';

const formats = new Map<string, Intl.NumberFormat>();

function formatOf({ language }: Pick<Reader, 'language'>, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([language, options]);
  const known = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, known);
  return known;
}

/** A level, a gap or points as one reads them: "2", "1.4". */
export function levelOf(reader: Pick<Reader, 'language'>, level: number): string {
  return formatOf(reader, { maximumFractionDigits: 1 }).format(level);
}

/** The same with one digit after the point, so that figures below each other compare. */
export function tenthsOf(reader: Pick<Reader, 'language'>, value: number): string {
  return formatOf(reader, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

/** A difference with its sign: "+8", "−19", "0", always with so many digits after the point, so that those below each other compare. */
export function differenceOf(reader: Pick<Reader, 'language'>, value: number, digits = 0): string {
  const options = {
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
    signDisplay: 'exceptZero',
  } as const;
  return formatOf(reader, options).format(value).replace('-', '−');
}

/** "1,284" */
export function countOf(reader: Pick<Reader, 'language'>, count: number): string {
  return formatOf(reader, { maximumFractionDigits: 0 }).format(count);
}
