import type { PersonId } from '../../contracts/ids.ts';
import type { Person, Post } from '../organisation/state.ts';
import { byName } from '../ranking/method.ts';
import { hundredths, WEIGHTED } from './figures.ts';

/** What the gaps need to know of a person. */
export type RatedPerson = Pick<Person, 'id' | 'department' | 'post'>;

/** The level of one person in one element of ability, as somebody sees it. */
export interface Rating {
  readonly person: PersonId;
  readonly element: string;
  /** 0 to 7 in halves; null or an empty text is missing, never 0. */
  readonly rating: string | number | null;
  /** The direct supervisor, or the person in a self rating. */
  readonly rater: PersonId | null;
}

/** One element of one person's post. Figures are exact decimals; null is unknown, never 0. */
export interface GapRow {
  readonly person: PersonId;
  readonly post: string;
  readonly element: string;
  /** 1 to 5, two decimals. */
  readonly importance: number;
  /** Level that the post needs, 0 to 7, two decimals. */
  readonly required: number;
  /** Level that the person was rated at. */
  readonly rated: number | null;
  /** Levels short of what is required, two decimals; 0 when the person is there or beyond. */
  readonly gap: number | null;
  /** gap x importance, four decimals: weighted gap points. */
  readonly weighted: number | null;
  readonly status: 'rated' | 'missing';
}

/**
 * The gaps of people against the ability models of their posts: gap = max(0, required - rated) and weighted = gap x
 * importance. An element that was not rated is missing: unknown, never 0.
 *
 * The training need as a discrepancy weighted by importance goes back to Borich (1980), "A needs assessment model for
 * conducting follow-up studies", Journal of Teacher Education 31(3), 39-42. His discrepancy is between the importance of
 * a competency and the ability in it, as the same people rate both; ours is between the level that the post requires
 * and the level that the supervisor sees, and importance comes from the ability model. A surplus counts 0 here, so that
 * nobody's strength hides another's gap; there it is subtracted. docs/gaps.md works through the difference.
 *
 * One row for each person and element of the post, people by id, elements in the order of the post. Ratings of elements
 * that the post does not have are left out of account; a person whose post is not among `posts` has no row. Throws, in
 * one sentence, on a second rating of a person in the same element.
 */
export function gapRows(
  people: Iterable<RatedPerson>,
  posts: ReadonlyMap<string, Post>,
  ratings: Iterable<Rating>,
): GapRow[] {
  const levels = levelsByPerson(ratings);
  const models = new Map<string, readonly Requirement[]>();
  return [...people]
    .sort((a, b) => byName(a.id, b.id))
    .flatMap(({ id, post }) => {
      const model = models.get(post) ?? requirements(posts.get(post));
      models.set(post, model);
      const own = levels.get(id);
      return model.map((element) => gapRow(id, post, element, own?.get(element.element) ?? null));
    });
}

interface Requirement {
  readonly element: string;
  readonly importance: number;
  readonly level: number;
}

function requirements(post: Post | undefined): Requirement[] {
  return (post?.elements ?? []).map(({ element, importance, level }) => ({
    element,
    importance: hundredths(importance),
    level: hundredths(level),
  }));
}

function gapRow(person: PersonId, post: string, need: Requirement, rated: number | null): GapRow {
  const gap = rated === null ? null : Math.max(0, need.level - rated);
  return {
    person,
    post,
    element: need.element,
    importance: need.importance / 100,
    required: need.level / 100,
    rated: rated === null ? null : rated / 100,
    gap: gap === null ? null : gap / 100,
    weighted: gap === null ? null : (gap * need.importance) / WEIGHTED,
    status: rated === null ? 'missing' : 'rated',
  };
}

/** Person to element to level in hundredths; missing ratings are absent. */
export function levelsByPerson(ratings: Iterable<Rating>): Map<PersonId, Map<string, number>> {
  const levels = new Map<PersonId, Map<string, number>>();
  for (const { person, element, rating } of ratings) {
    if (rating === null || rating === '') continue;
    const own = levels.get(person) ?? new Map<string, number>();
    levels.set(person, own);
    if (own.has(element)) throw new Error(`${person} is rated twice on ${element}; keep one rating.`);
    own.set(element, hundredths(rating));
  }
  return levels;
}
