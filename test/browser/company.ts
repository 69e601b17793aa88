import type { ImportBody } from '../../contracts/organisation.ts';
import { company } from '../api/selection-course.ts';

const person = (
  id: string,
  name: string,
  department: string,
  manager: string | null,
  locale: 'en' | 'zh-CN' = 'en',
) => ({
  ...{ id, name, department, manager, locale },
  email: `${id.toLowerCase()}@example.com`,
  post: 'FITTER',
  grade: 'senior' as const,
  hiredOn: '2020-01-01',
  timeZone: 'Asia/Shanghai',
  calendar: 'CN',
  technicalBackbone: false,
  performance: { '2026': 4 },
});

const others = company();

/** The company of a selection, and in it a few people of two languages: Amara and 董伟民 each lead a department. */
export const COMPANY: ImportBody = {
  calendars: [{ id: 'CN', weekend: [6, 7], days: {} }],
  departments: [
    ...others.departments!,
    { id: 'IT', name: 'Information Technology', nameZh: '信息技术部', head: 'E031', influence: true },
    { id: 'PE', name: 'Process Engineering', nameZh: '工艺部', head: 'E047', influence: true },
  ],
  posts: [...others.posts!, { code: 'FITTER', title: 'Fitter', titleZh: '钳工', elements: [] }],
  people: [
    ...others.people!,
    person('E031', 'Amara Costa', 'IT', null),
    person('E047', '董伟民', 'PE', null, 'zh-CN'),
    person('E012', '曹成刚', 'IT', 'E031'),
    person('E013', 'Élodie Schäfer', 'IT', 'E031'),
    person('E014', '袁建华', 'PE', 'E047', 'zh-CN'),
  ],
};
