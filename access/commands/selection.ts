import type { SelectionCommandType } from '../../contracts/selection/commands.ts';
import { type Doors, MB } from '../door.ts';
import { steeringDoors } from './steering.ts';

export const SELECTION_DOORS: Doors<SelectionCommandType> = {
  open: { by: 'operations', does: 'Opens a selection by its terms', bodyLimit: MB },
  publishMeasures: { by: 'operations', does: 'Publishes the management measures; nothing opens before', bodyLimit: MB },
  changeMeasures: { by: 'operations', does: 'Publishes a new version of the measures', bodyLimit: MB },
  recordReach: {
    by: 'related',
    to: 'the person whom it has reached',
    does: 'Notes that a person has opened the publicity notice',
  },
  nominate: { by: 'anyone', does: 'Nominates somebody, who is then asked' },
  apply: { by: 'anyone', does: 'Applies' },
  editApplication: {
    by: 'related',
    to: 'whoever has applied',
    does: 'Changes the own application while the call is open',
  },
  withdrawApplication: { by: 'related', to: 'whoever has applied', does: 'Withdraws the own application' },
  allowLate: { by: 'operations', does: 'Lets a person apply after the call has closed' },
  correctCriteria: {
    by: 'operations',
    does: 'Corrects the criteria after they were frozen, with notice',
    bodyLimit: MB,
  },
  objectToScreening: { by: 'related', to: 'whoever was screened out', does: 'Objects to having been screened out' },
  decideScreening: { by: 'operations', does: 'Decides about an application where the rule cannot' },
  setPanel: { by: 'operations', does: 'Changes the panel before it is asked' },
  setScreeners: { by: 'operations', does: 'Changes who screens' },
  declareConflict: {
    by: 'related',
    to: 'reviewers of the selection',
    does: 'Declares conflicts of interest as a reviewer',
  },
  addReviewers: { by: 'operations', does: 'Adds reviewers' },
  lowerReviews: { by: 'operations', does: 'Asks for fewer reviews of each application' },
  recordMatch: { by: 'engine', does: 'Takes in the result of the matching' },
  recordDisagreements: { by: 'engine', does: 'Takes in the disagreements found' },
  recordRanking: { by: 'engine', does: 'Takes in the ranking' },
  raiseObjection: { by: 'anyone', does: 'Objects during the public notice' },
  addHandlers: { by: 'operations', does: 'Adds people who decide objections' },
  recordCertificates: { by: 'engine', does: 'Takes in the certificates' },
  ...steeringDoors('selection'),
};
