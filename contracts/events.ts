import type { z } from 'zod';
import type { ProcessType } from './ids.ts';
import { ORGANISATION_EVENTS } from './organisation.ts';
import { ROUND_EVENTS } from './round.ts';
import { SELECTION_EVENTS } from './selection.ts';

/** The newest shape of every event, by the kind of process it belongs to and its type. */
export const EVENTS: Readonly<Record<ProcessType, Readonly<Record<string, z.ZodType>>>> = {
  organisation: ORGANISATION_EVENTS,
  selection: SELECTION_EVENTS,
  round: ROUND_EVENTS,
};
