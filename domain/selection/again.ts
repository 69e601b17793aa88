import type { SelectionEventBodies } from '../../contracts/selection/events.ts';
import { type Part, place } from './kit.ts';
import { reviewTask } from './pairs.ts';
import { changeApplication, type SelectionState } from './state.ts';

type Started = SelectionEventBodies['StageStarted'];

/** A stage that runs again makes void what was decided in it and in those behind it. */
export const again = {
  folds: {
    StageStarted(state, body, { at }) {
      if (body.because !== 'done' && body.because !== 'nobody') undo(state, body);
      state.basis++;
      if (body.stage === 'notice') {
        state.told.notice = {};
        state.postedUntil = null;
        if (Object.values(state.objections).some((o) => o.state === 'open')) state.clockStoppedAt = at;
      }
      if (body.stage === 'call') state.unreached = null;
    },
  },
} satisfies Part;

/** Makes void what was decided in a stage that runs again, and in those behind it. */
function undo(state: SelectionState, body: Started): void {
  const from = place(body.stage);
  if (body.stage === 'screening') screenAgain(state, body);
  if (from <= place('reviewers')) {
    state.matched = false;
    state.shortages = [];
    if (body.stage === 'reviewers') state.conflictsGathered = false;
  }
  if (from <= place('review')) {
    state.disagreements = null;
    state.discussed = false;
    if (body.stage === 'review') reviewAgain(state, body);
  }
  if (from <= place('ranking')) state.ranking = null;
  if (from <= place('decision')) {
    state.ballots = {};
    state.panelTo = null;
    state.counted = false;
    state.groundless = false;
    state.ruled = false;
    state.decision = null;
  }
  if (from <= place('notice')) state.clockStoppedAt = null;
}

function screenAgain(state: SelectionState, { because, applications }: Started): void {
  const codes = applications.length ? applications : Object.keys(state.applications);
  for (const code of codes) {
    changeApplication(state, code, {
      screening: null,
      overruled: null,
      screeningTask: null,
      objection: null,
      toPerson: because === 'objection' && applications.length > 0,
    });
  }
}

function reviewAgain(state: SelectionState, { applications, reviews }: Started): void {
  const again = new Set(applications.length ? applications : Object.keys(state.applications));
  state.pairs = [
    ...state.pairs.filter((p) => !again.has(p.application)),
    ...reviews.map((r) => ({ ...r, round: null, task: reviewTask(r), discussion: null })),
  ];
  for (const code of again) delete state.waived[code];
}
