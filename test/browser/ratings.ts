import { ORGANISATION } from '../../contracts/ids.ts';
import type { ImportBody } from '../../contracts/organisation.ts';
import { fieldKeyOf } from '../../domain/gaps/field-key.ts';
import { CycleCourse } from '../api/cycle-course.ts';
import { ask, type TestApi } from '../api/harness.ts';
import type { Procedure } from '../api/procedure.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import type { TestDatabase } from '../harness/database.ts';
import { datesFrom, type Habit } from '../journeys/year.ts';

/** Who rates seven people in two posts, three people, and three hundred. */
export const SUPERVISOR = 'M101';
export const OF_THREE = 'M201';
export const OF_MANY = 'M301';

type Name = readonly [en: string, zh: string];

const SHARED: readonly Name[] = [
  ['Finding causes', '查找原因'],
  ['Working safely', '安全作业'],
  ['Electrical systems', '电气系统'],
  ['Health, safety, environment', '健康安全环境'],
  ['Production process', '生产工艺'],
  ['Writing reports', '撰写报告'],
];
const TECHNICIAN: readonly Name[] = [
  ['Mechanical systems', '机械系统'],
  ['Operating equipment', '操作设备'],
  ['Checking quality', '检查质量'],
  ['Planning work', '安排工作'],
];
const ENGINEER: readonly Name[] = [
  ['Explaining', '讲解'],
  ['Reading data', '解读数据'],
  ['Coaching', '辅导'],
  ['Labour law', '劳动法规'],
];

const codeOf = ([en]: Name) => en.toLowerCase().replaceAll(/[^a-z]+/g, '.');
const element = (name: Name, level: string) => ({
  ...{ element: codeOf(name), name: name[0], nameZh: name[1], domain: 'skill' as const, importance: '3', level },
});
const post = (code: string, title: string, titleZh: string, elements: readonly Name[], levels: readonly string[]) => ({
  ...{ code, title, titleZh },
  elements: elements.map((name, i) => element(name, levels[i % levels.length]!)),
});
const numbered = (count: number): Name[] =>
  Array.from({ length: count }, (_, i) => [
    `Ability ${String.fromCharCode(97 + (i % 26)).repeat(1 + Math.floor(i / 26))}`,
    `能力${i + 1}`,
  ]);

const person = (id: string, name: string, department: string, manager: string | null, of: string) => ({
  ...{ id, name, department, manager, post: of },
  email: `${id.toLowerCase()}@example.com`,
  grade: 'senior' as const,
  hiredOn: '2020-01-01',
  locale: 'en' as const,
  timeZone: 'Asia/Shanghai',
  calendar: 'CN',
  technicalBackbone: false,
  performance: { '2026': 4 },
});

const PEOPLE: readonly (readonly [name: string, post: string])[] = [
  ['蒋成刚', 'TECH'],
  ['上官静怡', 'TECH'],
  ['Dmitri D’Angelo', 'TECH'],
  ['董静怡', 'TECH'],
  ['Meera García', 'TECH'],
  ['彭一凡', 'SAFE'],
  ['司徒天宇', 'SAFE'],
];

const anchors = (texts: readonly (readonly [score: number, en: string, zh: string])[]) =>
  texts.map(([score, en, zh]) => ({ score, text: { en, 'zh-CN': zh } }));

/** Whoever is rated, by whom, and what the levels mean. */
export const RATED: ImportBody = {
  departments: [
    { id: 'MT', name: 'Maintenance', nameZh: '设备部', head: SUPERVISOR, influence: true },
    { id: 'LAB', name: 'Laboratory', nameZh: '化验室', head: OF_THREE, influence: false },
    { id: 'LINE', name: 'Assembly', nameZh: '装配部', head: OF_MANY, influence: false },
  ],
  posts: [
    post('TECH', 'Maintenance Technician', '维修技师', [...SHARED, ...TECHNICIAN], ['4.2', '3.8', '4.2', '4', '3.5']),
    post('SAFE', 'Safety Engineer', '安全工程师', [...SHARED, ...ENGINEER], ['4.3', '4.3', '4.1', '5', '3.5']),
    post('LABO', 'Laboratory Assistant', '化验员', SHARED.slice(0, 3), ['4']),
    post('LINE', 'Fitter on the line', '装配工', numbered(40), ['3', '4']),
    post('TEST', 'Tester', '测试员', numbered(38), ['3', '4']),
  ],
  anchors: [
    {
      element: codeOf(SHARED[3]!),
      anchors: anchors([
        [2, 'Knows the signs, alarms and assembly points', '了解标识、警报和集合点'],
        [4, 'Knows the rules for the substances of the own area', '了解本区域物料的管理规定'],
        [6, 'Answers to the authorities for the permits of a plant', '就工厂许可向主管部门负责'],
      ]),
    },
    {
      element: codeOf(SHARED[0]!),
      anchors: anchors([
        [0, 'Has not met it', '未接触'],
        [2, 'Repeats the repair that helped last time', '重复上次有效的维修'],
        [4, 'Finds the cause of known faults, and says how', '能查明已知故障的原因并说明依据'],
        [6, 'Finds causes that nobody has seen before; others ask for advice', '能查明前所未见的原因，同事向其请教'],
      ]),
    },
  ],
  people: [
    person(SUPERVISOR, '林雅婷', 'MT', 'D1-1', 'FITTER'),
    ...PEOPLE.map(([name, of], i) => person(`P10${i + 1}`, name, 'MT', SUPERVISOR, of)),
    person(OF_THREE, 'Ruth Okafor', 'LAB', 'D1-1', 'FITTER'),
    ...['Ana Pires', 'Li Na', 'Tom Sato'].map((name, i) => person(`P20${i + 1}`, name, 'LAB', OF_THREE, 'LABO')),
    person(OF_MANY, '陈国强', 'LINE', 'D1-1', 'FITTER'),
    ...Array.from({ length: 300 }, (_, i) =>
      person(`P3${String(i + 1).padStart(3, '0')}`, `Worker ${i + 1}`, 'LINE', OF_MANY, i < 20 ? 'TEST' : 'LINE'),
    ),
  ],
};

/** The cycle whose ratings are open: people accept and rate themselves only where a test says so. */
export class Ratings {
  readonly course: CycleCourse;
  readonly #api: TestApi;

  private constructor(api: TestApi, course: CycleCourse) {
    this.#api = api;
    this.course = course;
  }

  static async open(
    around: { readonly api: TestApi; readonly procedure: Procedure; readonly database: TestDatabase },
    habits: Record<string, Habit> = {},
  ): Promise<Ratings> {
    const { api, procedure } = around;
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', RATED);
    const elements = [...SHARED, ...TECHNICIAN, ...ENGINEER].map(codeOf);
    const { courses } = cycleTerms() as { courses: { elements: string[] }[] };
    const terms = cycleTerms({
      ...datesFrom(procedure.now),
      title: { en: 'Training plan 2028', 'zh-CN': '2028 年培训计划' },
      departments: ['MT', 'LAB', 'LINE'],
      selfRating: true,
      talks: 'everyone',
      toolkit: [
        {
          ...{ id: 'scale', kind: 'rating-scale', title: { en: 'Scale of levels', 'zh-CN': '能力等级量表' } },
          text: {
            en: '0 has not met it, 2 does it with help, 4 does it alone, 6 teaches others, 7 is known for it beyond the company.',
            'zh-CN': '0 未接触，2 需协助，4 独立完成，6 能教他人，7 在公司外也有影响。',
          },
        },
      ],
      courses: courses.map((one, i) => ({ ...one, elements: [elements[i]!] })),
    });
    const opened = await ask(api, 'OPS', 'POST', '/api/cycles', { id: 'plan-2028', terms });
    if (opened.status !== 200) throw new Error(opened.text);
    const course = new CycleCourse(around, 'cycle:plan-2028', {
      'cycle-ratings': async () => null,
      'cycle-self-ratings': async () => null,
      ...habits,
    });
    await course.to('ratings');
    return new Ratings(api, course);
  }

  /** The key of an element in a form: `of('Coaching')`. */
  keyOf(name: string): string {
    return fieldKeyOf(codeOf([name, '']));
  }

  /** The round that asks somebody for something, without the kind before it. */
  async roundOf(purpose: string, assignee: string): Promise<string> {
    const asked = (await this.course.open()).find((task) => task.purpose === purpose && task.assignee === assignee);
    if (!asked) throw new Error(`Nobody asks ${assignee} for ${purpose}.`);
    return asked.round.replace(/^round:/, '');
  }

  /** Levels of the first elements for the first people of somebody, as a draft that they have saved. */
  async draft(
    assignee: string,
    round: string,
    levels: Readonly<Record<string, Readonly<Record<string, number | null>>>>,
  ) {
    const drafts = Object.entries(levels).map(([task, content]) => ({ task, content, revision: 0 }));
    const { status, text } = await ask(this.#api, assignee, 'PUT', `/api/rounds/${round}/drafts`, { drafts });
    if (status !== 200) throw new Error(text);
  }
}
