import type { ReviewPair } from '../../contracts/selection/commands.ts';
import type { SelectionEvent, SelectionEventBodies } from '../../contracts/selection/events.ts';
import type { Stage } from '../../contracts/selection/terms.ts';
import { planSince } from '../procedure/timetable.ts';
import type { Context } from '../process.ts';
import { event, type Part } from './part.ts';
import { concludeBefore, concludeFrom, place } from './rounds.ts';
import { changeApplication, type SelectionState } from './state.ts';
import { endOf, planOn } from './timetable.ts';

type Because = SelectionEventBodies['StageStarted']['because'];

/** Goes on to a later stage; what may not be open there is closed. */
export function goOn(
  state: SelectionState,
  next: Stage,
  context: Context,
  because: Because = 'done',
): SelectionEvent[] {
  return [...concludeBefore(state, next, context), begin(state, next, context, because)];
}

/** Goes back to a stage, about some applications or (none named) all: what was decided since is void. */
export function goBack(
  state: SelectionState,
  stage: Stage,
  context: Context,
  because: Because,
  applications: readonly string[] = [],
  reviews: readonly ReviewPair[] = [],
): SelectionEvent[] {
  return [...concludeFrom(state, stage, context), begin(state, stage, context, because, applications, reviews)];
}

export function begin(
  state: SelectionState,
  stage: Stage,
  context: Context,
  because: Because = 'done',
  applications: readonly string[] = [],
  reviews: readonly ReviewPair[] = [],
): SelectionEvent {
  return event('StageStarted', {
    stage,
    run: (state.runs[stage] ?? 0) + 1,
    until: endOf(state, stage, context.now, context.organisation),
    plan: planOn(state, stage, context.now, context.organisation),
    because,
    applications: [...applications],
    reviews: [...reviews],
  });
}

type Started = SelectionEventBodies['StageStarted'];

export const transition = {
  folds: {
    StageStarted(state, body, { at }) {
      if (body.because !== 'done' && body.because !== 'nobody') undo(state, body);
      state.plan = planSince(state.plan, { stage: state.stage, start: state.startedAt, end: at }, body.plan);
      state.stage = body.stage;
      state.runs = { ...state.runs, [body.stage]: body.run };
      state.startedAt = at;
      state.until = body.until;
      state.basis++;
      if (body.stage === 'notice') {
        state.told.notice = {};
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

/** The id of the task in which a reviewer reviews an application. */
export function reviewTask({ application, reviewer }: ReviewPair): string {
  return `${application}.${reviewer}`;
}
