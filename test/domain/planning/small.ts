import type {
  BudgetLine,
  Course,
  PlanDemand,
  PlannedOffering,
  PlanProblem,
  PlanTrainer,
  Quote,
  Room,
} from '../../../contracts/planning.ts';

const label = (text: string) => ({ en: text, 'zh-CN': text });

export function course(id: string, parts: Partial<Course> = {}): Course {
  return {
    id,
    title: label(id),
    elements: ['E1'],
    level: 4,
    form: 'lecture',
    hours: 6,
    days: 1,
    minSeats: 1,
    maxSeats: 10,
    room: true,
    topics: [],
    runCost: 1000,
    seatCost: 0,
    closes: 0.5,
    benefit: label('b'),
    goal: label('g'),
    ...parts,
  };
}

export function room(id: string, parts: Partial<Room> = {}): Room {
  return { id, name: id, site: '', seats: 20, dayCost: 0, closed: [], ...parts };
}

export function trainer(person: string, courses: string[], parts: Partial<PlanTrainer> = {}): PlanTrainer {
  return { person, courses, hours: 100, calendar: 'CN', away: [], ...parts };
}

export function quote(id: string, course: string, parts: Partial<Quote> = {}): Quote {
  return {
    id,
    provider: id,
    course,
    runCost: 5000,
    seatCost: 0,
    maxSeats: 10,
    validUntil: '2027-12-31',
    rating: null,
    ...parts,
  };
}

export function demand(need: string, course: string, people: string[], parts: Partial<PlanDemand> = {}): PlanDemand {
  return {
    need,
    course,
    source: 'internal',
    quote: null,
    must: false,
    priority: 1,
    people,
    effect: people.map(() => 1),
    window: null,
    budgetLine: 'B1',
    ...parts,
  };
}

/** A week of 2027 that begins on Monday 4 January; CN works on Saturday 9 January, US rests on Wednesday the 6th. */
export const CALENDARS = {
  CN: { id: 'CN', weekend: [6, 7], days: { '2027-01-09': 'makeup_workday' as const } },
  US: { id: 'US', weekend: [6, 7], days: { '2027-01-06': 'holiday' as const } },
};

interface Parts {
  courses?: Course[];
  rooms?: Room[];
  quotes?: Quote[];
  trainers?: PlanTrainer[];
  budget?: BudgetLine[];
  keep?: PlannedOffering[];
  before?: PlannedOffering[];
  people?: PlanProblem['people'];
  horizon?: PlanProblem['horizon'];
  daysAPerson?: number;
}

/** A problem in which nothing is short, but for what is said otherwise. */
export function problem(demands: PlanDemand[], parts: Parts = {}): PlanProblem {
  const names = new Set(demands.flatMap(({ people }) => people));
  const courses = parts.courses ?? [...new Set(demands.map((d) => d.course))].map((id) => course(id));
  return {
    horizon: { from: '2027-01-04', to: '2027-01-10' },
    courses,
    rooms: [room('R1')],
    quotes: [],
    trainers: [
      trainer(
        'T1',
        courses.map(({ id }) => id),
      ),
    ],
    budget: [{ id: 'B1', label: label('B1'), amount: 100_000 }],
    demands,
    calendars: CALENDARS,
    keep: [],
    before: [],
    daysAPerson: 10,
    ...parts,
    people: { ...Object.fromEntries([...names].map((id) => [id, { calendar: 'CN', away: [] }])), ...parts.people },
  };
}

export function line(id: string, amount: number): BudgetLine {
  return { id, label: label(id), amount };
}
