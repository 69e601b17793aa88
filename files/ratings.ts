import { z } from 'zod';
import { PersonId } from '../contracts/ids.ts';
import { Code, Day, type ImportedPerson, type PostRecord } from '../contracts/organisation.ts';
import { AS_MANY_AS_FIT, readRows } from './rows.ts';
import type { Table } from './table.ts';

const LEVEL = 'must be a level from 0 to 7 in halves, or empty when there is none';

const RatingRow = z.object({
  employee_id: PersonId,
  rater_id: z.string().min(1, 'must name the person who has rated').pipe(PersonId),
  element_id: Code,
  rating: z
    .string()
    .trim()
    .regex(/^([0-6](\.[05]0?)?|7(\.00?)?)?$/, LEVEL),
  rated_on: z.union([Day, z.literal('')]).optional(),
});

/** Who rates themselves need not say so in every row. */
const SelfRow = RatingRow.extend({ rater_id: z.union([PersonId, z.literal('')]).optional() });

/** A level of one person in one element of the post, as it is in the file. */
export interface RatingRecord {
  readonly person: string;
  readonly rater: string;
  readonly element: string;
  /** Decimal text from 0 to 7 in halves. */
  readonly rating: string;
  /** null when the file does not say. */
  readonly ratedOn: string | null;
}

/** Whose ratings a file holds: the direct supervisors', or everybody's own. */
export type RatedBy = 'supervisor' | 'self';

/** Everyone who may be rated, and in what. */
export interface Rated {
  readonly people: readonly Pick<ImportedPerson, 'id' | 'post'>[];
  readonly posts: readonly z.infer<typeof PostRecord>[];
}

/**
 * Ability ratings: `employee_id,rater_id,element_id,rating,rated_on`, a person and an element once; `rated_on` may be
 * left out, and `rater_id` in self ratings. A row with an empty rating says that nobody could tell and gives no record:
 * missing is unknown, never 0.
 *
 * All or nothing: throws FileFaults with a sentence for every row about somebody or something unknown, an element that
 * the person's post does not have, a rating that is no level, a second rating, or a rater of the wrong kind.
 */
export function readRatings(table: Table, rated: Rated, by: RatedBy = 'supervisor'): RatingRecord[] {
  const schema = by === 'self' ? SelfRow : RatingRow;
  return readRows(table, schema, ['employee_id', 'element_id'], { most: AS_MANY_AS_FIT, faultOf: misplaced(rated, by) })
    .filter(({ row }) => row.rating !== '')
    .map(({ row }) => ({
      person: row.employee_id,
      rater: row.rater_id || row.employee_id,
      element: row.element_id,
      rating: row.rating,
      ratedOn: row.rated_on || null,
    }));
}

type Fault = readonly [column: keyof z.infer<typeof RatingRow>, message: string];

/** Finds the first thing that is wrong with a row whose cells are all well formed. */
function misplaced({ people, posts }: Rated, by: RatedBy): (row: z.infer<typeof SelfRow>) => Fault | null {
  const postOf = new Map(people.map(({ id, post }) => [id, post]));
  const models = new Map(posts.map(({ code, elements }) => [code, new Set(elements.map(({ element }) => element))]));
  const known = new Set(posts.flatMap(({ elements }) => elements.map(({ element }) => element)));
  return ({ employee_id: person, rater_id, element_id: element }) => {
    const rater = rater_id || person;
    const post = postOf.get(person);
    if (post === undefined) return ['employee_id', 'is not among the employees'];
    if (!known.has(element)) return ['element_id', 'is in no ability model of the posts'];
    if (models.get(post)?.has(element) !== true)
      return ['element_id', `is not an element of ${person}'s post, ${post}`];
    if (by === 'self' && rater !== person) return ['rater_id', `is not ${person}: this file holds self ratings only`];
    if (by === 'supervisor' && rater === person)
      return ['rater_id', 'is the person who is rated; put self ratings into a file of their own'];
    return null;
  };
}
