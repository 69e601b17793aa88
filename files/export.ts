import type { ImportedAbsence, ImportedPerson, PersonRecord } from '../contracts/organisation.ts';
import { windowsCell } from './cells.ts';
import type { RatingRecord } from './ratings.ts';
import type { Sheet } from './sheet.ts';

type Person = PersonRecord & Pick<ImportedPerson, 'name' | 'email'>;

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
