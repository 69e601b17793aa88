import type { PersonId } from '../../contracts/ids.ts';
import { KINDS } from '../../contracts/kinds.ts';
import {
  SELECTION_NOTICES,
  type SelectionAttention,
  type SelectionNews,
  type SelectionNotices,
} from '../../contracts/notices/selection.ts';
import { house } from '../../contracts/reasons.ts';
import { BY_HAND } from '../../contracts/round.ts';
import {
  SELECTION_COMMANDS,
  type SelectionCommandBodies,
  type SelectionCommandType,
} from '../../contracts/selection/commands.ts';
import { SELECTION_EVENTS, type SelectionEventBodies } from '../../contracts/selection/events.ts';
import { type Purpose, STAGES, type Stage } from '../../contracts/selection/terms.ts';
import { kitOf } from '../procedure/kit.ts';
import type { CommandIn, Part as PartOf } from '../procedure/part.ts';
import { type CalledRound, childOf } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { apartIn, isJudging, LADDER, ROUNDS } from './round-rules.ts';
import type { SelectionState } from './state.ts';
import { endOf, planOn } from './timetable.ts';

export interface SelectionShape {
  readonly state: SelectionState;
  readonly commands: SelectionCommandBodies;
  readonly events: SelectionEventBodies;
  readonly stage: Stage;
  readonly purpose: Purpose;
  readonly notices: SelectionNotices;
  readonly attention: SelectionAttention;
  readonly news: SelectionNews;
}
export type CommandOf<T extends SelectionCommandType> = CommandIn<SelectionCommandBodies, T>;
/** One stage or concern of a selection. */
export type Part = PartOf<SelectionShape>;

/** What the parts of a selection work with. */
export const kit = kitOf<SelectionShape>({
  kind: 'selection',
  words: KINDS.selection,
  title: ({ title }) => title,
  commands: SELECTION_COMMANDS,
  events: SELECTION_EVENTS,
  notices: SELECTION_NOTICES,
  stages: STAGES,
  rounds: ROUNDS,
  ladder: LADDER,
  said: (state, purpose) => termsOf(state).policies[purpose],
  special(state, purpose) {
    const apart = apartIn(state, purpose);
    return apart ? { apart } : {};
  },
  runners: ({ owner }) => (owner ? [owner] : []),
  endOf: (state, stage, { now, organisation }) => endOf(state, stage, now, organisation),
  planOn: (state, stage, { now, organisation }) => planOn(state, stage, now, organisation),
  goneOn: ({ phase }) => house(phase === 'cancelled' ? 'selection-cancelled' : 'selection-gone-on'),
  concluded: (round, context) => {
    const byHand = isJudging(round.purpose) ? answeredByHand(round, context) : [];
    return byHand.length ? { byHand } : {};
  },
  about: { applications: [], reviews: [] },
  // Applications come in again while those already there are still being screened.
  concludesFrom: (stage) => (STAGES.indexOf(stage) <= STAGES.indexOf('call') ? 'reviewers' : stage),
});

export const { event, notice, alarm, news, place, policyOf, wordOf } = kit;
export const { startRound, ensureRound, conclude, begin, goOn, goBack } = kit;

/** Answers to tasks that operations added count in no result, but whoever has given one has judged. */
function answeredByHand({ id }: CalledRound, context: Context): { application: string; person: PersonId }[] {
  return [...(childOf(context, id)?.tasks.values() ?? [])].flatMap(({ id: task, about, assignee, state }) =>
    task.startsWith(BY_HAND) && about !== null && state === 'submitted'
      ? [{ application: about, person: assignee }]
      : [],
  );
}
