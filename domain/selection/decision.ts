import type { SelectionEvent, SelectionEventBodies } from '../../contracts/selection/events.ts';
import { firstOf, task } from '../procedure/part.ts';
import { childOf, openRound } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { countBallots } from './ballots.ts';
import { panelForm, TITLES } from './forms.ts';
import { alarm, conclude, event, goOn, notice, type Part, startRound } from './kit.ts';
import { chairOf, isEmployed, panelOf } from './people.ts';
import { eligible, type SelectionState } from './state.ts';
import { dueInStage } from './timetable.ts';

/** Stage 8. The panel confirms the candidates; a departure from the ranking needs a ground. */
export const decision = {
  folds: {
    VotesCast(state, { ballots }) {
      const [only, ...others] = state.panelTo ?? [];
      state.ruled = state.groundless && only !== undefined && others.length === 0 && only in ballots;
      state.ballots = { ...state.ballots, ...ballots };
      state.counted = true;
    },
    DecisionReturned(state, { why, to }) {
      state.panelTo = to;
      state.groundless = why === 'reason';
      state.counted = false;
    },
    DecisionTaken(state, body) {
      state.decision = body;
    },
  },
  follows: {
    DecisionReturned: (state, { why, departures, to }) => [
      ...to.map((p) => notice(state, p, 'selection.decisionReturned', { why, departures })),
      ...(why === 'quorum' ? alarm(state, 'no-quorum') : []),
    ],
  },
  sheets: {
    panel: (state, _round, { organisation }) => ({
      title: TITLES.panel,
      form: panelForm(
        termsOf(state).seats,
        eligible(state).map((a) => a.code),
      ),
      minutes: 45,
      tasks: asked(state, organisation).map((p) => task(p, p)),
    }),
  },
} satisfies Part;

function asked(state: SelectionState, organisation: Context['organisation']): string[] {
  return (state.panelTo ?? panelOf(state)).filter((p) => isEmployed(organisation, p));
}

export function decisionDue(state: SelectionState, context: Context): readonly SelectionEvent[] {
  return firstOf(
    () => (eligible(state).length === 0 ? goOn(state, 'results', context, 'nobody') : []),
    () => (state.decision ? goOn(state, 'notice', context) : []),
    () => (state.counted ? decide(state, context.organisation) : []),
    () => ask(state, context),
    () => heard(state, context),
  );
}

function ask(state: SelectionState, context: Context): SelectionEvent[] {
  if (openRound(state, 'panel')) return [];
  if (asked(state, context.organisation).length === 0) return [event('VotesCast', { ballots: {} })];
  return [startRound(state, 'panel', dueInStage(state, context))];
}

function heard(state: SelectionState, context: Context): SelectionEvent[] {
  const round = openRound(state, 'panel');
  const child = round && childOf(context, round.id);
  if (!round || child?.phase !== 'settled') return [];
  const ballots: SelectionEventBodies['VotesCast']['ballots'] = {};
  for (const { assignee, answer } of child.tasks.values()) {
    if (!answer) continue;
    const candidates = Array.isArray(answer.candidates) ? answer.candidates : [];
    const ground = typeof answer.ground === 'string' ? answer.ground : 'none';
    ballots[assignee] = { candidates: candidates.filter((c: string) => Object.hasOwn(state.applications, c)), ground };
  }
  return [event('VotesCast', { ballots }), conclude(round, context)];
}

/** Takes the decision, or returns it: to those who have not voted, or to the chair for a ground. */
function decide(state: SelectionState, organisation: Context['organisation']): SelectionEvent[] {
  const members = panelOf(state).filter((p) => isEmployed(organisation, p));
  const silent = members.filter((m) => !state.ballots[m]);
  const quorum = Math.min(termsOf(state).panel.quorum, members.length);
  if (members.length - silent.length < quorum) {
    return [event('DecisionReturned', { why: 'quorum', departures: [], to: silent })];
  }
  const { groundless, ...count } = countBallots(state);
  const chair = chairOf(state);
  if (groundless.length && !state.ruled && chair && isEmployed(organisation, chair)) {
    return [event('DecisionReturned', { why: 'reason', departures: [...groundless], to: [chair] })];
  }
  return [event('DecisionTaken', count)];
}
