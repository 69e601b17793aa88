import type { PersonId } from '../../contracts/ids.ts';
import { byName } from '../ranking/method.ts';
import { hundredths } from './figures.ts';
import { levelsByPerson, type Rating } from './gap.ts';

/** Two views of one person in one element. */
export interface RatingPair {
  readonly person: PersonId;
  readonly element: string;
  readonly supervisor: number;
  readonly self: number;
  /** self - supervisor, in levels: above 0 when people see themselves higher. */
  readonly difference: number;
  /** At least the set distance apart, in either direction: worth a talk. */
  readonly flagged: boolean;
}

/** The distance at which two ratings are flagged unless the cycle says otherwise, in levels. */
export const USUAL_DISTANCE = 1.5;

/**
 * The supervisor's and the person's own rating side by side, by person and element, wherever both exist; flagged when
 * they lie at least `distance` levels apart. Neither is corrected by the other: self ratings run higher than supervisors'
 * on average and agree with them only loosely (Heidemeier and Moser 2009, Journal of Applied Psychology 94(2), 353-370:
 * corrected correlation 0.34), so a difference opens a conversation and decides nothing.
 * Throws, in one sentence, on a second rating of a person in an element by the same side.
 */
export function compareRatings(
  supervisors: Iterable<Rating>,
  selves: Iterable<Rating>,
  distance: number | string = USUAL_DISTANCE,
): RatingPair[] {
  const limit = hundredths(distance);
  const own = levelsByPerson(selves);
  const pairs: RatingPair[] = [];
  for (const [person, levels] of levelsByPerson(supervisors)) {
    for (const [element, supervisor] of levels) {
      const self = own.get(person)?.get(element);
      if (self === undefined) continue;
      const flagged = Math.abs(self - supervisor) >= limit;
      const difference = (self - supervisor) / 100;
      pairs.push({ person, element, supervisor: supervisor / 100, self: self / 100, difference, flagged });
    }
  }
  return pairs.sort((a, b) => byName(a.person, b.person) || byName(a.element, b.element));
}
