import type { Form } from '../../contracts/form.ts';
import type { Post } from '../organisation/state.ts';
import { fieldKeyOf, fitsFieldKey } from './field-key.ts';

/** The scale of levels: 0 to 7 in halves. */
export const LEVELS = { min: 0, max: 7, step: 0.5 } as const;
const MOST_FIELDS = 60;

/** Why people in a post cannot be rated in a form, in one sentence; null when they can. */
export function obstacleToRating({ code, elements }: Pick<Post, 'code' | 'elements'>): string | null {
  if (elements.length === 0) return `The post ${code} has no ability model; import its elements first.`;
  if (elements.length > MOST_FIELDS)
    return `The post ${code} has ${elements.length} elements, and a form holds ${MOST_FIELDS}; keep the most important.`;
  const long = elements.find(({ element }) => !fitsFieldKey(element));
  return long === undefined
    ? null
    : `The element ${long.element} of the post ${code} has an id that is too long for a form; give it one of at most 38 letters and digits.`;
}

/**
 * The form in which somebody in a post is rated: a level for each element, and apart from its name the level that the post
 * requires, which is to lead nobody's hand. No
 * answer is obligatory, because a supervisor who cannot tell must not guess: what is left empty stays missing.
 * Throws the sentence of `obstacleToRating` when there is one.
 */
export function ratingForm(post: Pick<Post, 'code' | 'elements'>): Form {
  const obstacle = obstacleToRating(post);
  if (obstacle !== null) throw new Error(obstacle);
  return {
    fields: post.elements.map(({ element, name, nameZh, level }) => ({
      kind: 'score',
      key: fieldKeyOf(element),
      label: { en: name, 'zh-CN': nameZh },
      required: false,
      ...LEVELS,
      wanted: Number(level),
    })),
  };
}
