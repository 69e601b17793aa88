import type { CycleCommandType } from '../../contracts/cycle.ts';
import { type Doors, MB } from '../door.ts';
import { steeringDoors } from './steering.ts';

const SPEAKERS = 'whoever heads the department or speaks for it';
const REQUESTERS =
  'heads of departments whose people an offering is for, its trainer, the management and HR that approve, and operations';

export const CYCLE_DOORS: Doors<CycleCommandType> = {
  open: { by: 'operations', does: 'Opens a training-plan cycle by its terms', bodyLimit: 8 * MB },
  changeMethod: { by: 'operations', does: 'Changes a method of the needs toolkit', bodyLimit: MB },
  recordGaps: { by: 'engine', does: 'Takes in the gaps found' },
  stateNeed: { by: 'related', to: SPEAKERS, does: 'States a need of the own department', bodyLimit: MB },
  editNeed: { by: 'related', to: SPEAKERS, does: 'Changes a need of the own department', bodyLimit: MB },
  withdrawNeed: { by: 'related', to: SPEAKERS, does: 'Withdraws a need of the own department' },
  importNeeds: { by: 'operations', does: 'Takes in a list of needs: all of it, or nothing', bodyLimit: 32 * MB },
  mergeNeeds: { by: 'operations', does: 'Puts merged needs together by hand' },
  splitNeed: { by: 'operations', does: 'Takes needs out of a merged one', bodyLimit: MB },
  setCourses: { by: 'operations', does: 'Adds courses to the catalogue, or replaces them', bodyLimit: 8 * MB },
  setRooms: { by: 'operations', does: 'Adds rooms, or replaces them', bodyLimit: 8 * MB },
  setQuotes: { by: 'operations', does: "Adds providers' quotes, or replaces them", bodyLimit: 8 * MB },
  setTrainers: { by: 'operations', does: 'Says who else may teach, and how many hours', bodyLimit: MB },
  chooseSource: { by: 'operations', does: 'Chooses the source of a merged need by hand' },
  changeLimit: { by: 'operations', does: 'Moves a limit of the plan, which is then compiled anew' },
  amendOffering: { by: 'operations', does: 'Holds an offering of the plan to a date, room or trainer' },
  recordPlan: { by: 'engine', does: 'Takes in the compiled plan' },
  withdrawCommitment: {
    by: 'related',
    to: 'the leader who was asked or whoever has committed it, the HR that approves, and operations',
    does: 'Takes back what one has committed',
  },
  requestChange: { by: 'related', to: REQUESTERS, does: 'Asks for a change of the approved plan', bodyLimit: MB },
  withdrawChange: {
    by: 'related',
    to: 'whoever has asked for it, the HR that approves, and operations',
    does: 'Withdraws the own change request',
  },
  settleProposal: { by: 'operations', does: 'Keeps or drops a proposal for the next cycle' },
  ...steeringDoors('cycle'),
};
