import type { PersonId } from '../../contracts/ids.ts';
import type { OfferingCommandType } from '../../contracts/offering/commands.ts';
import { type OfferingState, plannedOf } from './state.ts';

/** Who may send each command, beside operations, who may send all but the engine's own. */
const WHO: Readonly<Record<OfferingCommandType, 'engine' | 'self' | 'trainer' | 'operations'>> = {
  open: 'engine',
  change: 'engine',
  cancel: 'engine',
  giveUpSeat: 'self',
  joinWaitingList: 'self',
  leaveWaitingList: 'self',
  recordAttendance: 'trainer',
  recordTests: 'trainer',
  recordFigure: 'operations',
  recordCost: 'operations',
  finishStage: 'operations',
};

/** Why somebody who is not of operations may not send a command, in one sentence; null: they may. */
export function refusalOf(
  state: OfferingState,
  type: OfferingCommandType,
  actor: PersonId,
  body: { readonly person?: PersonId },
): string | null {
  switch (WHO[type]) {
    case 'self':
      return body.person === undefined || body.person === actor
        ? null
        : `You may do this for yourself only; leave ${body.person} to them, or ask operations.`;
    case 'trainer':
      return actor === plannedOf(state).trainer
        ? null
        : 'Only the trainer of the course and operations can record this; tell one of them.';
    case 'operations':
      return 'Only operations can record this; tell them.';
    case 'engine':
      return 'An approved course changes by a change request alone; make one in its cycle.';
  }
}
