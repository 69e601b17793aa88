import fc from 'fast-check';
import type { RatedPerson, Rating } from '../../../domain/gaps/gap.ts';
import type { Post } from '../../../domain/organisation/state.ts';

/** Elements as `id importance level`. */
export function post(code: string, ...elements: readonly string[]): [string, Post] {
  const models = elements.map((line) => {
    const [element = '', importance = '', level = ''] = line.split(' ');
    return { element, name: element, nameZh: element, domain: 'skill' as const, importance, level };
  });
  return [code, { code, title: code, titleZh: code, elements: models }];
}

export const person = (id: string, department: string, post: string): RatedPerson => ({ id, department, post });

/** Ratings as `person element rating`; `-` is missing. */
export function rated(...lines: readonly string[]): Rating[] {
  return lines.map((line) => {
    const [person = '', element = '', rating = ''] = line.split(' ');
    return { person, element, rating: rating === '-' ? null : rating, rater: 'E9' };
  });
}

export interface Company {
  readonly people: readonly RatedPerson[];
  readonly posts: ReadonlyMap<string, Post>;
  readonly ratings: readonly Rating[];
}

const hundredths = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((figure) => (figure / 100).toFixed(2));

const anyPost = (code: string) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(7), hundredths(100, 500), hundredths(0, 700)), { selector: ([k]) => k, maxLength: 6 })
    .map((elements) => post(code, ...elements.map(([k, importance, level]) => `S.${k} ${importance} ${level}`)));

/** Companies of up to three posts, three departments and nine people, some of them rated in some of the elements. */
export const anyCompany: fc.Arbitrary<Company> = fc
  .record({
    posts: fc.tuple(anyPost('P0'), anyPost('P1'), anyPost('P2')),
    places: fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 9 }),
    halves: fc.array(fc.option(fc.nat(14), { freq: 3 }), { minLength: 72, maxLength: 72 }),
  })
  .map(({ posts, places, halves }) => ({
    posts: new Map(posts),
    people: places.map(([department, at], n) => person(`E${n}`, `D${department}`, `P${at}`)),
    ratings: places.flatMap(([, at], n) =>
      posts[at]![1].elements.map(({ element }, k) => {
        const level = halves[n * 8 + k] ?? null;
        return { person: `E${n}`, element, rating: level === null ? null : level / 2, rater: 'E9' };
      }),
    ),
  }));
