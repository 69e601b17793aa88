import type { z } from 'zod';
import { CYCLE_EVENTS } from './cycle.ts';
import type { ProcessType } from './ids.ts';
import { OFFERING_EVENTS } from './offering.ts';
import { ORGANISATION_EVENTS } from './organisation.ts';
import { ROUND_EVENTS } from './round.ts';
import { SELECTION_EVENTS } from './selection.ts';

/** The newest shape of every event, by the kind of process it belongs to and its type. */
export const EVENTS: Readonly<Record<ProcessType, Readonly<Record<string, z.ZodType>>>> = {
  organisation: ORGANISATION_EVENTS,
  selection: SELECTION_EVENTS,
  cycle: CYCLE_EVENTS,
  offering: OFFERING_EVENTS,
  round: ROUND_EVENTS,
};
