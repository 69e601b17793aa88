import type { FieldOf } from '../../fields/field.ts';

/** The steps of a short scale, each of which one press chooses. */
export function stepsOf({ min, max, step }: FieldOf<'score'>): { value: string; label: string }[] {
  const count = Math.round((max - min) / step) + 1;
  return Array.from({ length: count }, (_, at) => String(min + at * step)).map((value) => ({ value, label: value }));
}

/** More steps than this are not pressed but written. */
export const MOST_PRESSED = 5;
