import type { z } from 'zod';
import type {
  DepartmentRecord,
  ImportedAbsence,
  ImportedPerson,
  PersonRecord,
  PostRecord,
} from '../contracts/organisation.ts';
import { windowsCell } from './cells.ts';
import type { RatingRecord } from './ratings.ts';
import type { Sheet } from './sheet.ts';

type Post = z.infer<typeof PostRecord>;
type Person = PersonRecord & Pick<ImportedPerson, 'name' | 'email'>;
type Department = z.infer<typeof DepartmentRecord>;

/** People as `readEmployees` takes them, with a column for each year that anybody was graded in. */
export function employeesSheet(people: readonly Person[], absences: readonly ImportedAbsence[] = []): Sheet {
  const years = [...new Set(people.flatMap((p) => Object.keys(p.performance)))].sort();
  const graded = years.map((year) => `performance_${year}`);
  const away = new Map<string, ImportedAbsence[]>();
  for (const absence of absences) away.set(absence.person, [...(away.get(absence.person) ?? []), absence]);
  return {
    columns: [...EMPLOYEE, ...graded, 'absences'],
    rows: people.map((p) => ({
      employee_id: p.id,
      name: p.name ?? '',
      email: p.email ?? '',
      department: p.department,
      manager_id: p.manager ?? '',
      post_code: p.post,
      grade: p.grade,
      hired_on: p.hiredOn,
      locale: p.locale,
      time_zone: p.timeZone,
      calendar: p.calendar,
      technical_backbone: String(p.technicalBackbone),
      ...Object.fromEntries(years.map((year) => [`performance_${year}`, gradeCell(p.performance[year])])),
      absences: windowsCell(away.get(p.id) ?? []),
    })),
  };
}

const EMPLOYEE = [
  ...['employee_id', 'name', 'email', 'department', 'manager_id', 'post_code', 'grade', 'hired_on'],
  ...['locale', 'time_zone', 'calendar', 'technical_backbone'],
];

const gradeCell = (grade: number | undefined): string => (grade === undefined ? '' : String(grade));

/** Departments as a data folder has them. */
export function departmentsSheet(departments: readonly Department[]): Sheet {
  return {
    columns: ['department_id', 'name', 'name_zh', 'head_employee_id', 'influence'],
    rows: departments.map((d) => ({
      department_id: d.id,
      name: d.name,
      name_zh: d.nameZh,
      head_employee_id: d.head,
      influence: String(d.influence),
    })),
  };
}

/** Ability models as `readPosts` takes them: the three tables of the folder posts, by file name. */
export function postsSheets(posts: readonly Post[]): Readonly<Record<'posts' | 'post_elements' | 'elements', Sheet>> {
  const elements = new Map(posts.flatMap((p) => p.elements.map((e) => [e.element, e] as const)));
  return {
    posts: {
      columns: ['post_code', 'post_title', 'post_title_zh'],
      rows: posts.map((p) => ({ post_code: p.code, post_title: p.title, post_title_zh: p.titleZh })),
    },
    post_elements: {
      columns: ['post_code', 'domain', 'element_id', 'element', 'importance', 'level', 'rank_in_post'],
      rows: posts.flatMap((p) =>
        p.elements.map((e, rank) => ({
          post_code: p.code,
          domain: e.domain,
          element_id: e.element,
          element: e.name,
          importance: e.importance,
          level: e.level,
          rank_in_post: String(rank + 1),
        })),
      ),
    },
    elements: {
      columns: ['element_id', 'element', 'element_zh'],
      rows: [...elements].map(([id, e]) => ({ element_id: id, element: e.name, element_zh: e.nameZh })),
    },
  };
}

/** Ability ratings as `readRatings` takes them. */
export function ratingsSheet(ratings: readonly RatingRecord[]): Sheet {
  return {
    columns: ['employee_id', 'rater_id', 'element_id', 'rating', 'rated_on'],
    rows: ratings.map((r) => ({
      employee_id: r.person,
      rater_id: r.rater,
      element_id: r.element,
      rating: r.rating,
      rated_on: r.ratedOn ?? '',
    })),
  };
}
