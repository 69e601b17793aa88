import type { Instant } from '../../contracts/ids.ts';
import { KINDS } from '../../contracts/kinds.ts';
import { OFFERING_NOTICES, type OfferingAttention, type OfferingNotices } from '../../contracts/notices/offering.ts';
import {
  OFFERING_COMMANDS,
  type OfferingCommandBodies,
  type OfferingCommandType,
} from '../../contracts/offering/commands.ts';
import { OFFERING_EVENTS, type OfferingEventBodies } from '../../contracts/offering/events.ts';
import { OFFERING_STAGES, type OfferingPurpose, type OfferingStage } from '../../contracts/offering/terms.ts';
import { house } from '../../contracts/reasons.ts';
import { DAY_MS } from '../calendar/day.ts';
import { kitOf } from '../procedure/kit.ts';
import type { CommandIn, Part as PartOf } from '../procedure/part.ts';
import type { Context, Notice } from '../process.ts';
import { datedOf, startOf, untilOf } from './dates.ts';
import { LADDER, ROUNDS } from './round-rules.ts';
import { type OfferingState, runners } from './state.ts';

export interface OfferingShape {
  readonly state: OfferingState;
  readonly commands: OfferingCommandBodies;
  readonly events: OfferingEventBodies;
  readonly stage: OfferingStage;
  readonly purpose: OfferingPurpose;
  readonly notices: OfferingNotices;
  readonly attention: OfferingAttention;
  readonly news: never;
}
export type CommandOf<T extends OfferingCommandType> = CommandIn<OfferingCommandBodies, T>;
/** One stage or concern of an offering. */
export type Part = PartOf<OfferingShape>;

/** So long before a course people have to know where they stand: what is written later waits for no hour. */
const TO_KNOW = 2 * DAY_MS;

/** What the parts of an offering work with. */
export const kit = kitOf<OfferingShape>({
  kind: 'offering',
  words: KINDS.offering,
  title: ({ course }) => course.title,
  commands: OFFERING_COMMANDS,
  events: OFFERING_EVENTS,
  notices: OFFERING_NOTICES,
  stages: OFFERING_STAGES,
  rounds: ROUNDS,
  ladder: LADDER,
  runners,
  endOf: (state, stage, context) => untilOf(datedOf(state), stage, context),
  goneOn: ({ phase }) => (phase === 'cancelled' ? house('course-cancelled') : house('course-gone-on')),
  waits({ planned, terms, stage }) {
    const ahead = planned && terms && (stage === 'planned' || stage === 'invitation');
    return ahead ? { waits: startOf({ planned, terms }) - TO_KNOW } : {};
  },
});

export const { event, notice, alarm, place, startRound, conclude, concludeBefore, begin, goOn } = kit;

/** The messages about a change, which wait for no hour where the course was, or would be, about to begin. */
export function pressing(notices: readonly Notice[], start: Instant, { now }: Context): Notice[] {
  return notices.map((n) => (start - TO_KNOW <= now ? { ...n, waits: false } : n));
}
