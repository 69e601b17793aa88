import type { Dice } from './dice.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 23);

/** Kind, shortest and longest in days, and how often out of a hundred. */
const KINDS = [
  ['annual_leave', 5, 14, 55],
  ['business_trip', 2, 9, 25],
  ['sick_leave', 3, 25, 12],
  ['parental_leave', 60, 150, 4],
  ['secondment', 40, 110, 4],
] as const;

const day = (offset: number): string => new Date(START + offset * DAY).toISOString().slice(0, 10);

function kindOf(dice: Dice): (typeof KINDS)[number] {
  let left = dice.between(1, 100);
  for (const kind of KINDS) {
    left -= kind[3];
    if (left <= 0) return kind;
  }
  return KINDS[0];
}

/** None, one or two windows between November 2026 and the end of 2027, in order and apart. */
export function absencesOf(dice: Dice): { from: string; to: string; kind: string }[] {
  const absences = [];
  let earliest = 0;
  for (let n = dice.pick([0, 0, 0, 1, 1, 2]); n > 0; n--) {
    const [kind, shortest, longest] = kindOf(dice);
    const from = earliest + dice.between(5, 180);
    const to = from + dice.between(shortest, longest) - 1;
    absences.push({ from: day(from), to: day(to), kind });
    earliest = to + 10;
  }
  return absences;
}
