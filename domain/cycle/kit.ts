import { CYCLE_COMMANDS, type CycleCommandBodies, type CycleCommandType } from '../../contracts/cycle/commands.ts';
import { CYCLE_EVENTS, type CycleEventBodies } from '../../contracts/cycle/events.ts';
import { CYCLE_STAGES, type CyclePurpose, type CycleStage } from '../../contracts/cycle/terms.ts';
import { KINDS } from '../../contracts/kinds.ts';
import { CYCLE_NOTICES, type CycleAttention, type CycleNotices } from '../../contracts/notices/cycle.ts';
import { house } from '../../contracts/reasons.ts';
import { kitOf } from '../procedure/kit.ts';
import type { CommandIn, Part as PartOf } from '../procedure/part.ts';
import { termsOf } from '../procedure/standing.ts';
import { LADDER, ROUNDS } from './round-rules.ts';
import { type CycleState, runners } from './state.ts';
import { endOf, planOn } from './timetable.ts';

export interface CycleShape {
  readonly state: CycleState;
  readonly commands: CycleCommandBodies;
  readonly events: CycleEventBodies;
  readonly stage: CycleStage;
  readonly purpose: CyclePurpose;
  readonly notices: CycleNotices;
  readonly attention: CycleAttention;
  readonly news: never;
}
export type CommandOf<T extends CycleCommandType> = CommandIn<CycleCommandBodies, T>;
/** One stage or concern of the cycle. */
export type Part = PartOf<CycleShape>;

/** What the parts of a cycle work with. */
export const kit = kitOf<CycleShape>({
  kind: 'cycle',
  words: KINDS.cycle,
  title: ({ title }) => title,
  commands: CYCLE_COMMANDS,
  events: CYCLE_EVENTS,
  notices: CYCLE_NOTICES,
  stages: CYCLE_STAGES,
  rounds: ROUNDS,
  ladder: LADDER,
  said: (state, purpose) => termsOf(state).policies[purpose],
  runners,
  endOf: (state, stage, { now, organisation }) => endOf(state, stage, now, organisation),
  planOn: (state, stage, { now, organisation }) => planOn(state, stage, now, organisation),
  goneOn: ({ phase }) => house(phase === 'cancelled' ? 'cycle-cancelled' : 'cycle-gone-on'),
});

export const { event, notice, alarm, place, policyOf, isOver } = kit;
export const { startRound, ensureRound, conclude, begin, goOn, goBack } = kit;
