import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gapAnalysis } from '../../../domain/gaps/analysis.ts';
import { anyCompany, type Company, person, post, rated } from './company.ts';

const analyse = ({ people, posts, ratings }: Company) => gapAnalysis(people, posts, ratings);

const SMALL: Company = {
  posts: new Map([
    post('clerk', 'S.2 4.00 3.25', 'S.1 3.10 5', 'S.3 1.5 2.00'),
    post('smith', 'S.4 2.33 6.99', 'S.1 5.00 4.50'),
  ]),
  people: [
    person('E2', 'D1', 'clerk'),
    person('E1', 'D1', 'clerk'),
    person('E4', 'D2', 'clerk'),
    person('E3', 'D1', 'smith'),
  ],
  ratings: rated(
    'E1 S.1 3.5',
    'E1 S.2 4.0',
    'E1 S.3 -',
    'E2 S.1 4',
    'E2 S.2 3',
    'E2 S.3 2',
    'E3 S.1 2.0',
    'E3 S.4 0.5',
  ),
};

describe('a small company, reckoned by hand', () => {
  const found = analyse(SMALL);

  test('has a row for each person and element, people by id, elements as in the post', () => {
    expect(found.gaps.map(({ person: id, element }) => `${id} ${element}`).slice(0, 7)).toEqual([
      'E1 S.2',
      'E1 S.1',
      'E1 S.3',
      'E2 S.2',
      'E2 S.1',
      'E2 S.3',
      'E3 S.4',
    ]);
    expect(found.gaps[1]).toEqual({
      person: 'E1',
      post: 'clerk',
      element: 'S.1',
      importance: 3.1,
      required: 5,
      rated: 3.5,
      gap: 1.5,
      weighted: 4.65,
      status: 'rated',
    });
  });

  test('counts a surplus as no gap, and keeps what is missing unknown', () => {
    expect(found.gaps[0]).toMatchObject({ rated: 4, gap: 0, weighted: 0 });
    expect(found.gaps[2]).toMatchObject({ rated: null, gap: null, weighted: null, status: 'missing' });
  });

  test('weighs the gaps of a person by importance, over what was rated', () => {
    // E1: 1.5 x 3.10 / (4.00 + 3.10); E2: (0.25 x 4 + 1 x 3.1 + 0) / 8.6; E3: (6.49 x 2.33 + 2.5 x 5) / 7.33.
    expect(found.employees).toEqual([
      {
        person: 'E1',
        ratedElements: 2,
        missingElements: 1,
        importanceSum: 7.1,
        weightedGapSum: 4.65,
        weightedMeanGap: 0.65493,
        largestGapElement: 'S.1',
      },
      {
        person: 'E2',
        ratedElements: 3,
        missingElements: 0,
        importanceSum: 8.6,
        weightedGapSum: 4.1,
        weightedMeanGap: 0.476744,
        largestGapElement: 'S.1',
      },
      {
        person: 'E3',
        ratedElements: 2,
        missingElements: 0,
        importanceSum: 7.33,
        weightedGapSum: 27.6217,
        weightedMeanGap: 3.768308,
        largestGapElement: 'S.4',
      },
      {
        person: 'E4',
        ratedElements: 0,
        missingElements: 3,
        importanceSum: null,
        weightedGapSum: null,
        weightedMeanGap: null,
        largestGapElement: null,
      },
    ]);
  });

  test('ranks the elements of a department by their weighted sum, the unknown ones last', () => {
    expect(found.departments).toEqual([
      {
        department: 'D1',
        element: 'S.1',
        employeesRequired: 3,
        employeesRated: 3,
        gapSum: 5,
        weightedGapSum: 20.25,
        meanGap: 1.666667,
        rank: 1,
      },
      {
        department: 'D1',
        element: 'S.4',
        employeesRequired: 1,
        employeesRated: 1,
        gapSum: 6.49,
        weightedGapSum: 15.1217,
        meanGap: 6.49,
        rank: 2,
      },
      {
        department: 'D1',
        element: 'S.2',
        employeesRequired: 2,
        employeesRated: 2,
        gapSum: 0.25,
        weightedGapSum: 1,
        meanGap: 0.125,
        rank: 3,
      },
      {
        department: 'D1',
        element: 'S.3',
        employeesRequired: 2,
        employeesRated: 1,
        gapSum: 0,
        weightedGapSum: 0,
        meanGap: 0,
        rank: 4,
      },
      ...['S.1', 'S.2', 'S.3'].map((element) => ({
        department: 'D2',
        element,
        employeesRequired: 1,
        employeesRated: 0,
        gapSum: null,
        weightedGapSum: null,
        meanGap: null,
        rank: null,
      })),
    ]);
  });
});

test('of equal weighted gaps the first element by id is the largest and ranks first', () => {
  const posts = new Map([post('P', 'S.9 2 4', 'S.10 4 3', 'S.1 1 1')]);
  const found = gapAnalysis([person('E1', 'D1', 'P')], posts, rated('E1 S.9 2', 'E1 S.10 2', 'E1 S.1 1'));
  expect(found.employees[0]?.largestGapElement).toBe('S.10');
  expect(found.departments.map(({ element, rank }) => `${rank} ${element}`)).toEqual(['1 S.10', '2 S.9', '3 S.1']);
});

test('a mean is rounded half up at six decimals', () => {
  const names = Array.from({ length: 32 }, (_, n) => `E${n}`);
  const posts = new Map([post('P', 'S.1 1 7.00'), post('Q', 'S.1 1 6.97')]);
  const people = names.map((id) => person(id, 'D1', id === 'E0' ? 'Q' : 'P'));
  const ratings = names.map((id) => ({ person: id, element: 'S.1', rating: id === 'E0' ? 6.5 : 7, rater: null }));
  // 0.47 / 32 = 0.0146875, exactly between 0.014687 and 0.014688.
  expect(gapAnalysis(people, posts, ratings).departments[0]?.meanGap).toBe(0.014688);
});

describe('two ratings of a person in one element', () => {
  test('are refused by name, whoever gave them', () => {
    expect(() => analyse({ ...SMALL, ratings: rated('E1 S.1 3', 'E1 S.1 4') })).toThrow(
      'E1 is rated twice on S.1; keep one rating.',
    );
  });

  test('are one when one of them is empty', () => {
    expect(analyse({ ...SMALL, ratings: rated('E1 S.1 3', 'E1 S.1 -') }).gaps[1]?.gap).toBe(2);
  });
});

test('what cannot be a level is refused', () => {
  expect(() => analyse({ ...SMALL, ratings: rated('E1 S.1 -1') })).toThrow('-1 is not a figure of 0 or more');
  expect(() => analyse({ ...SMALL, ratings: rated('E1 S.1 2.505') })).toThrow('2.505 is not a figure');
});

test('a post without a model gives no gap, and its people are still listed', () => {
  const found = gapAnalysis([person('E1', 'D1', 'nobody knows')], new Map(), rated('E1 S.1 3'));
  expect(found.gaps).toEqual([]);
  expect(found.employees).toMatchObject([{ ratedElements: 0, missingElements: 0, weightedMeanGap: null }]);
});

describe('in any company', () => {
  const check = (property: (company: Company) => void) => fc.assert(fc.property(anyCompany, property));

  test('what is missing counts nowhere: leaving the empty rows out changes nothing', () => {
    check((company) => {
      const known = company.ratings.filter(({ rating }) => rating !== null);
      expect(analyse({ ...company, ratings: known })).toEqual(analyse(company));
      const { gaps, employees, departments } = analyse(company);
      expect(gaps.filter(({ gap }) => gap !== null)).toHaveLength(known.length);
      expect(employees.every((row) => (row.weightedMeanGap === null) === (row.ratedElements === 0))).toBe(true);
      expect(departments.every((row) => (row.rank === null) === (row.employeesRated === 0))).toBe(true);
    });
  });

  test('the order of the rows that come in changes nothing', () => {
    fc.assert(
      fc.property(anyCompany, fc.infiniteStream(fc.nat()), (company, keys) => {
        const shuffled = <T>(rows: readonly T[]) =>
          rows
            .map((row) => ({ row, at: keys.next().value! }))
            .sort((a, b) => a.at - b.at)
            .map(({ row }) => row);
        const other = { ...company, people: shuffled(company.people), ratings: shuffled(company.ratings) };
        expect(analyse(other)).toEqual(analyse(company));
      }),
    );
  });

  test('a higher rating never makes a gap larger, nor any sum that it is part of', () => {
    fc.assert(
      fc.property(anyCompany, fc.nat(), (company, at) => {
        const known = company.ratings.filter(({ rating }) => rating !== null && Number(rating) < 7);
        if (known.length === 0) return;
        const chosen = known[at % known.length]!;
        const raised = company.ratings.map((one) =>
          one === chosen ? { ...one, rating: Number(one.rating) + 0.5 } : one,
        );
        const [before, after] = [analyse(company), analyse({ ...company, ratings: raised })];
        for (const [n, row] of after.gaps.entries()) expect(row.gap ?? 0).toBeLessThanOrEqual(before.gaps[n]!.gap ?? 0);
        for (const [n, row] of after.employees.entries())
          expect(row.weightedMeanGap ?? 0).toBeLessThanOrEqual(before.employees[n]!.weightedMeanGap ?? 0);
      }),
    );
  });

  test('twice the importance doubles every weighted sum and leaves the means as they are', () => {
    check((company) => {
      const halved = [...company.posts.values()].map((one) => ({
        ...one,
        elements: one.elements.map((e) => ({
          ...e,
          importance: (Math.floor(Number(e.importance) * 50) / 100).toFixed(2),
        })),
      }));
      const doubled = halved.map((one) => ({
        ...one,
        elements: one.elements.map((e) => ({
          ...e,
          importance: (Math.round(Number(e.importance) * 200) / 100).toFixed(2),
        })),
      }));
      const of = (posts: typeof halved) => analyse({ ...company, posts: new Map(posts.map((one) => [one.code, one])) });
      const [less, more] = [of(halved), of(doubled)];
      expect(more.gaps.map(({ gap }) => gap)).toEqual(less.gaps.map(({ gap }) => gap));
      expect(more.employees.map((row) => row.weightedMeanGap)).toEqual(
        less.employees.map((row) => row.weightedMeanGap),
      );
      expect(more.departments.map(({ rank, element }) => [rank, element])).toEqual(
        less.departments.map(({ rank, element }) => [rank, element]),
      );
      for (const [n, row] of more.employees.entries())
        expect(row.weightedGapSum).toBe(twice(less.employees[n]!.weightedGapSum));
    });
  });

  test('every figure is an exact decimal, and the sums of people and of departments agree', () => {
    check((company) => {
      const { gaps, employees, departments } = analyse(company);
      for (const { gap, weighted } of gaps) {
        expect(gap).toBe(gap === null ? null : Number(gap.toFixed(2)));
        expect(weighted).toBe(weighted === null ? null : Number(weighted.toFixed(4)));
      }
      const sum = (rows: readonly { readonly weightedGapSum: number | null }[]) =>
        rows.reduce((total, row) => total + Math.round((row.weightedGapSum ?? 0) * 10_000), 0);
      expect(sum(departments)).toBe(sum(employees));
    });
  });
});

const twice = (figure: number | null): number | null => (figure === null ? null : Math.round(figure * 20_000) / 10_000);
