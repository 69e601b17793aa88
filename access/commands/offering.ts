import type { OfferingCommandType } from '../../contracts/offering.ts';
import { type Doors, MB } from '../door.ts';
import { ORDER_DOORS } from './steering.ts';

const RECORDERS =
  'the trainer and whoever of operations runs the cycle, or all of operations where none of those who run it is of them';

export const OFFERING_DOORS: Doors<OfferingCommandType> = {
  open: { by: 'engine', does: 'Starts an offering from the approved plan' },
  change: { by: 'engine', does: 'Takes in a change of the approved plan' },
  cancel: { by: 'engine', does: 'Cancels an offering by a change of the approved plan' },
  end: { by: 'engine', does: 'Ends an offering because its cycle was cancelled' },
  pause: { by: 'engine', does: 'Pauses an offering with its cycle' },
  resume: { by: 'engine', does: 'Lets a paused offering go on with its cycle' },
  handOver: { by: 'engine', does: 'Gives an offering to whoever runs its cycle from now on' },
  offerSeats: { by: 'engine', does: 'Gives free seats to people on the waiting list' },
  giveUpSeat: { by: 'related', to: 'whoever has a seat', does: 'Gives up the own seat' },
  joinWaitingList: { by: 'self', does: 'Puts somebody on the waiting list' },
  leaveWaitingList: { by: 'self', does: 'Takes somebody off the waiting list' },
  recordAttendance: { by: 'related', to: RECORDERS, does: 'Says who was there', bodyLimit: MB },
  recordTests: { by: 'related', to: RECORDERS, does: 'Takes in test scores', bodyLimit: MB },
  recordFigure: { by: 'operations', does: 'Records a figure of the business before and after' },
  recordCost: { by: 'operations', does: 'Records what was paid' },
  finishStage: { by: 'operations', does: 'Ends the current stage of an offering' },
  ...ORDER_DOORS,
};
