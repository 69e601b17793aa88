import type { ImportBody } from '../../contracts/organisation.ts';

/** A company of `size` people in one department, everybody under P1, all in one time zone. */
export function smallCompany(
  size: number,
  { timeZone = 'Asia/Shanghai', locale = 'en' as 'en' | 'zh-CN' } = {},
): ImportBody {
  return {
    calendars: [{ id: 'CN', weekend: [6, 7], days: {} }],
    departments: [{ id: 'D1', name: 'Works', nameZh: '工厂', head: 'P1', influence: true }],
    posts: [{ code: 'POST', title: 'Fitter', titleZh: '钳工', elements: [] }],
    people: Array.from({ length: size }, (_, i) => ({
      id: `P${i + 1}`,
      name: `Person ${i + 1}`,
      email: `p${i + 1}@example.com`,
      department: 'D1',
      manager: i === 0 ? null : 'P1',
      post: 'POST',
      grade: 'senior' as const,
      hiredOn: '2020-01-01',
      locale,
      timeZone,
      calendar: 'CN',
      technicalBackbone: false,
      performance: { '2025': 4 },
    })),
  };
}
