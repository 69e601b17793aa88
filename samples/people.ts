import type { Cells } from '../files/table.ts';
import { absencesOf } from './absences.ts';
import type { Dice } from './dice.ts';
import { type Name, randomName } from './names.ts';

type Grade = 'staff' | 'senior' | 'middle_manager' | 'senior_manager' | 'executive';

export interface Employee {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly department: string;
  readonly manager: string;
  readonly post: string;
  readonly grade: Grade;
  readonly hired: string;
  readonly site: Site;
  readonly locale: string;
  readonly backbone: boolean;
  /** By year; empty when not graded. */
  readonly performance: Readonly<Record<number, string>>;
  readonly absences: readonly { from: string; to: string; kind: string }[];
}

interface Site {
  readonly timeZone: string;
  readonly calendar: string;
}

const SHANGHAI: Site = { timeZone: 'Asia/Shanghai', calendar: 'CN' };
const ABROAD: readonly Site[] = [
  { timeZone: 'Europe/Berlin', calendar: 'DE-BE' },
  { timeZone: 'America/Chicago', calendar: 'US' },
];

interface Department {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly influence: boolean;
  /** Share of the people who work in Berlin or Chicago. */
  readonly abroad: number;
  /** Post, grade and number of people; the head comes first. */
  readonly staff: readonly (readonly [post: string, grade: Grade, count: number])[];
}

const DEPARTMENTS: readonly Department[] = [
  {
    id: 'D01',
    name: 'Management',
    nameZh: '综合管理部',
    influence: true,
    abroad: 0.2,
    staff: [
      ['P-01', 'executive', 1],
      ['P-02', 'executive', 2],
      ['P-03', 'senior', 2],
      ['P-05', 'senior', 1],
    ],
  },
  {
    id: 'D02',
    name: 'People and Training',
    nameZh: '人力资源与培训部',
    influence: false,
    abroad: 0.2,
    staff: [
      ['P-02', 'senior_manager', 1],
      ['P-04', 'middle_manager', 2],
      ['P-03', 'middle_manager', 1],
      ['P-04', 'senior', 3],
      ['P-03', 'staff', 5],
    ],
  },
  {
    id: 'D03',
    name: 'Finance',
    nameZh: '财务部',
    influence: false,
    abroad: 0.25,
    staff: [
      ['P-02', 'senior_manager', 1],
      ['P-05', 'middle_manager', 2],
      ['P-05', 'senior', 4],
      ['P-05', 'staff', 5],
    ],
  },
  {
    id: 'D04',
    name: 'Information Technology',
    nameZh: '信息技术部',
    influence: false,
    abroad: 0.4,
    staff: [
      ['P-02', 'senior_manager', 1],
      ['P-06', 'middle_manager', 2],
      ['P-07', 'middle_manager', 1],
      ['P-06', 'senior', 5],
      ['P-07', 'senior', 2],
      ['P-06', 'staff', 5],
    ],
  },
  {
    id: 'D05',
    name: 'Process Engineering',
    nameZh: '工艺工程部',
    influence: true,
    abroad: 0.35,
    staff: [
      ['P-02', 'senior_manager', 1],
      ['P-08', 'middle_manager', 3],
      ['P-08', 'senior', 7],
      ['P-08', 'staff', 7],
    ],
  },
  {
    id: 'D06',
    name: 'Production',
    nameZh: '生产部',
    influence: true,
    abroad: 0.1,
    staff: [
      ['P-02', 'senior_manager', 1],
      ['P-09', 'middle_manager', 4],
      ['P-09', 'senior', 3],
      ['P-10', 'senior', 4],
      ['P-10', 'staff', 14],
    ],
  },
  {
    id: 'D07',
    name: 'Maintenance and Safety',
    nameZh: '设备与安全部',
    influence: true,
    abroad: 0.2,
    staff: [
      ['P-02', 'senior_manager', 1],
      ['P-11', 'middle_manager', 2],
      ['P-12', 'middle_manager', 1],
      ['P-11', 'senior', 4],
      ['P-12', 'senior', 2],
      ['P-11', 'staff', 6],
    ],
  },
  {
    id: 'D08',
    name: 'Sales and Purchasing',
    nameZh: '销售与采购部',
    influence: false,
    abroad: 0.5,
    staff: [
      ['P-02', 'senior_manager', 1],
      ['P-13', 'middle_manager', 2],
      ['P-14', 'middle_manager', 1],
      ['P-13', 'senior', 3],
      ['P-14', 'senior', 2],
      ['P-13', 'staff', 5],
    ],
  },
];

const TECHNICAL = new Set(['P-06', 'P-07', 'P-08', 'P-11', 'P-12']);
const YEARS = [2023, 2024, 2025];
/** First and last year in which people of a grade were hired. */
const HIRED: Readonly<Record<Grade, readonly [number, number]>> = {
  executive: [2001, 2012],
  senior_manager: [2003, 2015],
  middle_manager: [2006, 2019],
  senior: [2010, 2022],
  staff: [2016, 2026],
};

/** Everyone, department by department, the head of each first; E001 is the head of the company. */
export function employees(dice: Dice): Employee[] {
  const people: Employee[] = [];
  const taken = new Set<string>();
  for (const department of DEPARTMENTS) {
    const leaders: string[] = [];
    for (const [post, grade, count] of department.staff) {
      for (let n = 0; n < count; n++) {
        const id = `E${String(people.length + 1).padStart(3, '0')}`;
        const head = leaders[0];
        const leads = grade !== 'senior' && grade !== 'staff';
        const manager = head === undefined ? (id === 'E001' ? '' : 'E001') : leads ? head : dice.pick(leaders);
        if (leads) leaders.push(id);
        people.push(employee(dice, { id, department, post, grade, manager, taken }));
      }
    }
  }
  return people.map((person) => ({ ...person, name: unusualName(person, people) }));
}

/** Two people of one name, and one whose whole name is one word: an installation meets both. */
function unusualName({ id, name }: Employee, people: readonly Employee[]): string {
  if (id === 'E078') return people.find((other) => other.id === 'E077')!.name;
  return id === 'E014' ? 'Suhartini' : name;
}

interface Place {
  readonly id: string;
  readonly department: Department;
  readonly post: string;
  readonly grade: Grade;
  readonly manager: string;
  readonly taken: Set<string>;
}

function employee(dice: Dice, { id, department, post, grade, manager, taken }: Place): Employee {
  const site = dice.chance(department.abroad) ? dice.pick(ABROAD) : SHANGHAI;
  const { name, local } = freshName(dice, dice.chance(site === SHANGHAI ? 0.94 : 0.12), taken);
  const [first, last] = HIRED[grade];
  const year = dice.between(first, last);
  const hired = `${year}-${two(dice.between(1, 9))}-${two(dice.between(1, 28))}`;
  return {
    id,
    name,
    email: `${local}@example.com`,
    department: department.id,
    manager,
    post,
    grade,
    hired,
    site,
    locale: site === SHANGHAI ? 'zh-CN' : 'en',
    backbone: grade === 'senior' && TECHNICAL.has(post) && dice.chance(0.85),
    performance: Object.fromEntries(YEARS.map((one) => [one, year < one ? String(2 + dice.between(0, 3)) : ''])),
    absences: absencesOf(dice),
  };
}

function freshName(dice: Dice, chinese: boolean, taken: Set<string>): Name {
  for (;;) {
    const name = randomName(dice, chinese);
    if (taken.has(name.local)) continue;
    taken.add(name.local);
    return name;
  }
}

const two = (figure: number): string => String(figure).padStart(2, '0');

export function departmentRows(people: readonly Employee[]): Cells[] {
  return DEPARTMENTS.map(({ id, name, nameZh, influence }) => {
    const members = people.filter(({ department }) => department === id);
    return {
      department_id: id,
      name,
      name_zh: nameZh,
      head_employee_id: members[0]!.id,
      influence: String(influence),
      headcount: String(members.length),
    };
  });
}

export function employeeRows(people: readonly Employee[]): Cells[] {
  return people.map((person) => ({
    employee_id: person.id,
    name: person.name,
    email: person.email,
    department: person.department,
    manager_id: person.manager,
    post_code: person.post,
    grade: person.grade,
    hired_on: person.hired,
    locale: person.locale,
    time_zone: person.site.timeZone,
    calendar: person.site.calendar,
    technical_backbone: String(person.backbone),
    ...Object.fromEntries(YEARS.map((year) => [`performance_${year}`, person.performance[year]!])),
    absences: person.absences.map(({ from, to }) => `${from}/${to}`).join('|'),
  }));
}

export function absenceRows(people: readonly Employee[]): Cells[] {
  return people.flatMap(({ id, absences }) => absences.map((absence) => ({ employee_id: id, ...absence })));
}
