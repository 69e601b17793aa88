import type { Answer } from '../../contracts/form.ts';
import type { PersonId } from '../../contracts/ids.ts';
import { elementOfKey } from './field-key.ts';
import type { Rating } from './gap.ts';

/** What somebody answered in the form of `ratingForm` about one person. */
export interface RatingAnswer {
  readonly person: PersonId;
  readonly rater: PersonId;
  readonly answer: Answer;
}

/**
 * The ratings in answers of a round. A field that is absent or null is a missing rating and gives no row; fields that
 * rate no element, such as remarks, are passed over.
 */
export function ratingsOfAnswers(answers: Iterable<RatingAnswer>): Rating[] {
  const ratings: Rating[] = [];
  for (const { person, rater, answer } of answers) {
    for (const [key, value] of Object.entries(answer)) {
      const element = elementOfKey(key);
      if (element !== null && typeof value === 'number') ratings.push({ person, element, rating: value, rater });
    }
  }
  return ratings;
}
