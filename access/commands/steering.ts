import type { ORDER_COMMANDS } from '../../contracts/orders.ts';
import type { steeringCommands } from '../../contracts/procedure.ts';
import type { Doors } from '../door.ts';

/** What whoever runs a procedure can do about its orders that were refused; every kind of procedure takes it. */
export const ORDER_DOORS: Doors<keyof typeof ORDER_COMMANDS> = {
  retryOrder: { by: 'operations', does: 'Gives an order that was refused once more' },
  dropOrder: { by: 'operations', does: 'Drops an order that was refused and has been mended otherwise' },
};

/** How operations steer a procedure; `noun`: as sentences name it. */
export function steeringDoors(noun: string): Doors<keyof ReturnType<typeof steeringCommands>> {
  return {
    finishStage: { by: 'operations', does: 'Ends the current stage' },
    pause: { by: 'operations', does: `Pauses the ${noun} and its rounds` },
    resume: { by: 'operations', does: `Lets a paused ${noun} go on` },
    moveDate: { by: 'operations', does: 'Moves the end of a stage' },
    reopenStage: { by: 'operations', does: 'Runs a stage again' },
    cancel: { by: 'operations', does: `Cancels the ${noun}` },
    handOver: { by: 'operations', does: `Gives the ${noun} to somebody else of operations to run` },
    ...ORDER_DOORS,
  };
}
