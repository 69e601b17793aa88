import type { z } from 'zod';
import type { CycleTerms } from '../contracts/cycle/terms.ts';
import type { ImportBody } from '../contracts/organisation.ts';
import type { Course, Quote, Room } from '../contracts/planning.ts';
import { approversIn, headcounts, type Organisation, trainingManagerIn } from './leaders.ts';
import { TOOLKIT } from './toolkit.ts';

export type Terms = z.input<typeof CycleTerms>;

/** What a cycle of some company is to be like; what is left out is as in the sample. */
export interface CycleOptions {
  readonly title?: Terms['title'];
  readonly company?: Terms['company'];
  /** Who opens the cycle, and therefore approves nothing; else the training manager of `trainingManagerIn`. */
  readonly owner?: string;
  readonly timeZone?: string;
  readonly calendar?: string;
  readonly currency?: string;
  /** Money for training a head of the company, in the smallest unit. */
  readonly perHead?: number;
  readonly period?: Terms['period'];
  /** When execution should end, at the latest; offerings that run on are waited for. */
  readonly executionEnds?: number;
  /** Stages that last otherwise. */
  readonly timetable?: Partial<Terms['timetable']>;
  readonly courses: readonly Course[];
  readonly rooms: readonly Room[];
  readonly selections?: readonly string[];
  readonly previous?: string;
  /** Anything else that the terms should say. */
  readonly other?: Partial<Terms>;
}

const both = (en: string, zh: string) => ({ en, 'zh-CN': zh });

const TIMETABLE = {
  ...{ mobilisation: '5bd', ratings: '10bd', talks: '10bd', needs: '10bd', summary: '3bd', sourcing: '3bd' },
  ...{ compiling: '3bd', commitments: '5bd', approval: '15bd', effect: '20bd', feedback: '5bd' },
} as const;

const DAYS_A_PERSON = 8;
/** A course that would take nearly all days of a person is not planned; its elements go to coaching or another course. */
const LONGEST = 6;

/** The plan's year is over, and ten days more. */
const EXECUTION_ENDS = Date.parse('2028-01-10T18:00:00+08:00');

/**
 * The terms of a training-plan cycle over a company: top management and HR who approve, leaders who are asked for money,
 * time, rooms and their word, deputies, budget lines by headcount, the toolkit and the delivery. Elements without a course
 * go to coaching. The same company and options give the same terms.
 */
export function cycleTermsFor(organisation: Pick<ImportBody, 'people' | 'departments'>, options: CycleOptions): Terms {
  const company: Organisation = { people: organisation.people ?? [], departments: organisation.departments ?? [] };
  const owner = options.owner ?? trainingManagerIn(company);
  const approval = approversIn(company, owner);
  const budget = budgetOf(company, options.perHead ?? PER_HEAD);
  return {
    title: options.title ?? both('Training plan 2027', '2027 年培训计划'),
    company: options.company ?? both('Rostrum Works', '若思精工'),
    timeZone: options.timeZone ?? 'Asia/Shanghai',
    calendar: options.calendar ?? 'CN',
    currency: options.currency ?? 'CNY',
    period: options.period ?? { from: '2027-03-01', to: '2027-12-31' },
    ...(options.previous ? { previous: options.previous } : {}),
    timetable: { ...TIMETABLE, execution: options.executionEnds ?? EXECUTION_ENDS, ...options.timetable },
    toolkit: [...TOOLKIT],
    selfRating: true,
    ratingDistance: 1.5,
    gapFrom: 0.5,
    talks: 'with-gaps',
    silence: 'gaps',
    ...(options.selections ? { selections: [...options.selections] } : {}),
    sourcing: { order: ['internal', 'outside', 'coaching'], coachingUpTo: 3, trainerHours: 36 },
    courses: options.courses.filter((c) => c.days <= LONGEST),
    rooms: [...options.rooms],
    budget,
    daysAPerson: DAYS_A_PERSON,
    commitments: commitmentsOf(company, approval.management, budget, options.rooms),
    approval: { management: [...approval.management], hr: [...approval.hr] },
    deputies: approval.deputies,
    minorChange: Math.round(budget[0]!.amount / 50),
    delivery: { followUps: ['30d', '90d'], pass: 60, privacy: 5 },
    ...options.other,
  };
}

/** 2,100 yuan: a little less than everything that was found would cost. */
const PER_HEAD = 210_000;

/** The largest department has a line of its own; one line pays for all others. */
function budgetOf(company: Organisation, perHead: number) {
  const counts = headcounts(company);
  const large = counts.slice(0, 1);
  const rest = counts.slice(1).reduce((sum, [, people]) => sum + people, 0);
  return [
    {
      id: 'general',
      label: both('Training, all departments', '培训费（各部门）'),
      amount: rest * perHead,
      departments: [],
    },
    ...large.map(([id, people]) => {
      const { name, nameZh } = company.departments.find((d) => d.id === id)!;
      return {
        id: `line-${id}`,
        label: both(`Training, ${name}`, `培训费（${nameZh}）`),
        amount: people * perHead,
        departments: [id],
      };
    }),
  ];
}

function commitmentsOf(
  { departments }: Organisation,
  management: readonly string[],
  budget: readonly { readonly id: string; readonly label: Terms['title']; readonly amount: number }[],
  rooms: readonly Room[],
): NonNullable<Terms['commitments']> {
  const head = (id: string) => departments.find((d) => d.id === id)?.head;
  const leaders = departments.map((d) => d.head);
  const first = management[0]!;
  return [
    ...budget.map(({ id, label, amount }) => ({
      ...{ id: `budget-${id.toLowerCase()}`, kind: 'budget' as const, text: label, line: id, amount },
      leader: (id === 'general' ? null : head(id.replace(/^line-/, ''))) ?? first,
    })),
    ...rooms.slice(0, 2).map((room, i) => ({
      ...{ id: `room-${i + 1}`, kind: 'venue' as const, room: room.id, leader: leaders[i % leaders.length] ?? first },
      text: both(`The room ${room.name} for courses`, `教室“${room.name}”用于培训`),
    })),
    {
      ...{ id: 'time', kind: 'time' as const, hours: 1500, leader: leaders[1] ?? first },
      text: both('Hours of working time for training', '用于培训的工作时间'),
    },
    {
      ...{ id: 'policy', kind: 'policy' as const, leader: first },
      text: both('Nobody is called back from a course', '培训期间不被叫回工作'),
    },
  ];
}

/** Rooms, quotes and named trainers of the sample company. Money in fen. */
export const ROOMS: readonly Room[] = [
  {
    id: 'R-HALL',
    name: '培训大厅 Hall',
    site: '上海总部 Shanghai',
    seats: 40,
    dayCost: 80_000,
    closed: [{ from: '2027-07-01', to: '2027-07-31' }],
  },
  { id: 'R-201', name: '201 教室', site: '上海总部 Shanghai', seats: 16, dayCost: 20_000, closed: [] },
  { id: 'R-202', name: '202 教室', site: '上海总部 Shanghai', seats: 14, dayCost: 20_000, closed: [] },
  {
    id: 'R-SHOP',
    name: '实训车间 Workshop',
    site: '工厂 Plant',
    seats: 12,
    dayCost: 0,
    closed: [{ from: '2027-02-01', to: '2027-02-28' }],
  },
];

const quote = (
  id: string,
  provider: string,
  course: string,
  run: number,
  seat: number,
  rating: number | null,
): Quote => ({
  ...{ id, provider, course, runCost: run * 100, seatCost: seat * 100 },
  ...{ maxSeats: 16, validUntil: '2027-12-31', rating },
});

export const QUOTES: readonly Quote[] = [
  quote('Q-01', '明德管理咨询 Mingde', 'C-COACH', 16_000, 300, 4.4),
  quote('Q-02', 'Brightwell Leadership', 'C-COACH', 21_000, 0, 4.8),
  quote('Q-03', '明德管理咨询 Mingde', 'C-NEGOTIATE', 18_000, 300, null),
  quote('Q-04', 'Harbour Negotiation', 'C-NEGOTIATE', 24_000, 0, 4.6),
  quote('Q-05', '江南律师事务所 Jiangnan Law', 'C-LAW', 9000, 100, 4.1),
  quote('Q-06', '华测统计 Huace', 'C-STAT', 12_000, 200, 3.9),
  quote('Q-07', 'PlainPaper Writing', 'C-REPORT', 8000, 150, 4.3),
  quote('Q-08', '精机学院 Jingji', 'C-MECH', 19_000, 500, 4.5),
  quote('Q-09', '项目之友 Xiangmu', 'C-PROJECT', 17_500, 400, 3.2),
  quote('Q-10', '数海培训 Shuhai', 'C-DATA', 13_000, 300, 4.0),
];

/** Beside those whom the selection appoints. */
export const TRAINERS = [
  { person: 'E008', courses: ['C-EXPLAIN', 'C-PLAN'], hours: 24 },
  { person: 'E020', courses: ['C-BUDGET'], hours: 18 },
  { person: 'E033', courses: ['C-SECURE', 'C-CODE', 'C-DATA'], hours: 48 },
  { person: 'E035', courses: ['C-DATA', 'C-SECURE'], hours: 36 },
  { person: 'E048', courses: ['C-PROCESS', 'C-CAUSE'], hours: 36 },
  { person: 'E056', courses: ['C-CAUSE', 'C-QUALITY'], hours: 36 },
  { person: 'E093', courses: ['C-HSE', 'C-SAFE'], hours: 30 },
  { person: 'E099', courses: ['C-HSE', 'C-SAFE', 'C-QUALITY'], hours: 30 },
];
