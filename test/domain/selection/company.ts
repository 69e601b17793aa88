import type { Calendar } from '../../../domain/calendar/calendar.ts';
import {
  emptyOrganisation,
  type Grade,
  type OrganisationState,
  type Person,
} from '../../../domain/organisation/state.ts';
import { china } from '../calendar/calendars.ts';

/** Years to come as far as 2029 are known and announced, 2030 is not announced whole; none of it moves a working day. */
const calendar: Calendar = {
  ...china,
  days: {
    ...china.days,
    '2027-05-01': 'holiday',
    '2027-10-11': 'makeup_workday',
    '2028-01-01': 'holiday',
    '2028-10-09': 'makeup_workday',
    '2029-09-01': 'holiday',
    '2029-10-08': 'makeup_workday',
    '2030-06-01': 'holiday',
  },
};

const sealed = { of: 'x', $sealed: 'x' };

/** Five departments of seven: the head E01 of the company, a head per department, senior people and staff. */
export function company(): OrganisationState {
  const people = new Map<string, Person>();
  const add = (id: string, department: string, manager: string | null, grade: Grade, more: Partial<Person> = {}) =>
    people.set(id, {
      id,
      name: sealed,
      email: sealed,
      department,
      manager,
      post: '11-1011.00',
      grade,
      hiredOn: '2015-03-01',
      locale: 'zh-CN',
      timeZone: 'Asia/Shanghai',
      calendar: 'CN',
      technicalBackbone: false,
      performance: { 2023: 3, 2024: 4, 2025: 4 },
      absences: [],
      deputy: null,
      employed: true,
      ...more,
    });
  const departments = new Map();
  for (const d of [1, 2, 3, 4, 5]) {
    const id = `D${d}`;
    const head = `${id}-1`;
    departments.set(id, { id, name: id, nameZh: id, head, influence: d === 1 });
    add(head, id, d === 1 ? null : 'D1-1', d === 1 ? 'executive' : 'senior_manager');
    for (const n of [2, 3, 4]) add(`${id}-${n}`, id, head, 'middle_manager');
    for (const n of [5, 6]) add(`${id}-${n}`, id, `${id}-2`, 'staff', { technicalBackbone: n === 5 });
    add(`${id}-7`, id, `${id}-2`, 'staff', { hiredOn: '2026-12-01', performance: {} });
  }
  const calendars = new Map([['CN', calendar]]);
  const plain = { ...emptyOrganisation(), people, departments, calendars };
  return withOperations(plain, 'D1-2');
}

/** The same company with these people, and nobody else, in operations. */
export function withOperations(organisation: OrganisationState, ...people: string[]): OrganisationState {
  const held = [{ role: 'operations' as const, scope: null, until: null }];
  return { ...organisation, roles: new Map(people.map((person) => [person, held])) };
}
