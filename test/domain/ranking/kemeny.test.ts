import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kemeny } from '../../../domain/ranking/kemeny.ts';

describe("Kemeny's consensus", () => {
  test('chooses Nashville for the capital of Tennessee (Wikipedia, "Kemeny method", as of 2026: score 393 of 600)', () => {
    const found = kemeny([
      { order: ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville'], count: 42 },
      { order: ['Nashville', 'Chattanooga', 'Knoxville', 'Memphis'], count: 26 },
      { order: ['Chattanooga', 'Knoxville', 'Nashville', 'Memphis'], count: 15 },
      { order: ['Knoxville', 'Chattanooga', 'Nashville', 'Memphis'], count: 17 },
    ]);
    expect(found).toEqual({
      order: ['Nashville', 'Chattanooga', 'Knoxville', 'Memphis'],
      agreements: 393,
      disagreements: 207,
      exact: true,
      equals: 1,
    });
  });

  test('says how many orders are as good: a circle of three has three', () => {
    const circle = kemeny([{ order: ['A', 'B', 'C'] }, { order: ['B', 'C', 'A'] }, { order: ['C', 'A', 'B'] }]);
    expect(circle).toMatchObject({ disagreements: 4, equals: 3 });
  });

  test('equals on a ballot prefer neither', () => {
    expect(kemeny([{ order: [['A', 'B']] }, { order: ['B', 'A'] }])).toMatchObject({
      order: ['B', 'A'],
      agreements: 1,
      disagreements: 0,
    });
  });

  test('is the best of all orders on random ballots', () => {
    const names = ['A', 'B', 'C', 'D', 'E'];
    const ballots = fc.array(fc.shuffledSubarray(names, { minLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(ballots, (orders) => {
        const against = (order: readonly string[]) =>
          orders.reduce(
            (sum, ballot) =>
              sum +
              order.flatMap((x, i) => order.slice(i + 1).filter((y) => ballot.indexOf(y) < ballot.indexOf(x))).length,
            0,
          );
        const found = kemeny(orders.map((order) => ({ order })));
        const all = permutations(names).map(against);
        expect(against(found.order)).toBe(Math.min(...all));
        expect(found.disagreements).toBe(Math.min(...all));
        expect(found.equals).toBe(all.filter((x) => x === found.disagreements).length);
      }),
      { numRuns: 25 },
    );
  });

  test('beyond twelve candidates still finds an order that all share', () => {
    const order = Array.from({ length: 20 }, (_, i) => `C${(i * 7) % 20}`);
    expect(kemeny([{ order, count: 3 }, { order: [...order].reverse() }])).toMatchObject({
      order,
      exact: false,
      equals: null,
    });
  });
});

function permutations(names: readonly string[]): string[][] {
  if (names.length < 2) return [[...names]];
  return names.flatMap((name) => permutations(names.filter((n) => n !== name)).map((rest) => [name, ...rest]));
}
