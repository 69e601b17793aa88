import { rankingOf } from '../../../activities/work/ranking.ts';
import type { Answer } from '../../../contracts/form.ts';
import type { Instant, StreamId } from '../../../contracts/ids.ts';
import type { Purpose, SelectionTerms, Stage } from '../../../contracts/selection/terms.ts';
import { isInfeasible, match } from '../../../domain/assignment/match.ts';
import type { Person } from '../../../domain/organisation/state.ts';
import { termsOf } from '../../../domain/procedure/standing.ts';
import { wideDisagreements } from '../../../domain/ranking/disagreement.ts';
import type { RoundState, Task } from '../../../domain/round/state.ts';
import { certificatesWanted } from '../../../domain/selection/certificates.ts';
import { methodOf } from '../../../domain/selection/criteria.ts';
import { matchingProblem } from '../../../domain/selection/matching.ts';
import { reviewRoundsOf, scoresOf } from '../../../domain/selection/scores.ts';
import type { SelectionState } from '../../../domain/selection/state.ts';
import { localDay } from '../../../domain/selection/timetable.ts';
import { Memory, type Worker } from '../../../domain/turn/memory.ts';
import { company } from './company.ts';

export const ID: StreamId = 'selection:trainers-2027';
export const OPS = 'D1-2';
export const START = Date.parse('2027-01-04T09:00:00+08:00');
export const DAY = 86_400_000;

const label = (text: string) => ({ en: text, 'zh-CN': text });
const passage = label;

export const MEASURES = {
  incentives: passage('A bonus a lesson.'),
  workloadProtection: passage('At most eight hours a month.'),
  duties: passage('Teach and coach.'),
  term: passage('Two years.'),
  useOfResults: passage('For promotion.'),
};

const criterion = (id: string, weight: string, minimum?: string) => ({
  id,
  label: label(id),
  min: 0,
  max: 10,
  step: 0.5,
  anchors: [{ score: 10, text: label('outstanding') }],
  weight,
  ...(minimum ? { minimum } : {}),
});

type Input = Record<string, unknown>;

/** Terms of a selection of the company's trainers; parts can be said otherwise. */
export function terms(other: Partial<Record<keyof SelectionTerms, unknown>> = {}): Input {
  return {
    title: label('Internal trainers 2027'),
    company: label('Rostrum Works'),
    timeZone: 'Asia/Shanghai',
    calendar: 'CN',
    timetable: {
      measures: '5bd',
      publicity: '10bd',
      call: '15bd',
      screening: '5bd',
      reviewers: '5bd',
      review: '15bd',
      decision: '5bd',
      results: '5bd',
    },
    topics: [
      { id: 'safety', label: label('safety') },
      { id: 'software', label: label('software') },
    ],
    eligibility: {
      grades: ['middle_manager', 'senior_manager'],
      technicalBackbones: true,
      serviceMonths: 12,
      serviceMargin: 3,
      performance: 3,
    },
    criteria: [criterion('knowledge', '0.5'), criterion('communication', '0.3', '3'), criterion('record', '0.2')],
    method: { method: 'mean', decimals: 2 },
    performance: { criterion: 'record', scores: { 1: 2, 2: 4, 3: 6, 4: 8, 5: 10 }, years: 2 },
    seats: 2,
    leaders: ['D1-1', 'D2-1'],
    screeners: ['D1-4', 'D5-1'],
    reviewers: ['D3-1', 'D4-1', 'D4-2', 'D5-2', 'D5-3'].map((person, i) => ({
      person,
      topics: [i % 2 ? 'safety' : 'software'],
      limit: 4,
    })),
    reviews: 2,
    disagreementLimit: 3,
    panel: { members: ['D1-1', 'D1-2', 'D1-3'], chair: 'D1-1', quorum: 2 },
    handlers: ['D1-3', 'D5-4'],
    objectionPeriod: '5bd',
    termMonths: 24,
    conflicts: { department: true, line: false },
    ...other,
  };
}

const workers: Record<string, Worker> = {
  async matchReviewers(memory, stream, key) {
    const found = await match(matchingProblem(selection(memory, stream), memory.organisation));
    const body = isInfeasible(found)
      ? { key, pairs: [], shortages: found.shortages }
      : { key, pairs: found.assignments.map(({ application, reviewer }) => ({ application, reviewer })) };
    return { type: 'recordMatch', body };
  },
  async findDisagreements(memory, stream, key) {
    const state = selection(memory, stream);
    const scores = scoresOf(state, reviewRounds(memory), { records: false });
    const found = wideDisagreements(scores, methodOf(state), state.terms!.disagreementLimit!);
    const disagreements = found.map(({ application, reviewers, difference }) => ({
      application,
      reviewers,
      difference,
    }));
    return { type: 'recordDisagreements', body: { key, disagreements } };
  },
  async rank(memory, stream, key) {
    const state = selection(memory, stream);
    const bytes = rankingOf({ state, rounds: reviewRounds(memory) });
    return { type: 'recordRanking', body: { number: Number(key.split('.')[1]), bytes, digest: 'a'.repeat(64) } };
  },
  async makeCertificates(memory, stream, key) {
    const documents = certificatesWanted(selection(memory, stream)).map((c) => ({
      person: c.person,
      document: `doc-${c.number}`,
    }));
    const from = localDay(memory.now, termsOf(selection(memory, stream)).timeZone);
    return { type: 'recordCertificates', body: { key, documents, from } };
  },
};

/** The certificate of the first cannot be printed. */
export const missingCertificates: Record<string, Worker> = {
  async makeCertificates(memory, stream, key) {
    const { type, body } = await workers.makeCertificates!(memory, stream, key);
    const made = body as { documents: readonly { person: string }[] };
    const documents = made.documents.map((made, i) => (i === 0 ? { ...made, document: null } : made));
    return { type, body: { ...made, documents } };
  },
};

export function selection(memory: Memory, stream: StreamId = ID): SelectionState {
  return memory.streams.get(stream)!.state as SelectionState;
}

export function reviewRounds(memory: Memory): Map<StreamId, RoundState> {
  return new Map(reviewRoundsOf(selection(memory)).map((id) => [id, memory.streams.get(id)!.state as RoundState]));
}

/** A person who works through everything: who answers what; null leaves a task unanswered. */
export type Habits = Partial<Record<Purpose, (task: Task, state: SelectionState) => Answer | null>>;

export const GOOD: Required<Habits> = {
  acknowledgement: () => ({ acknowledged: true }),
  endorsements: () => ({ supports: true, words: 'Go and teach.' }),
  nominations: () => ({ accepts: true }),
  agreements: () => ({ agrees: true }),
  screening: () => ({ eligible: true, reason: 'Long in the trade.' }),
  'screening-objections': () => ({ upheld: false, reason: 'The rule is plain.' }),
  conflicts: () => ({ applications: [] }),
  review: (task) => score(task, 0),
  discussion: (task) => score(task, 0),
  panel: (_task, state) => ({ candidates: byRank(state), ground: 'none' }),
  objections: () => ({ upheld: false, findings: 'Nothing was found.' }),
  acceptance: () => ({ accepts: true }),
};

/** Scores that tell applicants apart by the number in their ids, and hardly depend on the reviewer. */
export function score(task: Task, more: number): Answer {
  const base = 2 + Number(task.aboutPerson!.split('-')[1]) + more;
  return {
    knowledge: Math.max(0, base),
    communication: Math.max(0, base - 0.5),
    'review-reasons': 'As seen in the outline.',
  };
}

export function byRank(state: SelectionState): string[] {
  return state.ranking!.ranking.filter((r) => r.seat === 'yes').map((r) => r.application);
}

/** A selection in memory, with people who answer at once, each in their habit. */
export class Scenario {
  readonly memory: Memory;
  habits: Required<Habits>;

  constructor(habits: Habits = {}, now: Instant = START, others: Record<string, Worker> = {}) {
    this.memory = new Memory(company(), now, { ...workers, ...others });
    this.habits = { ...GOOD, ...habits };
  }

  get state(): SelectionState {
    return selection(this.memory);
  }

  /** Sends a command to the selection that must be accepted. */
  async send(type: string, body: unknown, actor = OPS): Promise<void> {
    const rejection = this.memory.send(ID, type, body, actor);
    if (rejection) throw new Error(`${type}: ${rejection.detail}`);
    await this.memory.work();
  }

  /** Sends a command that must be refused; returns why. */
  refused(type: string, body: unknown, actor = OPS): string {
    const rejection = this.memory.send(ID, type, body, actor);
    if (!rejection) throw new Error(`${type} was accepted`);
    return rejection.detail;
  }

  async start(other: Parameters<typeof terms>[0] = {}): Promise<this> {
    await this.send('open', terms(other));
    await this.send('publishMeasures', { texts: MEASURES });
    return this;
  }

  apply(person: string, other: Record<string, unknown> = {}): Promise<void> {
    const body = { profile: 'Twenty years.', topics: ['safety'], outline: 'Valves.', hoursPerMonth: 4, ...other };
    return this.send('apply', body, person);
  }

  /** The personnel system says something else about a person from now on. */
  hire(id: string, other: Partial<Person>): void {
    const people = new Map(this.memory.organisation.people);
    people.set(id, { ...people.get(id)!, ...other });
    this.memory.organisation = { ...this.memory.organisation, people };
  }

  round(purpose: Purpose): RoundState | undefined {
    const called = Object.values(this.state.rounds).filter((r) => r.purpose === purpose);
    const last = called.at(-1);
    return last && (this.memory.streams.get(last.id)?.state as RoundState);
  }

  codeOf(person: string): string {
    return Object.values(this.state.applications).find((a) => a.person === person && !a.withdrawn)!.code;
  }

  /** Everybody answers what is open, by habit; true when somebody did. */
  async answer(): Promise<boolean> {
    let answered = false;
    for (const { id, purpose } of Object.values(this.state.rounds).filter((r) => !r.concluded)) {
      const round = this.memory.streams.get(id)!.state as RoundState;
      for (const task of [...round.tasks.values()]) {
        if ((round.tasks.get(task.id)!.state !== 'open' && task.state !== 'drafted') || round.phase !== 'open')
          continue;
        const answer = this.habits[purpose](task, this.state);
        if (!answer) continue;
        const rejection = this.memory.send(id, 'submit', { task: task.id, answer }, task.assignee);
        if (rejection) throw new Error(`${purpose} ${task.id}: ${rejection.detail}`);
        answered = true;
        await this.memory.work();
      }
    }
    return answered;
  }

  /** Answers and sleeps until the selection comes to a stage (or closes). */
  async to(stage: Stage): Promise<this> {
    for (let turn = 0; turn < 500 && this.state.stage !== stage; turn++) {
      if (await this.answer()) continue;
      if (!(await this.memory.sleep())) throw new Error(`Stuck at ${this.state.stage}, waiting for ${stage}.`);
    }
    if (this.state.stage !== stage) throw new Error(`Stuck at ${this.state.stage}, waiting for ${stage}.`);
    return this;
  }

  events(type: string): Record<string, unknown>[] {
    return this.memory.streams
      .get(ID)!
      .events.filter((e) => e.type === type)
      .map((e) => e.body as Record<string, unknown>);
  }

  /** What operations were told to attend to. */
  get alarms(): unknown[] {
    return this.memory.notices.filter((n) => n.template === 'selection.attention').map((n) => n.about.what);
  }

  told(template: string): string[] {
    return this.memory.notices.filter((n) => n.template === template).map((n) => n.to);
  }
}
