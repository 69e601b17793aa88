import type { OfferingCommandBodies } from '../../contracts/offering/commands.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import type { CommandIn } from '../procedure/part.ts';
import type { Process } from '../process.ts';
import { emptyOffering, type OfferingState } from './state.ts';

export type OfferingCommand = CommandIn<OfferingCommandBodies>;

/** The delivery of one dated run of a course: from the invitation to what people do otherwise afterwards. */
export const offeringProcess: Process<OfferingState, OfferingCommand, OfferingEvent> = {
  type: 'offering',
  stateVersion: 1,
  initial: emptyOffering,
  evolve: (state) => state,
  decide: () => [],
  due: () => [],
  consequences: () => [],
  watches: () => [],
  status: (state) => ({ stage: state.stage, closed: false, rounds: [], work: [], wake: null, news: 0 }),
  freeze: (state) => structuredClone(state),
  thaw: (frozen) => frozen as OfferingState,
};
