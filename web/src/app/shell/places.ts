import type { Me } from '../../api/me.ts';

/** A place of the bar: where it leads, the words for it, and the letter that follows `g`. */
export interface Place {
  readonly path: '/desk' | '/team' | '/courses' | '/overview' | '/plan' | '/trainers';
  readonly words: string;
  readonly letter: string;
}

/** Places that have their pages, in the order of nobody's bar: what is in one, and in which order, the API says. */
const PLACES: Readonly<Partial<Record<Me['sees'][number], Place>>> = {
  overview: { path: '/overview', words: 'app.places.overview', letter: 'o' },
  desk: { path: '/desk', words: 'app.places.desk', letter: 'd' },
  team: { path: '/team', words: 'app.places.team', letter: 't' },
  courses: { path: '/courses', words: 'app.places.courses', letter: 'c' },
  plan: { path: '/plan', words: 'app.places.plan', letter: 'p' },
  trainers: { path: '/trainers', words: 'app.places.trainers', letter: 'r' },
};

/** What is in somebody's bar: nobody has a place that is not theirs. */
export function placesOf({ sees }: Pick<Me, 'sees'>): readonly Place[] {
  return sees.flatMap((name) => PLACES[name] ?? []);
}

/** As the style sheets have it: narrower is a phone. */
const PHONE = '(max-width: 600px)';

/**
 * Where somebody comes to first: their own page, once it is there. On a phone whoever is asked something comes to their desk, since that is
 * what one has a phone in the hand for.
 */
export function homeOf({ home, openTasks }: Pick<Me, 'home' | 'openTasks'>): Place['path'] {
  if (home === 'overview' && openTasks > 0 && matchMedia(PHONE).matches) return '/desk';
  return PLACES[home]?.path ?? '/desk';
}
