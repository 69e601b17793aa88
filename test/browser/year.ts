import type { ImportBody } from '../../contracts/organisation.ts';
import { fieldKeyOf } from '../../domain/gaps/field-key.ts';
import { CycleCourse } from '../api/cycle-course.ts';
import { ask, DAY, type TestApi } from '../api/harness.ts';
import type { Procedure } from '../api/procedure.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import type { TestDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { datesFrom, day, HABITS, TRAINERS, yearCompany } from '../journeys/year.ts';

/** Whom the pages are looked at by: the head of the company, a manager, a manager of many, and one of the manager's people. */
export const LEADER = 'D1-1';
export const MANAGER = 'D2-1';
export const MANY = 'D4-1';
export const MEMBER = 'D2-2';

const NAMES: Readonly<Record<string, string>> = {
  'D1-1': 'Tomoko Quintero',
  'D2-1': '董伟民',
  'D2-2': '袁建华',
  'D2-3': '傅可馨',
  'D2-4': '吕少华',
  'D2-5': '蒋静怡',
  'D2-6': 'Olu Costa',
  'D2-7': 'Liam Tremblay',
  'D3-3': 'Amara Costa',
  'D4-3': '曹成刚',
  'D5-1': 'Ravi Nakamura',
};

const element = (id: string, name: string, nameZh: string, importance: string, level: string) => ({
  ...{ element: id, name, nameZh, domain: 'skill' as const, importance, level },
});

const WELDING = element('welding', 'Welding', '焊接', '3', '4');
const SAFETY = element('safety', 'Health, safety, environment', '健康安全环境', '5', '4');
const PLANNING = element('planning', 'Running projects', '项目管理', '2', '4');
const COACHING = element('coaching', 'Explaining', '讲解能力', '2', '4');
const READING = element('reading', 'Reading data', '数据解读', '4', '4.5');
const WRITING = element('writing', 'Writing reports', '撰写报告', '1', '3');

const COURSES: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  'C-WELD': ['Welding without rework', '焊接零返工'],
  'C-SAFE': ['Health and safety every day', '日常健康与安全'],
  'C-PLAN': ['Running a small project', '小型项目管理'],
  'C-COACH': ['The supervisor as coach', '主管教练技术'],
};

/** So many more people report to one manager that they are shown by post. */
const MORE = 12;

/** The company of a year with names, two posts that ask for different things, and one team that is large. */
export function namedCompany(): ImportBody {
  const { people = [], posts = [], departments = [], ...rest } = yearCompany();
  const pattern = people.find(({ id }) => id === 'D2-5')!;
  const like = (id: string, more: object = {}) => ({
    ...pattern,
    id,
    email: `${id.toLowerCase()}@example.com`,
    ...more,
  });
  const many = Array.from({ length: MORE }, (_, at) =>
    like(`D4-${at + 6}`, { name: `Worker ${at + 6}`, department: 'D4', manager: MANY }),
  );
  const all = [...people, like('D2-6'), like('D2-7', { post: 'LEAD' }), ...many];
  return {
    ...rest,
    departments: departments.map((d) => (d.id === 'D2' ? { ...d, name: 'Process Engineering', nameZh: '工艺部' } : d)),
    posts: [
      { ...posts[0]!, elements: [WELDING, SAFETY, PLANNING, COACHING, READING, WRITING] },
      { code: 'LEAD', title: 'Shift leader', titleZh: '班组长', elements: [SAFETY, PLANNING, COACHING] },
    ],
    people: all.map((p) => ({
      ...p,
      name: NAMES[p.id] ?? p.name,
      post: p.id === 'D4-6' || p.id === 'D4-7' ? 'LEAD' : p.post,
    })),
  };
}

/** Levels that differ from person to person, the same in each run; what somebody cannot tell is left out. */
function ratingOf(person: string | null, fields: readonly string[], add = 0): Record<string, number> {
  const seed = [...(person ?? '')].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return Object.fromEntries(
    fields.flatMap((field, at) =>
      (seed * 7 + at * 5) % 11 === 3 ? [] : [[fieldKeyOf(field), 4 - ((seed * 3 + at * 4) % 5) / 2 + add]],
    ),
  );
}

const OF_POST: Readonly<Record<string, readonly string[]>> = {
  LEAD: ['safety', 'planning', 'coaching'],
  POST: ['welding', 'safety', 'planning', 'coaching', 'reading', 'writing'],
};

/** A training plan through its year, told as far as a test wants it; `stays`: what is left for somebody to answer in the browser. */
export async function yearOf(
  parts: { readonly api: TestApi; readonly procedure: Procedure; readonly database: TestDatabase },
  stays: (task: {
    readonly purpose: string;
    readonly assignee: string;
    readonly aboutPerson: string | null;
  }) => boolean,
): Promise<CycleCourse> {
  const { people = [] } = namedCompany();
  const fieldsOf = (person: string | null) => OF_POST[people.find(({ id }) => id === person)?.post ?? 'POST']!;
  const habits = {
    ...HABITS,
    'cycle-ratings': async ({ aboutPerson }: { aboutPerson: string | null }) =>
      ratingOf(aboutPerson, fieldsOf(aboutPerson)),
    'cycle-self-ratings': async ({ aboutPerson }: { aboutPerson: string | null }) =>
      ratingOf(aboutPerson, fieldsOf(aboutPerson), 0.5),
    'cycle-signatures': async ({ assignee }: { assignee: string }) =>
      assignee === 'D2-4' ? { agrees: false, comment: 'Too much beside the night shifts.' } : { agrees: true },
    'cycle-talks': async ({ aboutPerson }: { aboutPerson: string | null }) => ({
      ...{ held: day(START), element1: fieldsOf(aboutPerson)[0]!, means1: 'course', until1: day(START + 270 * DAY) },
      goal1: 'Does it alone, and shows it to the next one.',
      remarks: 'Would like to teach it one day.',
    }),
  };
  const kept = Object.fromEntries(
    Object.entries(habits).map(([purpose, habit]) => [
      purpose,
      async (task: never, story: never) =>
        stays(task) ? null : (habit as (...given: never[]) => unknown)(task, story),
    ]),
  );
  const course = new CycleCourse(parts, 'cycle:plan-2027', kept as never);
  const terms = cycleTerms({ ...datesFrom(START), selfRating: true });
  const courses = (terms.courses as { id: string }[]).map((one) => {
    const [en, zh] = COURSES[one.id]!;
    return {
      ...one,
      title: { en, 'zh-CN': zh },
      benefit: { en: `${en}: able to do it alone`, 'zh-CN': `${zh}：能够独立完成` },
      goal: { en: 'One thing less that goes wrong in each shift', 'zh-CN': '每班少出一次差错' },
    };
  });
  const title = { en: 'Training plan 2027', 'zh-CN': '2027 年培训计划' };
  for (const [path, body] of [
    ['/api/cycles', { id: 'plan-2027', terms: { ...terms, title, courses } }],
    ['/api/cycles/plan-2027/setTrainers', { trainers: TRAINERS }],
  ] as const) {
    const { status, text } = await ask(parts.api, 'OPS', 'POST', path, body);
    if (status !== 200) throw new Error(`${path}: ${text}`);
  }
  return course;
}
