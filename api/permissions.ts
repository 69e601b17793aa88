import type { OrganisationCommandType } from '../contracts/organisation.ts';
import type { RoundCommandType } from '../contracts/round.ts';
import type { SelectionCommandType } from '../contracts/selection/commands.ts';

/**
 * Who may send a command. `operations`: only they. `assignee`: anybody signed in may try, the round knows whose task it
 * is. `self`: the person that the body names, or operations. `anyone`: anybody signed in, for themselves; the command
 * acts for its sender. `engine`: never from outside, its work sends it.
 */
export type Permission = 'operations' | 'assignee' | 'self' | 'anyone' | 'engine';

export interface Door {
  readonly by: Permission;
  /** What it does, for the documentation. */
  readonly does: string;
  /** How large the body may be, in bytes; absent: 64 KB. */
  readonly bodyLimit?: number;
}
export type Doors<Type extends string> = Readonly<Record<Type, Door>>;

const MB = 1_048_576;
/** Room for 20,000 tasks. */
const MANY_TASKS = 8 * MB;

export const ROUND_DOORS: Doors<RoundCommandType> = {
  open: { by: 'operations', does: 'Opens a round with its tasks', bodyLimit: MANY_TASKS },
  addTasks: { by: 'operations', does: 'Adds tasks to an open round', bodyLimit: MANY_TASKS },
  saveDraft: { by: 'assignee', does: 'Notes that the assignee has begun; PUT the draft instead' },
  submit: { by: 'assignee', does: 'Submits the answer to a task' },
  reopen: { by: 'operations', does: 'Reopens a task that was answered, recused, declined or lapsed' },
  recuse: { by: 'assignee', does: 'Steps back from a task over a conflict of interest' },
  decline: { by: 'assignee', does: 'Declines a task' },
  delegate: { by: 'assignee', does: 'Hands a task to somebody else' },
  reassign: { by: 'operations', does: 'Gives open tasks to another person', bodyLimit: MANY_TASKS },
  extend: { by: 'operations', does: 'Moves the due date of one, some or all open tasks', bodyLimit: MANY_TASKS },
  withdraw: { by: 'operations', does: 'Takes open tasks back', bodyLimit: MANY_TASKS },
  fill: { by: 'operations', does: 'Answers the vacancy of a recused, declined or lapsed task' },
  reform: {
    by: 'operations',
    does: 'Gives tasks that nobody has begun another form; those drafted or answered keep theirs',
    bodyLimit: MANY_TASKS,
  },
  hold: { by: 'operations', does: 'Puts a round on hold: nothing is due and nobody is reminded' },
  release: { by: 'operations', does: 'Lets a held round go on; its due dates move by the time on hold' },
  close: { by: 'operations', does: 'Closes a round' },
};

export const SELECTION_DOORS: Doors<SelectionCommandType> = {
  open: { by: 'operations', does: 'Opens a selection by its terms', bodyLimit: MB },
  publishMeasures: { by: 'operations', does: 'Publishes the management measures; nothing opens before', bodyLimit: MB },
  changeMeasures: { by: 'operations', does: 'Publishes a new version of the measures', bodyLimit: MB },
  recordReach: { by: 'self', does: 'Notes that a person has opened the publicity notice' },
  nominate: { by: 'anyone', does: 'Nominates somebody, who is then asked' },
  apply: { by: 'anyone', does: 'Applies' },
  editApplication: { by: 'anyone', does: 'Changes the own application while the call is open' },
  withdrawApplication: { by: 'anyone', does: 'Withdraws the own application' },
  allowLate: { by: 'operations', does: 'Lets a person apply after the call has closed' },
  correctCriteria: {
    by: 'operations',
    does: 'Corrects the criteria after they were frozen, with notice',
    bodyLimit: MB,
  },
  objectToScreening: { by: 'anyone', does: 'Objects to having been screened out' },
  decideScreening: { by: 'operations', does: 'Decides about an application where the rule cannot' },
  declareConflict: { by: 'anyone', does: 'Declares conflicts of interest as a reviewer' },
  addReviewers: { by: 'operations', does: 'Adds reviewers' },
  lowerReviews: { by: 'operations', does: 'Asks for fewer reviews of each application' },
  recordMatch: { by: 'engine', does: 'Takes in the result of the matching' },
  recordDisagreements: { by: 'engine', does: 'Takes in the disagreements found' },
  recordRanking: { by: 'engine', does: 'Takes in the ranking' },
  raiseObjection: { by: 'anyone', does: 'Objects during the public notice' },
  addHandlers: { by: 'operations', does: 'Adds people who decide objections' },
  recordCertificates: { by: 'engine', does: 'Takes in the certificates' },
  pause: { by: 'operations', does: 'Pauses the selection and its rounds' },
  resume: { by: 'operations', does: 'Lets a paused selection go on' },
  moveDate: { by: 'operations', does: 'Moves the end of a stage' },
  reopenStage: { by: 'operations', does: 'Runs a stage again' },
  cancel: { by: 'operations', does: 'Cancels the selection' },
};

export const ORGANISATION_DOORS: Doors<OrganisationCommandType> = {
  importOrganisation: {
    by: 'operations',
    does: 'Imports people, departments, posts, calendars and absences: all of it, or nothing',
    bodyLimit: 32 * MB,
  },
  recordAbsence: { by: 'self', does: 'Records that a person is away from one day to another' },
  correctCalendar: { by: 'operations', does: 'Replaces a calendar; every open agenda is planned anew', bodyLimit: MB },
  personLeft: { by: 'operations', does: 'Records that a person has left, and who takes over their reports' },
  erasePerson: { by: 'operations', does: 'Erases the data of a person who has left by destroying their key' },
};
