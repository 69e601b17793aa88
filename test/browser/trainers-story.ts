import { ORGANISATION } from '../../contracts/ids.ts';
import type { Stage as StageOfSelection } from '../../contracts/selection/terms.ts';
import { ask, type TestApi } from '../api/harness.ts';
import type { Procedure } from '../api/procedure.ts';
import { Course, company, TERMS } from '../api/selection-course.ts';
import type { Scene } from './stage.ts';

export const PATH = '/api/selections/trainers-2027';
const STREAM = 'selection:trainers-2027';

/** Who plays what; nobody who has a part leads a department, since what leaders say is public. */
export const CAST = {
  leader: 'D2-1',
  applicant: 'D2-2',
  second: 'D2-3',
  third: 'D3-3',
  reviewers: ['D3-2', 'D4-2', 'D5-2'],
  screener: 'D1-5',
  panel: ['D1-1', 'D1-2', 'D1-3'],
  handler: 'D1-4',
  objector: 'D4-4',
  stranger: 'D5-5',
} as const;

/** Names that stand nowhere else, so that each is found wherever it comes to light. */
export const NAMES: Readonly<Record<string, string>> = {
  'D1-1': 'Theo Quinn',
  'D1-2': '唐海燕',
  'D1-3': 'Ingrid Vale',
  'D1-4': '傅可馨',
  'D1-5': 'Sanna Jansen',
  'D2-1': '董伟民',
  'D2-2': 'Olu Costa',
  'D2-3': '蒋静怡',
  'D3-2': 'Meera Hofmann',
  'D3-3': 'Niamh Fuchs',
  'D4-2': '上官若曦',
  'D4-4': 'Pavel Orlov',
  'D5-2': 'Luis Abara',
  'D5-5': '邓月华',
};

const DEPARTMENTS: Readonly<Record<string, readonly [string, string]>> = {
  D1: ['Management', '管理层'],
  D2: ['Process Engineering', '工艺部'],
  D3: ['Quality', '质量部'],
  D4: ['Maintenance and Safety', '设备安全部'],
  D5: ['Sales and Purchasing', '购销部'],
};

const both = (en: string, zh: string) => ({ en, 'zh-CN': zh });

export const MEASURES = {
  incentives: both(
    'A fee for each hour taught, and a point in the yearly appraisal.',
    '每授课一小时发放课酬，年度考核加分。',
  ),
  workloadProtection: both(
    'Your manager frees four hours a month to prepare and teach.',
    '主管每月保证四小时用于备课和授课。',
  ),
  duties: both(
    'At least eight hours taught a year, with material kept up to date.',
    '每年授课不少于八小时，并及时更新教材。',
  ),
  term: both('The appointment lasts two years and can be renewed.', '聘期两年，可续聘。'),
  useOfResults: both(
    'Scores serve this selection only. Everybody gets a word on strengths and gaps.',
    '评分仅用于本次选拔，人人都会收到优势与差距的反馈。',
  ),
};

const anchors = [
  { score: 3, text: both('Reads out what is on the slides', '照着幻灯片念') },
  { score: 6, text: both('Clear structure, examples from the own workplace', '结构清晰，有本岗位的实例') },
  { score: 9, text: both('Listeners can do it themselves afterwards', '学员课后能独立完成') },
];

const terms = {
  ...TERMS,
  title: both('Internal trainers 2027', '2027 年内训师选拔'),
  company: both('Rostrum Works', '讲台制造'),
  topics: [
    { id: 'safety', label: both('Safety at work', '安全生产') },
    { id: 'quality', label: both('Quality', '质量管理') },
  ],
  criteria: [
    { ...TERMS.criteria[0], label: both('Professional knowledge', '专业知识') },
    { ...TERMS.criteria[1], label: both('Trial lecture', '试讲'), minimum: '5', anchors },
  ],
  seats: 2,
  leaders: ['D2-1', 'D3-1'],
  reviewers: CAST.reviewers.map((person) => ({ person, topics: ['safety', 'quality'], limit: 5 })),
  screeners: [CAST.screener],
  handlers: [CAST.handler],
  disagreementLimit: 2,
  // The record of one of them is missing, so that a person screens.
  eligibility: { grades: ['middle_manager'], performance: 3 },
};

async function calledFor(api: TestApi, procedure: Procedure): Promise<null> {
  const { people = [], departments = [], ...rest } = company();
  await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', {
    ...rest,
    departments: departments.map((d) => {
      const [name, nameZh] = DEPARTMENTS[d.id]!;
      return { ...d, name, nameZh };
    }),
    people: people.map((p) => ({
      ...p,
      name: NAMES[p.id] ?? p.name,
      ...(p.id === CAST.third ? { performance: {} } : {}),
    })),
  });
  for (const [path, body] of [
    ['/api/selections', { id: 'trainers-2027', terms }],
    [`${PATH}/publishMeasures`, { texts: MEASURES }],
  ] as const) {
    const { status, text } = await ask(api, 'OPS', 'POST', path, body);
    if (status !== 200) throw new Error(text);
  }
  return null;
}

/** The company, with names as people have them, and a selection that has begun. */
export const TRAINERS_CALLED: Scene = { begun: Date.parse('2027-05-04T09:00:00+08:00'), play: calledFor };

/** Everybody else does what they are asked, and time goes on, until the selection comes to a stage. */
export function othersUntil(api: TestApi, procedure: Procedure, stage: StageOfSelection): Promise<void> {
  return new Course(api, procedure, STREAM).to(stage);
}

export interface OpenTask {
  readonly round: string;
  readonly id: string;
  readonly assignee: string;
  readonly about: string | null;
}

/** The open tasks of a purpose, as operations see them. */
export async function openTasks(api: TestApi, purpose: string): Promise<OpenTask[]> {
  const { rounds } = (await ask(api, 'OPS', 'GET', `/api/rounds?owner=${STREAM}&state=open`)).json;
  const found: OpenTask[] = [];
  for (const round of rounds) {
    if (round.purpose !== purpose) continue;
    const { tasks } = (await ask(api, 'OPS', 'GET', `/api/rounds/${round.id}/tasks?state=open`)).json;
    for (const task of tasks) found.push({ round: round.id.replace(/^round:/, ''), ...task });
  }
  return found;
}
