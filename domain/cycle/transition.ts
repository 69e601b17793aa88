import type { CycleEvent, CycleEventBodies } from '../../contracts/cycle/events.ts';
import type { CycleStage } from '../../contracts/cycle/terms.ts';
import { planSince } from '../procedure/timetable.ts';
import type { Context } from '../process.ts';
import { event, type Part } from './part.ts';
import { concludeBefore, concludeFrom, place } from './rounds.ts';
import type { CycleState } from './state.ts';
import { endOf, planOn } from './timetable.ts';

type Because = CycleEventBodies['StageStarted']['because'];

/** Goes on to a later stage; what may not be open there is closed. */
export function goOn(state: CycleState, next: CycleStage, context: Context, because: Because = 'done'): CycleEvent[] {
  return [...concludeBefore(state, next, context), begin(state, next, context, because)];
}

/** Goes back to a stage: what was decided since is void, unless a return says what stands. */
export function goBack(state: CycleState, stage: CycleStage, context: Context, because: Because): CycleEvent[] {
  return [...concludeFrom(state, stage, context), begin(state, stage, context, because)];
}

export function begin(state: CycleState, stage: CycleStage, context: Context, because: Because = 'done'): CycleEvent {
  return event('StageStarted', {
    stage,
    run: (state.runs[stage] ?? 0) + 1,
    until: endOf(state, stage, context.now, context.organisation),
    plan: planOn(state, stage, context.now, context.organisation),
    because,
  });
}

/** True when time has ended the stage, or a person has. */
export function isOver(state: CycleState, { now }: Context): boolean {
  return state.finished || (state.until !== null && now >= state.until);
}

export const transition = {
  folds: {
    StageStarted(state, { stage, run, until, plan, because }, { at }) {
      if (because === 'reopened') undo(state, stage);
      state.plan = planSince(state.plan, { stage: state.stage, start: state.startedAt, end: at }, plan);
      state.stage = stage;
      state.runs = { ...state.runs, [stage]: run };
      state.startedAt = at;
      state.until = until;
      state.finished = false;
      state.asked = [];
    },
  },
} satisfies Part;

/** Makes void what was decided in a stage that runs again, and in those behind it; what people have said stays. */
function undo(state: CycleState, stage: CycleStage): void {
  const from = place(stage);
  if (from <= place('mobilisation')) {
    // Who has taken part stays; all others are asked again.
    const stays = Object.entries(state.departments).filter(([, d]) => d.speaker && d.mobilised !== 'silent');
    state.departments = Object.fromEntries(stays.filter(([, d]) => d.mobilised !== 'declined'));
  }
  if (from <= place('ratings')) state.findings = null;
  if (from <= place('needs')) {
    state.returns = {};
    state.departments = Object.fromEntries(
      Object.entries(state.departments).map(([id, d]) => [id, { ...d, returned: null }]),
    );
  }
  if (from <= place('summary')) {
    state.merged = {};
    state.summarised = false;
    state.handwork = {};
  }
  if (from <= place('sourcing')) state.sourcing = {};
  if (from <= place('compiling')) {
    state.basis++;
    state.compiled = null;
    state.conflict = null;
    state.reopened = null;
  }
  if (from <= place('approval')) state.approval = null;
  if (stage === 'approval') state.approvalsVoid = state.approvals.length;
}
