import type { OrganisationCommandType } from '../contracts/organisation.ts';
import type { RoundCommandType } from '../contracts/round.ts';

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
  hold: { by: 'operations', does: 'Puts a round on hold: nothing is due and nobody is reminded' },
  release: { by: 'operations', does: 'Lets a held round go on; its due dates move by the time on hold' },
  close: { by: 'operations', does: 'Closes a round' },
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
