import type { CycleStage, CycleTimetable } from '../../contracts/cycle/terms.ts';
import type { PersonId } from '../../contracts/ids.ts';
import { house } from '../../contracts/reasons.ts';
import { order, STANDS_SO } from '../procedure/orders.ts';
import { childOf, openRounds } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import { steering } from '../procedure/steering.ts';
import type { Context, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { faultOfPlanAtHand } from './compiling/compiling.ts';
import { withPlanner } from './compiling/limits.ts';
import { openOfferings } from './execution/execution.ts';
import { type CycleShape, kit, notice, type Part, place } from './kit.ts';
import { employeesInScope, team } from './people.ts';
import type { CycleState } from './state.ts';
import { planOf } from './timetable.ts';
import { faultOfPeriod } from './timetable-faults.ts';

/** What operations can do at any stage, each with a reason; the courses stand still, go on and end with the cycle. */
export const steered = steering<CycleShape>(kit, {
  paused: house('cycle-paused'),
  resumed: house('cycle-resumed'),
  cancels: true,
  cancelled: house('cycle-cancelled'),
  children: openOfferings,
  faultOfRunner: (state, person, context) => faultOfRunner(state, person, context),
  faultOfFinishing(state, stage) {
    if (stage === 'approval') {
      return refuse('not-allowed/approval-ends-by-word', {});
    }
    return stage === 'compiling' ? faultOfPlanAtHand(state) : null;
  },
  dates: {
    faultOfStage: (_state, stage) => (stage === 'closed' ? refuse('not-allowed/closed-no-date', {}) : null),
    planFrom: (state, { stage, start }, timetable, organisation) =>
      planOf(stage, start, timetable as CycleTimetable, termsOf(state), organisation),
    faultOfDate(state, { plan, actor }, context) {
      return faultOfPeriod(termsOf(state), plan, actor, context);
    },
    people: (state, organisation) => employeesInScope(termsOf(state), organisation),
  },
  reopening: { faultOf: (state, { stage }) => faultOfReopening(state, stage) },
  // Whose answers are due later is told by the rounds.
  tell: (state, what, { organisation }) =>
    what === 'moved' ? [] : team(state, organisation).map((p) => notice(state, p, 'cycle.steered', { what })),
});

function faultOfReopening(state: CycleState, stage: CycleStage): Rejection | null {
  if (place(stage) >= place('execution')) {
    return refuse('not-allowed/stage-not-reopened', { stage });
  }
  if (place(state.stage) >= place('execution')) {
    return refuse('too-late/plan-in-execution', {});
  }
  return place(stage) > place(state.stage) ? refuse('too-early/stage-not-begun', { stage, now: state.stage }) : null;
}

/** Nobody approves what they run: four eyes. */
function faultOfRunner(state: CycleState, person: PersonId, context: Context): Rejection | null {
  const { management, hr } = termsOf(state).approval;
  const isAsked = openRounds(state, 'approval').some(({ id }) => childOf(context, id)?.desks.get(person)?.open.size);
  return isAsked || [...management, ...hr].includes(person) ? refuse('not-allowed/approver-runs', { person }) : null;
}

export const handing = {
  folds: {
    // Whoever has run it goes on counting among those who have put the plan together.
    HandedOver(state, { from }) {
      if (from !== null) state.planners = withPlanner(state, from);
    },
  },
  follows: {
    // Nor does anybody give them the word of an approver.
    HandedOver: (state, { to }) =>
      openRounds(state, 'approval').map(({ id }) =>
        order(id, 'bar', { people: [to], about: 'all', reason: house('handed-over') }, STANDS_SO),
      ),
  },
} satisfies Part;
