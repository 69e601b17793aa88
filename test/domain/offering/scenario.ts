import type { Answer } from '../../../contracts/form.ts';
import type { Instant, StreamId } from '../../../contracts/ids.ts';
import type { OfferingPurpose, OfferingStage, OfferingTerms } from '../../../contracts/offering.ts';
import type { PlannedOffering } from '../../../contracts/planning.ts';
import type { CycleState } from '../../../domain/cycle/state.ts';
import type { OfferingState } from '../../../domain/offering/state.ts';
import type { Person } from '../../../domain/organisation/state.ts';
import type { RoundState, Task } from '../../../domain/round/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { yearOf } from '../cycle/effect-state.ts';
import { company } from '../selection/company.ts';

const CYCLE: StreamId = 'cycle:plan-2027';
export const ID: StreamId = 'offering:plan-2027.O-001';
export const OPS = 'D1-2';
export const TRAINER = 'D1-3';
export const START = Date.parse('2027-03-01T09:00:00+08:00');
export const DAYS = ['2027-04-08', '2027-04-09', '2027-04-12'];
export const PEOPLE = ['D2-2', 'D2-3', 'D2-4', 'D3-5', 'D3-6', 'D3-7'];

const label = (text: string) => ({ en: text, 'zh-CN': `${text}课程` });

export const local = (day: string, time = '09:00') => Date.parse(`${day}T${time}:00+08:00`);

export function planned(other: Partial<OfferingTerms['planned']> = {}): OfferingTerms['planned'] {
  return {
    id: 'O-001',
    course: 'valves',
    needs: ['M-001'],
    days: DAYS,
    room: 'R1',
    trainer: TRAINER,
    quote: null,
    seats: 6,
    participants: PEOPLE,
    cost: 120_000,
    budgetLine: 'main',
    hours: 18,
    effect: 20,
    ...other,
  };
}

/** Terms of a course on valves for six people; the line of the plan and other parts can be said otherwise. */
export function terms(line: Partial<OfferingTerms['planned']> = {}, other: Partial<OfferingTerms> = {}): OfferingTerms {
  const { participants } = planned(line);
  return {
    cycle: 'cycle:plan-2027',
    owner: OPS,
    planned: planned(line),
    course: {
      id: 'valves',
      title: label('Valves'),
      elements: ['2.A.1.a', '2.B.3.k'],
      level: 5,
      form: 'lecture',
      hours: 18,
      days: 3,
      minSeats: 4,
      maxSeats: 8,
      room: true,
      topics: [],
      runCost: 0,
      seatCost: 0,
      closes: 0.5,
      benefit: label('You close leaks yourself'),
      goal: label('Everybody can change a valve'),
    },
    company: label('Rostrum Works'),
    timeZone: 'Asia/Shanghai',
    calendar: 'CN',
    currency: 'CNY',
    place: 'Room 1',
    roomSeats: 8,
    provider: null,
    delivery: {
      invite: '15bd',
      minimum: '5bd',
      feedback: '5bd',
      followUps: ['30d', '90d'],
      followUpTime: '10bd',
      transferFrom: 3,
      coachingTime: '20bd',
      pass: 60,
      privacy: 3,
    },
    baseline: participants.map((person) => ({
      person,
      element: '2.A.1.a',
      required: '4.50',
      importance: '4.25',
      rated: 3,
    })),
    digest: 'a'.repeat(64),
    ...other,
  };
}

/** A cycle that has nothing left to do but to give the seats of waiting lists. */
function standingCycle(lines: readonly PlannedOffering[]): CycleState {
  const more = { stage: 'feedback', proposedFor: 1, until: null } as const;
  return yearOf({ approved: lines, results: { 'O-001': null }, more });
}

/** A person who answers everything at once; null leaves a task open, 'decline' sends it back. */
export type Habits = Partial<Record<OfferingPurpose, (task: Task) => Answer | 'decline' | null>>;

export const GOOD: Required<Habits> = {
  seats: () => ({ comes: true }),
  support: () => ({ goal: 'Change the valves of line 3.', clarified: true }),
  attendance: () => ({ absent: [] }),
  reaction: () => ({ relevance: 4, trainer: 5, organisation: 3, overall: 4, recommends: true }),
  test: () => ({ score: 75 }),
  transfer: (task) => (task.form === 'supervisor' ? { transfer: 4, e_2_A_1_a: 4 } : { transfer: 5 }),
  coaching: () => ({ done: true, notes: 'Twice at the bench.' }),
};

/** An offering in memory, with people who answer at once, each in their habit. */
export class Course {
  readonly memory: Memory;
  habits: Required<Habits>;

  constructor(habits: Habits = {}, now: Instant = START, memory = new Memory(company(), now)) {
    this.memory = memory;
    this.habits = { ...GOOD, ...habits };
  }

  get state(): OfferingState {
    return this.memory.streams.get(ID)!.state as OfferingState;
  }

  /** Sends a command that must be accepted. */
  send(type: string, body: unknown, actor = OPS): void {
    const rejection = this.memory.send(ID, type, body, actor);
    if (rejection) throw new Error(`${type}: ${rejection.detail}`);
  }

  /** Sends a command that must be refused; returns the code. */
  refused(type: string, body: unknown, actor = OPS): string {
    const rejection = this.memory.send(ID, type, body, actor);
    if (!rejection) throw new Error(`${type} was accepted`);
    return rejection.code;
  }

  /** Opens the course as its cycle does, whose plan holds no other line unless more are given. */
  open(
    line: Parameters<typeof terms>[0] = {},
    other: Parameters<typeof terms>[1] = {},
    more: readonly PlannedOffering[] = [],
  ): this {
    this.send('open', terms(line, other), 'system');
    this.memory.put(CYCLE, standingCycle([planned(line), ...more]));
    this.memory.streams.get(ID)!.owner = CYCLE;
    return this;
  }

  /** The cycle orders a change of the line. */
  change(kind: string, line: Partial<OfferingTerms['planned']>, other: Record<string, unknown> = {}): void {
    const now = { ...this.state.planned, ...line };
    const { place, provider, roomSeats } = this.state;
    this.send(
      'change',
      { planned: now, kind, place, provider, roomSeats, reason: 'As requested.', ...other },
      'system',
    );
  }

  /** The personnel system says something else about a person from now on. */
  hire(id: string, other: Partial<Person>): void {
    const people = new Map(this.memory.organisation.people);
    people.set(id, { ...people.get(id)!, ...other });
    this.memory.organisation = { ...this.memory.organisation, people };
    // A changed organisation pokes every open stream: a command that is refused has the offering look again.
    this.memory.send(ID, 'leaveWaitingList', { person: 'nobody' }, OPS);
  }

  rounds(purpose: OfferingPurpose): RoundState[] {
    return Object.values(this.state.rounds)
      .filter((r) => r.purpose === purpose)
      .map((r) => this.memory.streams.get(r.id)!.state as RoundState);
  }

  round(purpose: OfferingPurpose): RoundState {
    return this.rounds(purpose).at(-1)!;
  }

  /** Everybody answers what is open, by habit; true when somebody did. */
  answer(): boolean {
    let answered = false;
    for (const { id, purpose } of Object.values(this.state.rounds).filter((r) => !r.concluded)) {
      const round = this.memory.streams.get(id)!.state as RoundState;
      for (const { id: task } of [...round.tasks.values()]) {
        const now = round.tasks.get(task)!;
        if (now.state !== 'open' || round.phase !== 'open') continue;
        const answer = this.habits[purpose](now);
        if (answer) answered = this.#act(id, now, answer);
      }
    }
    return answered;
  }

  #act(round: StreamId, { id: task, assignee }: Task, answer: Answer | 'decline'): true {
    const rejection =
      answer === 'decline'
        ? this.memory.send(round, 'decline', { task, reason: 'I cannot.' }, assignee)
        : this.memory.send(round, 'submit', { task, answer }, assignee);
    if (rejection) throw new Error(`${task}: ${rejection.detail}`);
    return true;
  }

  /** Answers and sleeps until the offering comes to a stage (or closes). */
  async to(stage: OfferingStage): Promise<this> {
    for (let turn = 0; turn < 500 && this.state.stage !== stage; turn++) {
      if (this.answer()) continue;
      if (!(await this.memory.sleep())) break;
    }
    if (this.state.stage !== stage) throw new Error(`Stuck at ${this.state.stage}, waiting for ${stage}.`);
    return this;
  }

  /** Lets time pass up to a local day and hour; people answer as it comes. */
  async until(day: string, time = '09:00'): Promise<this> {
    const at = local(day, time);
    for (let turn = 0; turn < 500; turn++) {
      if (this.answer()) continue;
      const { wake } = this.memory;
      if (wake === null || wake > at) break;
      await this.memory.sleep();
    }
    await this.memory.until(at);
    return this;
  }

  told(template: string): string[] {
    return this.memory.notices.filter((n) => n.template === template).map((n) => n.to);
  }
}

/** Letters that put the course into somebody's calendar, or change it there; all others with a number take it out. */
const PUT_IN = [
  'offering.invitation',
  'offering.seat',
  'offering.moved',
  'offering.trainer',
  'offering.trainerChanged',
];

/** The letters about a person's calendar entry, oldest first. */
export function entriesOf({ memory }: Course, person: string) {
  return memory.notices.filter((n) => n.to === person && n.about.sequence !== undefined);
}

/** What a person's calendar holds by the letter with the highest number, and whether that leaves the course in it. */
export function lastEntry(course: Course, person: string): { template: string; isIn: boolean } | null {
  const number = (n: (typeof letters)[number]) => n.about.sequence as number;
  const letters = entriesOf(course, person);
  const [last] = [...letters].sort((a, b) => number(b) - number(a));
  return last ? { template: last.template, isIn: PUT_IN.includes(last.template) } : null;
}
