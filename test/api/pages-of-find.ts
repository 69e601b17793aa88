import { expect } from '@jest/globals';
import { isPage } from '../../contracts/pages.ts';
import type { FindView } from '../../contracts/views/find.ts';
import { ask, type TestApi } from './harness.ts';

/** What each page asks the API for before it shows anything. */
const ASKED: readonly (readonly [RegExp, (...named: string[]) => string])[] = [
  [/^\/team\/([^/]+)$/, (person) => `/api/people/${person}/development`],
  [/^\/trainers\/[^/]+$/, () => '/api/trainers'],
  [/^\/plan\/([^/]+)$/, (cycle) => `/api/cycles/${cycle}/plan`],
  [/^\/call\/([^/]+)(?:\/mine)?$/, (selection) => `/api/selections/${selection}`],
  [/^\/courses\/([^/]+)$/, (course) => `/api/offerings/${course}`],
];

/** Every path that was found leads to a page, and that page is answered what it asks for. @returns the paths */
export async function expectOpen(api: TestApi, person: string, found: FindView): Promise<string[]> {
  const { people, procedures, courses, applications } = found;
  const paths = [...people, ...procedures, ...courses, ...applications].flatMap((one) => one.path ?? []);
  for (const path of paths) {
    const asked = ASKED.flatMap(([page, of]) => {
      const parts = page.exec(path);
      return parts ? [of(...parts.slice(1))] : [];
    });
    expect([path, isPage(path), asked.length]).toEqual([path, true, 1]);
    const reply = await ask(api, person, 'GET', asked[0]!);
    expect([person, path, reply.status]).toEqual([person, path, 200]);
    if (path.startsWith('/trainers/')) expect(reply.text).toContain(`"${path.slice('/trainers/'.length)}"`);
    if (path.endsWith('/mine')) expect(reply.json.mine.application).not.toBeNull();
  }
  return paths;
}
