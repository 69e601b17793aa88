import type { SelectionNotices } from '../../contracts/notices/selection.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { firstOf, task } from '../procedure/part.ts';
import { childOf, openRound } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { formOf, TITLES } from './forms.ts';
import { conclude, event, goOn, kit, notice, type Part, startRound } from './kit.ts';
import { nominationsDue } from './nominations.ts';
import { isEmployed, peopleInScope } from './people.ts';
import { candidatesOf, type SelectionState } from './state.ts';
import { dueInStage } from './timetable.ts';

/** One event tells at most this many people. */
const PEOPLE_AN_EVENT = 500;

const TEMPLATE = {
  publicity: 'selection.publicity',
  call: 'selection.call',
  notice: 'selection.publicNotice',
} as const;

/** What each of them says, as it stands when people are told. */
const ABOUT: {
  readonly [K in keyof typeof TEMPLATE]: (state: SelectionState) => SelectionNotices[(typeof TEMPLATE)[K]];
} = {
  publicity: (state) => ({ closesAt: state.plan.call?.end ?? state.until ?? 0 }),
  call: (state) => ({ opensAt: state.startedAt, closesAt: state.until ?? 0 }),
  notice: (state) => ({ candidates: candidatesOf(state).map((a) => a.code), objectUntil: state.until ?? 0 }),
};

/** Stage 2. Leaders say that they support the selection; everybody in scope hears of it, and reach is counted. */
export const publicity = {
  folds: {
    PeopleTold(state, { of, department, people }) {
      state.told[of] = { ...state.told[of], [department]: (state.told[of]?.[department] ?? 0) + people.length };
    },
    EndorsementsGathered(state, body) {
      state.endorsements = body;
    },
  },
  follows: {
    PeopleTold: (state, { of, people }) => {
      const about = ABOUT[of](state);
      // Whoever is on leave could not object any more when they are back.
      const waits = of === 'notice' && state.until !== null ? { waits: state.until } : {};
      return people.map((p) => ({ ...notice(state, p, TEMPLATE[of], about), ...waits }));
    },
  },
  sheets: {
    endorsements: (state, _round, { organisation }) => ({
      title: TITLES.endorsements,
      form: formOf('endorsements'),
      minutes: 2,
      tasks: endorsers(state, organisation).map((p) => task(p, p)),
    }),
  },
} satisfies Part;

function endorsers(state: SelectionState, organisation: Context['organisation']): string[] {
  return termsOf(state).leaders.filter((p) => isEmployed(organisation, p));
}

export function publicityDue(state: SelectionState, context: Context): readonly SelectionEvent[] {
  const over = kit.isOver(state, context);
  return firstOf(
    () => tell(state, context, 'publicity'),
    () => askForEndorsements(state, context),
    () => nominationsDue(state, context),
    () => gatherEndorsements(state, context, over),
    () => (over ? goOn(state, 'call', context) : []),
  );
}

/** Tells everybody in scope who has not been told yet, a department at a time. */
export function tell(
  state: SelectionState,
  { organisation }: Context,
  of: 'publicity' | 'call' | 'notice',
): SelectionEvent[] {
  const events: SelectionEvent[] = [];
  for (const [department, people] of peopleInScope(state, organisation)) {
    if (state.told[of]?.[department] !== undefined) continue;
    for (let i = 0; i < people.length; i += PEOPLE_AN_EVENT) {
      events.push(event('PeopleTold', { of, department, people: people.slice(i, i + PEOPLE_AN_EVENT) }));
    }
  }
  return events;
}

/** Everybody who was told of what the stage that runs announces; at other stages nobody. */
export function announcedTo(state: SelectionState, { organisation }: Context): string[] {
  const { stage } = state;
  if (stage !== 'publicity' && stage !== 'call' && stage !== 'notice') return [];
  const scope = peopleInScope(state, organisation);
  return Object.keys(state.told[stage]).flatMap((department) => scope.get(department) ?? []);
}

function askForEndorsements(state: SelectionState, context: Context): SelectionEvent[] {
  if (state.endorsements || openRound(state, 'endorsements')) return [];
  if (endorsers(state, context.organisation).length === 0) {
    return [event('EndorsementsGathered', { supporting: [], refusing: [], silent: [] })];
  }
  return [startRound(state, 'endorsements', dueInStage(state, context))];
}

function gatherEndorsements(state: SelectionState, context: Context, over: boolean): SelectionEvent[] {
  const round = openRound(state, 'endorsements');
  const child = round && childOf(context, round.id);
  if (!round || !child || !(over || child.phase === 'settled')) return [];
  const tasks = [...child.tasks.values()];
  const answered = (yes: boolean) => tasks.filter((t) => t.answer?.supports === yes).map((t) => t.assignee);
  const silent = tasks.filter((t) => t.answer === null).map((t) => t.assignee);
  return [
    event('EndorsementsGathered', { supporting: answered(true), refusing: answered(false), silent }),
    conclude(round, context),
  ];
}
