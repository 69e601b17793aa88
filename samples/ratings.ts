import type { Cells } from '../files/table.ts';
import type { Dice } from './dice.ts';
import type { Employee } from './people.ts';

/** Nobody there has rated anyone. */
const SILENT = 'D08';
/** There everybody has rated themselves too. */
const SELF_RATED = 'D04';
/** Falls short of nothing. */
const FULLY_ABLE = 'E010';
/** What the whole company is weak in, and by how many levels. */
const WEAK: Readonly<Record<string, number>> = { 'S.08': 0.9, 'S.04': 0.7, 'K.09': 0.8, 'K.07': 0.5 };
/** The chance that a supervisor cannot tell and leaves an element out. */
const UNKNOWN = 0.015;

interface RatedLevel {
  readonly person: Employee;
  readonly element: string;
  /** In halves of a level. */
  readonly halves: number;
}

/**
 * ability_ratings.csv, by direct supervisors, and self_ratings.csv, by the people of one department, who tend to see
 * themselves a little higher.
 */
export function ratings(
  dice: Dice,
  people: readonly Employee[],
  postElements: readonly Cells[],
): { supervisors: Cells[]; selves: Cells[] } {
  const rated = people
    .filter(({ manager, department }) => manager !== '' && department !== SILENT)
    .flatMap((person) => levelsOf(dice, person, postElements));
  const known = rated.filter(() => !dice.chance(UNKNOWN));
  const selves = rated
    .filter(({ person }) => person.department === SELF_RATED)
    .map((one) => ({ ...one, halves: clamped(one.halves + dice.between(-1, 2) + (dice.chance(0.06) ? 3 : 0)) }));
  const days = new Map(people.map(({ id }) => [id, `2026-11-${String(dice.between(2, 6)).padStart(2, '0')}`]));
  const row = ({ person, element, halves }: RatedLevel, rater: string): Cells => ({
    employee_id: person.id,
    rater_id: rater,
    element_id: element,
    rating: (halves / 2).toFixed(1),
    rated_on: days.get(rater)!,
  });
  return {
    supervisors: known.map((one) => row(one, one.person.manager)),
    selves: selves.map((one) => row(one, one.person.id)),
  };
}

function levelsOf(dice: Dice, person: Employee, postElements: readonly Cells[]): RatedLevel[] {
  const able = 0.6 * dice.bell() - 0.3;
  return postElements
    .filter(({ post_code }) => post_code === person.post)
    .map(({ element_id: element, level }) => {
      const seen = Number(level) + able + 0.7 * dice.bell() - (WEAK[element!] ?? 0);
      const least = person.id === FULLY_ABLE ? Math.ceil(Number(level) * 2) : 0;
      return { person, element: element!, halves: clamped(Math.max(least, Math.round(seen * 2))) };
    });
}

const clamped = (halves: number): number => Math.min(14, Math.max(0, halves));
