import type { CycleStage } from '../../contracts/cycle/terms.ts';
import { type Part, place } from './kit.ts';
import type { CycleState } from './state.ts';

/** A stage that is reopened makes void what was decided in it and in those behind it; each begins with nothing asked. */
export const again = {
  folds: {
    StageStarted(state, { stage, because }) {
      if (because === 'reopened') undo(state, stage);
      state.asked = [];
    },
    RoundStarted(state, { purpose }) {
      state.asked = [...state.asked, purpose];
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
