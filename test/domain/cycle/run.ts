import type { CyclePurpose, CycleStage, CycleTerms } from '../../../contracts/cycle.ts';
import type { Answer, Sentence } from '../../../contracts/form.ts';
import type { Instant, StreamId } from '../../../contracts/ids.ts';
import { findingsOf } from '../../../domain/cycle/ratings/findings.ts';
import type { CycleState } from '../../../domain/cycle/state.ts';
import type { Absence, OrganisationState, Person } from '../../../domain/organisation/state.ts';
import { inBoth } from '../../../domain/refuse.ts';
import type { RoundState, Task } from '../../../domain/round/state.ts';
import { Memory, type Worker } from '../../../domain/turn/memory.ts';
import { cycleCompany } from './company.ts';

export const CYCLE: StreamId = 'cycle:plan-2027';
/** Who opens the cycle. */
export const OPS = 'D1-2';
/** Top management and HR, who approve. */
export const MANAGEMENT = 'D1-1';
export const HR = 'D1-3';
export const START = Date.parse('2026-11-02T09:00:00+08:00');
export const DAY = 86_400_000;

const label = (text: string) => ({ en: text, 'zh-CN': text });

const course = (id: string, elements: string[], more: object = {}) => ({
  id,
  title: label(id),
  elements,
  level: 5,
  hours: 8,
  days: 1,
  minSeats: 2,
  maxSeats: 12,
  topics: [],
  runCost: 200_000,
  seatCost: 5_000,
  benefit: label(`Able to do ${id}`),
  goal: label(`Does ${id} alone`),
  ...more,
});

export type Terms = Partial<Record<keyof CycleTerms, unknown>>;

/** Terms of a cycle of the small company for 2027; parts can be said otherwise. */
export function cycleTerms(other: Terms = {}): Record<string, unknown> {
  return {
    title: label('Training plan 2027'),
    company: label('Rostrum Works'),
    timeZone: 'Asia/Shanghai',
    calendar: 'CN',
    currency: 'CNY',
    period: { from: '2027-03-01', to: '2027-12-31' },
    timetable: {
      mobilisation: '5bd',
      ratings: '10bd',
      talks: '10bd',
      needs: '10bd',
      summary: '3bd',
      sourcing: '3bd',
      compiling: '5bd',
      commitments: '5bd',
      approval: '15bd',
      execution: Date.parse('2028-01-10T18:00:00+08:00'),
      effect: '40bd',
      feedback: '5bd',
    },
    toolkit: [
      {
        id: 'scale',
        kind: 'rating-scale',
        title: label('Scale of levels'),
        text: label('0 nothing, 7 teaches others.'),
      },
      {
        id: 'interview',
        kind: 'interview-guide',
        title: label('Interview guide'),
        text: label('Ask what went wrong.'),
      },
    ],
    courses: [
      course('C-WELD', ['welding']),
      course('C-SAFE', ['safety'], { days: 2, hours: 12 }),
      course('C-PLAN', ['planning']),
      course('C-COACH', ['coaching']),
    ],
    rooms: [
      { id: 'R-1', name: 'Hall', seats: 30, dayCost: 10_000 },
      { id: 'R-2', name: 'Workshop', seats: 12 },
    ],
    budget: [{ id: 'general', label: label('Training'), amount: 20_000_000 }],
    commitments: [
      {
        id: 'money',
        leader: 'D1-1',
        kind: 'budget',
        text: label('The training budget'),
        line: 'general',
        amount: 20_000_000,
      },
      { id: 'hall', leader: 'D2-1', kind: 'venue', text: label('The hall'), room: 'R-1' },
    ],
    approval: { management: [MANAGEMENT], hr: [HR] },
    deputies: {},
    ...other,
  };
}

/** Who answers what in each round; null leaves a task unanswered. */
export type Habits = Partial<Record<CyclePurpose, (task: Task, run: CycleRun) => Answer | null>>;

/** Everybody answers well: people with an even number have a gap of one level in every element but planning. */
export const GOOD: Habits = {
  mobilisation: () => ({ answer: 'accept' }),
  ratings: (task, run) => run.rate(task, isEven(task.aboutPerson!) ? 1 : 0),
  'self-ratings': (task, run) => run.rate(task, 0),
  talks: () => ({
    held: '2026-11-20',
    element1: 'planning',
    means1: 'course',
    until1: '2027-09-30',
    goal1: 'Plans alone.',
  }),
  signatures: () => ({ agrees: true }),
};

export const isEven = (person: string): boolean => Number(person.split('-')[1]) % 2 === 0;

const workers: Record<string, Worker> = {
  async analyseGaps(memory, stream, key) {
    const state = memory.streams.get(stream)!.state as CycleState;
    const rounds = new Map([...memory.streams].map(([id, s]) => [id, s.state as RoundState]));
    return { type: 'recordGaps', body: { key, findings: findingsOf(state, rounds, memory.organisation) } };
  },
};

/** Does slow work of kinds of their own; see `Memory`. */
export type { Worker } from '../../../domain/turn/memory.ts';

/** A training-plan cycle in memory, with people who answer at once, each in their habit. */
export class CycleRun {
  readonly memory: Memory;
  readonly id: StreamId;
  habits: Habits;

  constructor(
    habits: Habits = {},
    options: {
      readonly now?: Instant;
      readonly organisation?: OrganisationState;
      readonly workers?: Readonly<Record<string, Worker>>;
      readonly id?: StreamId;
    } = {},
  ) {
    const { now = START, organisation = cycleCompany(), id = CYCLE } = options;
    this.memory = new Memory(organisation, now, { ...workers, ...options.workers });
    this.habits = { ...GOOD, ...habits };
    this.id = id;
  }

  get state(): CycleState {
    return this.memory.streams.get(this.id)!.state as CycleState;
  }

  /** Sends a command to the cycle that must be accepted, and does the slow work that it makes. */
  async send(type: string, body: unknown, actor = OPS): Promise<void> {
    const rejection = this.memory.send(this.id, type, body, actor);
    if (rejection) throw new Error(`${type}: ${rejection.detail}`);
    await this.memory.work();
  }

  /** Sends a command that must be refused; returns why. */
  refused(type: string, body: unknown, actor = OPS): string {
    const rejection = this.memory.send(this.id, type, body, actor);
    if (!rejection) throw new Error(`${type} was accepted`);
    return rejection.detail;
  }

  /** The same in both languages. */
  why(type: string, body: unknown, actor = OPS): Sentence {
    const rejection = this.memory.send(this.id, type, body, actor);
    if (!rejection) throw new Error(`${type} was accepted`);
    return inBoth(rejection.because);
  }

  async open(other: Terms = {}): Promise<this> {
    await this.send('open', cycleTerms(other));
    return this;
  }

  /** The latest round of a purpose. */
  round(purpose: CyclePurpose): RoundState | undefined {
    const last = Object.values(this.state.rounds)
      .filter((r) => r.purpose === purpose)
      .at(-1);
    return last && (this.memory.streams.get(last.id)?.state as RoundState);
  }

  /** A command of a person, or of operations, to the latest round of a purpose; must be accepted. */
  async inRound(purpose: CyclePurpose, type: string, body: unknown, actor: string): Promise<void> {
    const rejection = this.memory.send(this.round(purpose)!.stream, type, body, actor);
    if (rejection) throw new Error(`${purpose} ${type}: ${rejection.detail}`);
    await this.memory.work();
  }

  /** Submits one answer. */
  submit(purpose: CyclePurpose, task: string, answer: Answer): Promise<void> {
    return this.inRound(purpose, 'submit', { task, answer }, this.round(purpose)!.tasks.get(task)!.assignee);
  }

  /** The answer that rates everybody as their post requires, less so many levels in every element but planning. */
  rate(task: Task, less: number): Answer {
    const person = this.memory.organisation.people.get(task.aboutPerson!)!;
    const { elements } = this.memory.organisation.posts.get(person.post)!;
    return Object.fromEntries(
      elements.map(({ element, level }) => [`e_${element}`, Number(level) - (element === 'planning' ? 0 : less)]),
    );
  }

  /** Everybody answers what is open, by habit; true when somebody did. */
  async answer(): Promise<boolean> {
    let answered = false;
    for (const { id, purpose } of Object.values(this.state.rounds).filter((r) => !r.concluded)) {
      const round = this.memory.streams.get(id)!.state as RoundState;
      for (const task of [...round.tasks.values()]) {
        const now = round.tasks.get(task.id)!;
        if ((now.state !== 'open' && now.state !== 'drafted') || round.phase !== 'open') continue;
        const answer = this.habits[purpose]?.(now, this);
        if (!answer) continue;
        const rejection = this.memory.send(id, 'submit', { task: task.id, answer }, now.assignee);
        if (rejection) throw new Error(`${purpose} ${task.id}: ${rejection.detail}`);
        answered = true;
        await this.memory.work();
      }
    }
    return answered;
  }

  /** Answers and sleeps until the cycle comes to a stage. */
  async to(stage: CycleStage): Promise<this> {
    for (let turn = 0; turn < 1000 && this.state.stage !== stage; turn++) {
      if (await this.answer()) continue;
      if (!(await this.memory.sleep())) throw new Error(`Stuck at ${this.state.stage}, waiting for ${stage}.`);
    }
    if (this.state.stage !== stage) throw new Error(`Stuck at ${this.state.stage}, waiting for ${stage}.`);
    return this;
  }

  /** Lets days pass while nobody does anything. */
  async days(count: number): Promise<this> {
    await this.memory.until(this.memory.now + count * DAY);
    return this;
  }

  /** The personnel system says something else about a person from now on. */
  change(id: string, other: Partial<Person>): void {
    const people = new Map(this.memory.organisation.people);
    people.set(id, { ...people.get(id)!, ...other });
    this.memory.organisation = { ...this.memory.organisation, people };
  }

  /** A person is away on these days. */
  away(id: string, from: string, to: string): void {
    const absence: Absence = { from, to, kind: { of: id, $sealed: 'x' } };
    this.change(id, { absences: [absence] });
  }

  /** Lets the cycle look again at what has changed around it, as its workflow does when it is poked. */
  async look(): Promise<void> {
    this.memory.poke(this.id);
    await this.memory.work();
  }

  events(type: string): Record<string, unknown>[] {
    return this.memory.streams
      .get(this.id)!
      .events.filter((e) => e.type === type)
      .map((e) => e.body as Record<string, unknown>);
  }

  /** What operations were told to attend to. */
  get alarms(): unknown[] {
    return this.memory.notices.filter((n) => n.template === 'cycle.attention').map((n) => n.about.what);
  }

  told(template: string): string[] {
    return this.memory.notices.filter((n) => n.template === template).map((n) => n.to);
  }
}
