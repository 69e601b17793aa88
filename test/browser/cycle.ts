import { ORGANISATION } from '../../contracts/ids.ts';
import type { ImportBody } from '../../contracts/organisation.ts';
import { CycleCourse } from '../api/cycle-course.ts';
import { ask } from '../api/harness.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { START } from '../harness/start.ts';
import type { OpenTask } from '../journeys/journey.ts';
import { datesFrom, HABITS, type Habit, levels, TRAINERS, yearCompany } from '../journeys/year.ts';
import type { Scene, Stage } from './stage.ts';

const CYCLE = '/api/cycles/plan-2027';

const say = (en: string, zh: string) => ({ en, 'zh-CN': zh });

/** People of both languages, five in each of five departments. */
const NAMES = [
  ...['Sanna Łukasik', '司徒安琪', 'Tomás Quiroga', '曹成刚', 'Élodie Schäfer'],
  ...['Amara Costa', '董静怡', 'Dmitri Krause', '林晓东', 'Noor Haddad'],
  ...['董伟民', '傅可馨', '袁逸飞', 'Ines Moreau', '彭俊杰'],
  ...['Jonas Weber', '邓美玲', '袁长青', 'Priya Nair', '苏建华'],
  ...['董婉清', 'Olga Petrova', '邓志强', 'Marta Silva', '欧阳明德'],
] as const;

const DEPARTMENTS: Readonly<Record<string, readonly [string, string]>> = {
  D1: ['Management', '管理部'],
  D2: ['Production', '生产部'],
  D3: ['Process Engineering', '工艺部'],
  D4: ['Maintenance and Safety', '维修安全部'],
  D5: ['Sales', '销售部'],
};

const ELEMENTS: Readonly<Record<string, readonly [string, string]>> = {
  welding: ['Welding', '焊接'],
  safety: ['Health, safety, environment', '健康、安全与环境'],
  planning: ['Planning work', '工作计划'],
  coaching: ['Coaching', '辅导'],
};

const COURSES: Readonly<Record<string, readonly [string, string]>> = {
  'C-WELD': ['Welding seams that hold', '可靠焊缝'],
  'C-SAFE': ['Safety every day', '每日安全'],
  'C-PLAN': ['Planning a shift', '班次计划'],
  'C-COACH': ['The supervisor as coach', '主管即教练'],
};

function company(): ImportBody {
  const { people, departments, posts, ...rest } = yearCompany();
  return {
    ...rest,
    posts: posts!.map((post) => ({
      ...post,
      elements: post.elements!.map((e) => ({ ...e, name: ELEMENTS[e.element]![0], nameZh: ELEMENTS[e.element]![1] })),
    })),
    departments: [
      ...departments!.map((d) => ({ ...d, name: DEPARTMENTS[d.id]![0], nameZh: DEPARTMENTS[d.id]![1] })),
      { id: 'TR', name: 'Training', nameZh: '培训部', head: 'OPS', influence: false },
    ],
    people: [
      ...people!.map((p, i) => ({ ...p, name: NAMES[i]! })),
      { ...people![0]!, id: 'OPS', name: 'Ruth Okafor', email: 'ops@example.com', department: 'TR' },
    ],
  };
}

function terms() {
  const { courses, rooms, budget, commitments, ...rest } = cycleTerms(datesFrom(START)) as Record<
    'courses' | 'commitments',
    { id: string }[]
  > &
    Record<string, unknown>;
  return {
    ...rest,
    title: say('Training plan 2027', '2027 年培训计划'),
    departments: Object.keys(DEPARTMENTS),
    approval: { management: ['D1-1', 'D1-2'], hr: ['D1-3'] },
    company: say('Rostrum Works', '荣川制造'),
    courses: courses.map((c) => ({ ...c, title: say(...COURSES[c.id]!), minSeats: 2, maxSeats: 6 })),
    rooms: [
      { id: 'R-1', name: '201 教室', seats: 30, dayCost: 10_000 },
      { id: 'R-2', name: '实训车间 Workshop', seats: 12 },
    ],
    budget: [{ id: 'general', label: say('Training, all departments', '培训费（各部门）'), amount: 20_000_000 }],
    commitments: commitments.map((c) => ({
      ...c,
      text:
        c.id === 'money'
          ? say('The training budget of the year', '年度培训经费')
          : say('The hall, for courses', '培训教室'),
    })),
  };
}

/** A training-plan cycle in a company of people with names; it has just been opened. */
export const OPENED: Scene = {
  begun: START,
  play: async (api, procedure) => {
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', company());
    const opened = await ask(api, 'OPS', 'POST', '/api/cycles', { id: 'plan-2027', terms: terms() });
    const trainers = await ask(api, 'OPS', 'POST', `${CYCLE}/setTrainers`, { trainers: TRAINERS });
    for (const reply of [opened, trainers]) if (reply.status !== 200) throw new Error(reply.text);
    return null;
  },
};

const placeOf = ({ round, id }: OpenTask) => `/desk/${round.replace(/^round:/, '')}/${encodeURIComponent(id)}`;

/** The cycle as it goes on: people answer as they always do, but for those who sit before a page. */
export class CycleOnStage {
  readonly course: CycleCourse;
  readonly #stage: Stage;
  readonly #waiting = new Set<string>();

  constructor(stage: Stage) {
    this.#stage = stage;
    const { api, procedure, database } = stage;
    const usual: Record<string, Habit> = {
      ...HABITS,
      'cycle-self-ratings': async ({ aboutPerson }) => levels(aboutPerson, 0),
    };
    const habits = Object.fromEntries(
      Object.entries(usual).map(([purpose, habit]): [string, Habit] => [
        purpose,
        async (task, story) => (this.#waiting.has(`${purpose} ${task.assignee}`) ? null : habit(task, story)),
      ]),
    );
    this.course = new CycleCourse({ api, procedure, database }, 'cycle:plan-2027', habits);
  }

  /** Whoever is named answers by a page. */
  leave(purpose: string, ...people: string[]): void {
    for (const person of people) this.#waiting.add(`${purpose} ${person}`);
  }

  /** Everybody answers it as they always do. */
  goOn(purpose: string): void {
    for (const one of this.#waiting) if (one.startsWith(`${purpose} `)) this.#waiting.delete(one);
  }

  /** Goes on until somebody is asked for something. */
  async until(purpose: string, person: string): Promise<void> {
    await this.course.until(async () => (await this.#taskOf(purpose, person)) !== undefined, purpose);
  }

  /** Where somebody answers what they are asked for; together: all that the round asks of them. */
  async pathOf(purpose: string, person: string, together = false): Promise<string> {
    const task = await this.#taskOf(purpose, person);
    if (!task) throw new Error(`${person} is not asked for ${purpose}.`);
    return together ? placeOf(task).replace(/\/[^/]*$/, '') : placeOf(task);
  }

  /** Goes on until anybody is asked for something about people, some of whom are wanted; who it is, and where they answer. */
  async anyOf(
    purpose: string,
    wanted: (people: readonly string[]) => boolean,
  ): Promise<{ readonly person: string; readonly path: string }> {
    let found: OpenTask | undefined;
    await this.course.until(async () => {
      for (const task of await this.course.open()) {
        if (task.purpose !== purpose) continue;
        const { matter } = (
          await ask(this.#stage.api, task.assignee, 'GET', `/api/rounds/${task.round}/tasks/${task.id}`)
        ).json;
        if (wanted(matter.people.map((one: { id: string }) => one.id))) found = task;
      }
      return found !== undefined;
    }, purpose);
    return { person: found!.assignee, path: placeOf(found!) };
  }

  async #taskOf(purpose: string, person: string): Promise<OpenTask | undefined> {
    return (await this.course.open()).find((task) => task.purpose === purpose && task.assignee === person);
  }

  /** What is given by hand of operations. */
  async command(type: string, body: object): Promise<void> {
    const reply = await ask(this.#stage.api, 'OPS', 'POST', `${CYCLE}/${type}`, body);
    if (reply.status !== 200) throw new Error(reply.text);
  }

  async read(path: string): Promise<ReturnType<typeof JSON.parse>> {
    return (await ask(this.#stage.api, 'OPS', 'GET', `${CYCLE}${path}`)).json;
  }
}
