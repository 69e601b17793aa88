import type { Me, Page } from '../contracts/views/inbox.ts';
import { type Authority, departmentsLed, isLeader } from './authority.ts';

/** What somebody finds in their bar, in its order, and where they come to first. */
export interface Bar {
  readonly sees: readonly Page[];
  readonly home: Page;
}

/** The bar follows from what a person is; nobody has a page in it that is nothing to them. */
export function barOf(who: Authority, relations: Me['relations']): Bar {
  if (who.auditor) return { sees: ['cycles', 'selections', 'messages', 'history'], home: 'cycles' };
  const hasTeam = relations.reports > 0 || relations.heads.length > 0 || departmentsLed(who).length > 0;
  const team: Page[] = hasTeam ? ['team'] : [];
  if (who.operations)
    return { sees: ['board', 'cycles', 'selections', 'courses', 'messages', 'people', 'desk', ...team], home: 'board' };
  const courses: Page[] = relations.inCourses || !hasTeam ? ['courses'] : [];
  if (isLeader(who)) {
    const own: Page[] = relations.inCourses ? ['courses'] : [];
    return { sees: ['overview', 'desk', ...own, 'team', 'plan'], home: 'overview' };
  }
  return { sees: ['desk', ...team, ...courses, 'plan', 'trainers'], home: 'desk' };
}
