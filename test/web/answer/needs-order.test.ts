import { describe, expect, test } from '@jest/globals';
import { moved, orderOf } from '../../../web/src/features/answer/purposes/needs/order.ts';

type Matter = Parameters<typeof orderOf>[0];

const need = (id: string, more: object = {}) => ({
  ...{ need: id, state: 'proposed', by: null, must: false, urgency: 2, people: ['a'] },
  ...more,
});
const matter = (...needs: object[]) => ({ needs }) as unknown as Matter;

describe('the needs of a department in their order', () => {
  test('before anybody has touched them the most pressing are first, and all are above the line', () => {
    const { above, below } = orderOf(
      matter(
        need('later', { urgency: 3 }),
        need('few'),
        need('many', { people: ['a', 'b'] }),
        need('law', { must: true }),
      ),
      {},
    );
    expect([above, below]).toEqual([['law', 'many', 'few', 'later'], []]);
  });

  test('what an answer leaves out is below, but for what somebody has stated; what is withdrawn or asked about is nowhere', () => {
    const all = matter(
      ...[need('a'), need('b'), need('stated', { by: 'D2-1', state: 'stated' })],
      ...[need('gone', { state: 'withdrawn' }), need('asked', { state: 'sent-back', by: 'D2-1' })],
    );
    expect(orderOf(all, { confirmed: ['b', 'unknown'] })).toEqual({ above: ['b', 'stated'], below: ['a'] });
  });

  test.each([
    ['down', 'a', 1, ['b', 'a']],
    ['across the line', 'b', 2, ['a']],
    ['up across the line', 'c', 0, ['c', 'a', 'b']],
    ['to the end above', 'c', 2, ['a', 'b', 'c']],
    ['beyond the end', 'a', 99, ['b']],
  ])('one that is moved %s', (_, id, to, above) => {
    expect(moved({ above: ['a', 'b'], below: ['c'] }, id, to)).toEqual(above);
  });
});
