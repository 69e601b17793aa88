import type { OrganisationState, Post } from '../../../domain/organisation/state.ts';
import { company } from '../selection/company.ts';

const element = (id: string, importance: string, level: string) => ({
  element: id,
  name: id,
  nameZh: id,
  domain: 'skill' as const,
  importance,
  level,
});

export const POSTS: readonly Post[] = [
  {
    code: 'MANAGER',
    title: 'Manager',
    titleZh: '经理',
    elements: [element('planning', '4.00', '5.00'), element('coaching', '3.50', '4.50')],
  },
  {
    code: 'FITTER',
    title: 'Fitter',
    titleZh: '装配工',
    elements: [
      element('welding', '4.50', '5.00'),
      element('safety', '5.00', '4.00'),
      element('planning', '2.00', '2.50'),
    ],
  },
];

/** Five departments of seven, as for selections, with posts: managers (numbers 1 to 4) and fitters (5 to 7). */
export function cycleCompany(): OrganisationState {
  const base = company();
  const people = new Map(
    [...base.people].map(([id, p]) => [id, { ...p, post: p.grade === 'staff' ? 'FITTER' : 'MANAGER' }]),
  );
  return { ...base, people, posts: new Map(POSTS.map((p) => [p.code, p])) };
}
