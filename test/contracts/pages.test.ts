import { expect, test } from '@jest/globals';
import { pageOrDesk } from '../../contracts/pages.ts';

test('a link leads to its page, and to the desk as long as there is none', () => {
  for (const path of [
    '/',
    '/desk',
    '/desk/needs-2027',
    '/desk/needs-2027/P2%3A0',
    '/desk/r?late=1',
    '/settings',
    '/team?late=r',
    '/plan/plan-2027',
    '/call/trainers/mine',
  ])
    expect(pageOrDesk(path)).toBe(path);
  for (const path of ['/call/trainers/nowhere', '/desk/', '/desk/r/t/u', '/team/', '/selections/s#needs'])
    expect(pageOrDesk(path)).toBe('/desk');
});
