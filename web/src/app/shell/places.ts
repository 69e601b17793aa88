import type { Me } from '../../api/me.ts';

/** A place of the bar: where it leads, the words for it, and the letter that follows `g`. */
export interface Place {
  readonly path: '/desk';
  readonly words: string;
  readonly letter: string;
}

/** Places that have their pages, in the order of nobody's bar: what is in one, and in which order, the API says. */
const PLACES: Readonly<Partial<Record<Me['sees'][number], Place>>> = {
  desk: { path: '/desk', words: 'app.places.desk', letter: 'd' },
};

/** What is in somebody's bar: nobody has a place that is not theirs. */
export function placesOf({ sees }: Pick<Me, 'sees'>): readonly Place[] {
  return sees.flatMap((name) => PLACES[name] ?? []);
}
