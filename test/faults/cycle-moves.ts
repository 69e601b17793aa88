import * as fc from 'fast-check';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { OfferingState } from '../../domain/offering/state.ts';
import { START } from '../harness/start.ts';
import type { OpenTask } from '../journeys/journey.ts';
import { day, OPERATOR, yearCompany } from '../journeys/year.ts';
import type { CycleWorld } from './cycle-world.ts';

/** A step that somebody, or time, takes; the numbers choose among what there is when it is taken. */
export interface Move {
  readonly kind: 'answer' | 'everybody' | 'due' | 'hours' | 'cycle' | 'offering' | 'company';
  readonly which: number;
  readonly how: number;
}

const number = fc.nat({ max: 999 });
const weights = { answer: 8, everybody: 4, due: 5, hours: 2, cycle: 10, offering: 5, company: 1 } as const;

export const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(
    ...Object.entries(weights).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind as Move['kind']) })),
  ),
  which: number,
  how: number,
});

const reason = 'for a reason';
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(list.length, 1)];
const later = (days: readonly string[], n: number) =>
  days.map((d) => new Date(Date.parse(d) + ((n % 5) - 1) * 7 * 86_400_000).toISOString().slice(0, 10));

const PEOPLE = ['D1-1', 'D1-2', 'D1-3', 'D2-1', 'D2-2', 'D2-4', 'D3-1', 'D3-3', 'D4-3', 'D5-4', 'D9-9'];

/** Answers that the house would not like, by purpose; a few do not even fit the form. */
const UNWELCOME: Readonly<Record<string, readonly object[]>> = {
  'cycle-mobilisation': [
    { answer: 'decline', reason },
    { answer: 'delegate', delegate: ['D2-3'] },
    { answer: 'maybe' },
  ],
  'cycle-talks': [{ held: day(START) }],
  'cycle-signatures': [{ agrees: false, comment: reason }],
  'cycle-needs': [
    { answer: 'nil', reason },
    { answer: 'needs', confirmed: ['N-00001', 'N-99999'] },
    { answer: 'needs', confirmed: [] },
  ],
  'cycle-questions': [{ named: false }, { named: true, people: ['D2-2', 'D3-2'] }],
  'cycle-commitments': [
    { answer: 'refuse', comment: reason },
    { answer: 'partly', amount: 3000 },
  ],
  'cycle-approval': [
    { decision: 'return', comments: reason },
    { decision: 'return', touches: ['O-001'], comments: reason },
    { decision: 'conditions', conditions: reason },
  ],
  'cycle-changes': [{ decision: 'reject', comment: reason }],
  'offering-seats': [{ comes: false, reason }],
  'offering-attendance': [{ absent: ['D2-2', 'D3-4'] }, { absent: ['D2-2', 'D2-4', 'D3-2', 'D3-4', 'D5-4'] }],
  'offering-transfer': [{ transfer: 1 }],
  'offering-coaching': [{ done: false, notes: reason }],
};

async function answer(world: CycleWorld, { which, how }: Move): Promise<void> {
  const task = pick(await world.tasks(), which);
  if (!task) return;
  const [type, body] = await said(world, task, how);
  const actor = how % 13 === 0 ? pick(PEOPLE, which)! : task.assignee;
  await world.send(task.round, actor, type, { task: task.id, ...body });
}

async function said(world: CycleWorld, task: OpenTask, how: number): Promise<[string, object]> {
  const odd = pick(UNWELCOME[task.purpose] ?? [], how);
  switch (how % 7) {
    case 0:
      return [how % 2 ? 'decline' : 'recuse', { reason }];
    case 1:
      return ['delegate', { to: pick(PEOPLE, how)!, reason }];
    case 2:
      return ['saveDraft', {}];
    case 3:
    case 4:
      return ['submit', { answer: await world.answerTo(task) }];
    default:
      return ['submit', { answer: odd ?? (await world.answerTo(task)) }];
  }
}

type Body = (state: CycleState, n: number) => unknown;

const needOf = (state: CycleState, n: number) => pick(Object.keys(state.needs), n) ?? 'N-00001';
const mergedOf = (state: CycleState, n: number) => pick(Object.keys(state.merged), n) ?? 'M-0001';
const lineOf = (state: CycleState, n: number) =>
  pick(state.frozen ? Object.values(state.lines) : (state.versions.at(-1)?.plan.offerings ?? []), n);
const stated: Body = (_state, n) => ({
  department: n % 2 ? 'D2' : 'D3',
  element: n % 3 ? 'welding' : null,
  level: n % 3 ? 4 : null,
  people: n % 5 ? [n % 2 ? 'D2-3' : 'D3-4'] : [],
  urgency: (n % 3) + 1,
  goal: 'Does it alone.',
  problem: n % 4 ? '' : 'Seams leak.',
  must: n % 6 === 0,
});

/** For a course that no plan has. */
const SUMMER = [day(START + 150 * 86_400_000)];

const change: Body = (state, n) => {
  const line = lineOf(state, n);
  const offering = line?.id ?? 'O-001';
  const changes = [
    { kind: 'move', offering, days: later(line?.days ?? SUMMER, n), room: line?.room ?? null },
    { kind: 'trainer', offering, trainer: n % 2 ? 'D3-3' : 'D4-3' },
    { kind: 'seats', offering, seats: (n % 14) + 1 },
    { kind: 'participants', offering, add: [pick(PEOPLE, n)!], remove: n % 3 ? [] : ['D2-2'] },
    { kind: 'cancel', offering },
    { kind: 'budget', line: 'general', amount: n * 1000 },
    { kind: 'add', planned: { ...(line ?? {}), id: 'O-001', days: later(line?.days ?? SUMMER, n) } },
  ];
  return { change: pick(changes, n), emergency: n % 3 === 0, reason };
};

const STAGES = ['ratings', 'needs', 'summary', 'sourcing', 'compiling', 'approval', 'execution', 'effect', 'feedback'];

/** Commands to a cycle, legal or not when they come. */
const CYCLE: Readonly<Record<string, Body>> = {
  requestChange: change,
  stateNeed: stated,
  editNeed: (state, n) => ({ ...(stated(state, n) as object), need: needOf(state, n) }),
  withdrawNeed: (state, n) => ({ need: needOf(state, n), reason }),
  mergeNeeds: (state, n) => ({ merged: [mergedOf(state, n), mergedOf(state, n + 1)], reason }),
  splitNeed: (state, n) => ({ merged: mergedOf(state, n), needs: n % 2 ? [needOf(state, n)] : [], reason }),
  chooseSource: (state, n) => ({
    merged: mergedOf(state, n),
    source: pick(['internal', 'coaching', 'none', 'outside'], n),
    course: n % 2 ? 'C-WELD' : null,
    reason,
  }),
  changeLimit: (state, n) => ({
    limit: pick(
      [
        { kind: 'budget', line: 'general', amount: n * 2000 },
        { kind: 'must', merged: mergedOf(state, n), must: n % 3 !== 0 },
        { kind: 'days', daysAPerson: (n % 4) + 1 },
        { kind: 'trainer', person: 'D3-3', hours: n % 50 },
      ],
      n,
    ),
    reason,
  }),
  amendOffering: (state, n) => {
    const line = lineOf(state, n);
    return { offering: line?.id ?? 'O-001', ...(line ? { days: later(line.days, n) } : {}), reason };
  },
  withdrawCommitment: () => ({ commitment: 'money', reason }),
  withdrawChange: (state, n) => ({ change: pick(Object.keys(state.changes), n) ?? 'C-001', reason }),
  settleProposal: (state, n) => ({
    proposal: pick(Object.keys(state.proposals), n) ?? 'P-001',
    keep: n % 2 === 0,
    reason,
  }),
  finishStage: ({ stage }, n) => ({ stage: n % 4 ? stage : pick(STAGES, n), reason }),
  pause: () => ({ reason }),
  resume: () => ({ reason }),
  reopenStage: (_state, n) => ({ stage: pick(STAGES, n), reason }),
  moveDate: ({ stage, until, startedAt }, n) => ({
    stage,
    at: (until ?? startedAt) + ((n % 9) - 2) * 86_400_000,
    reason,
  }),
};

/** What people do at a stage when they do what can be done there. */
const USUAL: Readonly<Partial<Record<CycleState['stage'], readonly string[]>>> = {
  needs: ['stateNeed', 'editNeed', 'withdrawNeed', 'finishStage'],
  summary: ['mergeNeeds', 'splitNeed', 'withdrawNeed', 'finishStage'],
  sourcing: ['chooseSource', 'mergeNeeds', 'splitNeed', 'finishStage'],
  compiling: ['changeLimit', 'changeLimit', 'amendOffering', 'finishStage'],
  commitments: ['withdrawCommitment', 'reopenStage'],
  approval: ['reopenStage', 'withdrawCommitment'],
  execution: ['requestChange', 'requestChange', 'requestChange', 'withdrawChange', 'withdrawCommitment'],
  effect: ['requestChange', 'reopenStage'],
  feedback: ['settleProposal', 'reopenStage'],
};

async function toCycle(world: CycleWorld, { which, how }: Move): Promise<void> {
  const state = await world.state();
  const usual = which % 2 ? USUAL[state.stage] : undefined;
  const type = pick(usual ?? Object.keys(CYCLE), which >> 1)!;
  const actor = how % 4 ? OPERATOR : pick(PEOPLE, how)!;
  await world.send(world.cycle, actor, type, CYCLE[type]!(state, how));
  // Nobody is left to let it go on when everybody has forgotten that it is paused.
  if (state.phase === 'paused' && how % 2) await world.send(world.cycle, OPERATOR, 'resume', { reason });
}

/** Commands to an offering, legal or not when they come. */
const OFFERING: Readonly<Record<string, (state: OfferingState, n: number) => unknown>> = {
  giveUpSeat: () => ({ reason }),
  joinWaitingList: (_state, n) => ({ person: pick(PEOPLE, n) }),
  leaveWaitingList: ({ waiting }, n) => ({ person: pick(waiting, n) ?? 'D2-2' }),
  recordAttendance: ({ seats }, n) => {
    const people = Object.keys(seats);
    return { present: people.slice(n % 3), absent: people.slice(0, n % 3) };
  },
  recordTests: ({ seats }, n) => ({
    scores: Object.keys(seats)
      .slice(0, 2)
      .concat('D5-4')
      .map((person) => ({ person, score: n % 101 })),
  }),
  recordFigure: (_state, n) => ({ name: 'Rework', unit: 'h', before: n, after: n / 2 }),
  recordCost: (_state, n) => ({ line: n % 4 ? 'general' : 'nothing', amount: n, note: reason }),
  finishStage: ({ stage }) => ({ stage, reason }),
  cancel: () => ({ reason }),
};

async function toOffering(world: CycleWorld, { which, how }: Move): Promise<void> {
  const state = pick(await world.offerings(), how);
  if (!state) return;
  const type = pick(Object.keys(OFFERING), which)!;
  const seat = pick(Object.keys(state.seats), which);
  const actor = type === 'giveUpSeat' ? (seat ?? 'D2-2') : how % 4 ? OPERATOR : pick(PEOPLE, how)!;
  await world.send(state.stream, actor, type, OFFERING[type]!(state, how));
}

/** Somebody gets another supervisor, goes on leave, or leaves for good. */
async function inCompany(world: CycleWorld, { which, how }: Move): Promise<void> {
  const id = pick(['D2-2', 'D2-4', 'D3-2', 'D3-4'], which)!;
  const person = yearCompany().people!.find((p) => p.id === id)!;
  const day = new Date(world.now).toISOString().slice(0, 10);
  if (how % 5 === 0) await world.organisation('recordAbsence', { person: 'D3-1', from: day, to: day, kind: 'leave' });
  else if (how % 5 === 1) await world.organisation('personLeft', { person: id });
  else await world.organisation('importOrganisation', { people: [{ ...person, manager: how % 2 ? 'D2-1' : 'D3-1' }] });
}

/** Takes a step, and lets come of it what will. */
export async function take(world: CycleWorld, step: Move): Promise<void> {
  switch (step.kind) {
    case 'answer':
      await answer(world, step);
      break;
    case 'everybody':
      await world.everybody();
      break;
    case 'due':
      return world.pass('due');
    case 'hours':
      return world.pass(pick([1, 20, 60, 500], step.how)!);
    case 'cycle':
      await toCycle(world, step);
      break;
    case 'offering':
      await toOffering(world, step);
      break;
    case 'company':
      return inCompany(world, step);
  }
  await world.settle();
}
