import type { FastifyRequest } from 'fastify';
import type { CycleCommandType } from '../contracts/cycle.ts';
import type { OfferingCommandType } from '../contracts/offering.ts';
import type { ORDER_COMMANDS } from '../contracts/orders.ts';
import type { OrganisationCommandType } from '../contracts/organisation.ts';
import type { steeringCommands } from '../contracts/procedure.ts';
import type { RoundCommandType } from '../contracts/round.ts';
import type { SelectionCommandType } from '../contracts/selection/commands.ts';

/**
 * Lets a request by, or throws the problem why its sender may not ask it. It sees the path and the sender alone: the body
 * has not been read yet, and the path not been checked.
 */
export type Demand = (request: Pick<FastifyRequest, 'person' | 'params'>) => Promise<void> | undefined;

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
  addTasks: {
    by: 'operations',
    does: 'Adds tasks to an open round; to one of a procedure under ids that begin with "+"',
    bodyLimit: MANY_TASKS,
  },
  saveDraft: { by: 'assignee', does: 'Notes that the assignee has begun; PUT the draft instead' },
  submit: { by: 'assignee', does: 'Submits the answer to a task' },
  // Operations send it by the table that it is made from.
  takeAnswers: { by: 'engine', does: 'Takes in answers that were gathered in a table' },
  reopen: {
    by: 'operations',
    does: 'Reopens a task that was answered, recused, declined or lapsed, where another answer counts',
  },
  recuse: { by: 'assignee', does: 'Steps back from a task over a conflict of interest' },
  decline: { by: 'assignee', does: 'Declines a task' },
  delegate: { by: 'assignee', does: 'Hands a task to somebody else' },
  reassign: { by: 'operations', does: 'Gives open tasks to another person', bodyLimit: MANY_TASKS },
  extend: { by: 'operations', does: 'Moves the due date of one, some or all open tasks', bodyLimit: MANY_TASKS },
  withdraw: { by: 'operations', does: 'Takes open tasks back', bodyLimit: MANY_TASKS },
  fill: { by: 'operations', does: 'Answers the vacancy of a recused, declined or lapsed task, in a round of its own' },
  reform: {
    by: 'operations',
    does: 'Gives tasks that nobody has begun another form; those drafted or answered keep theirs',
    bodyLimit: MANY_TASKS,
  },
  bar: { by: 'engine', does: 'Keeps people from tasks when they turn out to be judged themselves' },
  hold: { by: 'operations', does: 'Puts a round on hold: nothing is due and nobody is reminded' },
  release: { by: 'operations', does: 'Lets a held round go on; its due dates move by the time on hold' },
  close: { by: 'operations', does: 'Closes a round' },
};

/** What whoever runs a procedure can do about its orders that were refused; every kind of procedure takes it. */
const ORDER_DOORS: Doors<keyof typeof ORDER_COMMANDS> = {
  retryOrder: { by: 'operations', does: 'Gives an order that was refused once more' },
  dropOrder: { by: 'operations', does: 'Drops an order that was refused and has been mended otherwise' },
};

/** How operations steer a procedure; `noun`: as sentences name it. */
function steeringDoors(noun: string): Doors<keyof ReturnType<typeof steeringCommands>> {
  return {
    finishStage: { by: 'operations', does: 'Ends the current stage' },
    pause: { by: 'operations', does: `Pauses the ${noun} and its rounds` },
    resume: { by: 'operations', does: `Lets a paused ${noun} go on` },
    moveDate: { by: 'operations', does: 'Moves the end of a stage' },
    reopenStage: { by: 'operations', does: 'Runs a stage again' },
    cancel: { by: 'operations', does: `Cancels the ${noun}` },
    ...ORDER_DOORS,
  };
}

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
  setPanel: { by: 'operations', does: 'Changes the panel before it is asked' },
  setScreeners: { by: 'operations', does: 'Changes who screens' },
  declareConflict: { by: 'anyone', does: 'Declares conflicts of interest as a reviewer' },
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

export const CYCLE_DOORS: Doors<CycleCommandType> = {
  open: { by: 'operations', does: 'Opens a training-plan cycle by its terms', bodyLimit: 8 * MB },
  changeMethod: { by: 'operations', does: 'Changes a method of the needs toolkit', bodyLimit: MB },
  recordGaps: { by: 'engine', does: 'Takes in the gaps found' },
  stateNeed: { by: 'anyone', does: 'States a need of the own department', bodyLimit: MB },
  editNeed: { by: 'anyone', does: 'Changes a need of the own department', bodyLimit: MB },
  withdrawNeed: { by: 'anyone', does: 'Withdraws a need of the own department' },
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
  withdrawCommitment: { by: 'anyone', does: 'Takes back what one has committed' },
  requestChange: { by: 'anyone', does: 'Asks for a change of the approved plan', bodyLimit: MB },
  withdrawChange: { by: 'anyone', does: 'Withdraws the own change request' },
  settleProposal: { by: 'operations', does: 'Keeps or drops a proposal for the next cycle' },
  ...steeringDoors('cycle'),
};

export const OFFERING_DOORS: Doors<OfferingCommandType> = {
  open: { by: 'engine', does: 'Starts an offering from the approved plan' },
  change: { by: 'engine', does: 'Takes in a change of the approved plan' },
  cancel: { by: 'engine', does: 'Cancels an offering by a change of the approved plan' },
  end: { by: 'engine', does: 'Ends an offering because its cycle was cancelled' },
  pause: { by: 'engine', does: 'Pauses an offering with its cycle' },
  resume: { by: 'engine', does: 'Lets a paused offering go on with its cycle' },
  offerSeats: { by: 'engine', does: 'Gives free seats to people on the waiting list' },
  giveUpSeat: { by: 'anyone', does: 'Gives up the own seat' },
  joinWaitingList: { by: 'self', does: 'Puts somebody on the waiting list' },
  leaveWaitingList: { by: 'self', does: 'Takes somebody off the waiting list' },
  recordAttendance: { by: 'anyone', does: 'Says who was there; for the trainer and operations', bodyLimit: MB },
  recordTests: { by: 'anyone', does: 'Takes in test scores; for the trainer and operations', bodyLimit: MB },
  recordFigure: { by: 'operations', does: 'Records a figure of the business before and after' },
  recordCost: { by: 'operations', does: 'Records what was paid' },
  finishStage: { by: 'operations', does: 'Ends the current stage of an offering' },
  ...ORDER_DOORS,
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
