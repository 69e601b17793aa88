import { KINDS } from '../../contracts/kinds.ts';
import { ROUND_COMMANDS, ROUND_EVENTS, type RoundEvent } from '../../contracts/round.ts';
import type { Context, Process, Status } from '../process.ts';
import { forgetTouchedPlans, lapsesDue, remindersDue, replan, wakeOf } from './agenda.ts';
import { consequencesOfRound } from './consequences.ts';
import { decideRound, type RoundCommand } from './decide.ts';
import { escalationsOf } from './escalation.ts';
import { evolveRound } from './evolve.ts';
import { type Desk, emptyRound, isPending, type RoundState, type Task } from './state.ts';

/** The generic process of human tasks: every time that people owe an answer. */
export const roundProcess: Process<RoundState, RoundCommand, RoundEvent> = {
  type: 'round',
  words: KINDS.round,
  commands: ROUND_COMMANDS,
  events: ROUND_EVENTS,
  stateVersion: 5,
  initial: emptyRound,
  evolve: evolveRound,
  decide: decideRound,
  due: roundDue,
  consequences: consequencesOfRound,
  watches: () => [],
  status: statusOfRound,
  freeze: freezeRound,
  thaw: thawRound,
  copy: copyOfRound,
  caughtUp: forgetTouchedPlans,
};

function roundDue(state: RoundState, context: Context): RoundEvent[] {
  if (state.phase !== 'open' || !state.spec) return [];
  replan(state, context);
  const sent = remindersDue(state, context.now, context.organisation);
  if (sent.length) {
    const escalated = escalationsOf(state, sent, context);
    return [
      {
        type: 'RemindersSent',
        body: {
          sent: sent.flatMap(({ person, tasks }) => (tasks.length ? [{ person, tasks: [...tasks] }] : [])),
          escalated,
          apart: sent.flatMap((d) => d.apart),
        },
      },
    ];
  }
  const lapsed = lapsesDue(state, context.now, context.organisation);
  if (lapsed.length) return [{ type: 'TasksLapsed', body: { tasks: lapsed, means: state.spec.policy.silence } }];
  const answered = state.open === 0 && state.vacant.size === 0 && state.tasks.size > 0;
  if (answered && state.spec.policy.settles === 'answered') {
    return [{ type: 'RoundSettled', body: { how: 'answered', answers: state.answers, reason: null } }];
  }
  return [];
}

function statusOfRound(state: RoundState, context: Context): Status {
  replan(state, context);
  return {
    stage: state.phase,
    closed: state.phase === 'settled',
    rounds: [],
    work: [],
    wake: wakeOf(state, context),
    news: state.news,
  };
}

interface FrozenRound extends Omit<RoundState, 'tasks' | 'desks' | 'moved' | 'vacant'> {
  tasks: Task[];
  vacant: string[];
}

function freezeRound(state: RoundState): FrozenRound {
  const { desks: _desks, moved: _moved, ...rest } = state;
  return {
    ...rest,
    tasks: [...state.tasks.values()],
    vacant: [...state.vacant],
  };
}

function thawRound(frozen: unknown): RoundState {
  const f = frozen as FrozenRound;
  const desks = new Map<string, Desk>();
  for (const task of f.tasks) {
    const desk = desks.get(task.assignee) ?? { open: new Set<string>(), plan: null, planned: null };
    desks.set(task.assignee, desk);
    if (isPending(task)) desk.open.add(task.id);
  }
  return {
    ...f,
    tasks: new Map(f.tasks.map((t) => [t.id, t])),
    desks,
    moved: new Set(desks.keys()),
    vacant: new Set(f.vacant),
  };
}

function copyOfRound(state: RoundState): RoundState {
  const { tasks, desks, vacant, moved } = state;
  return {
    ...state,
    tasks: new Map(tasks),
    desks: new Map([...desks].map(([person, desk]) => [person, { ...desk, open: new Set(desk.open) }])),
    vacant: new Set(vacant),
    moved: new Set(moved),
  };
}
