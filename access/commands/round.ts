import type { RoundCommandType } from '../../contracts/round.ts';
import { type Doors, MB } from '../door.ts';

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
  takeAnswers: { by: 'operations', does: 'Takes in answers that were gathered in a table', fromTable: true },
  reopen: {
    by: 'operations',
    does: 'Reopens a task that was answered, recused, declined or lapsed, where another answer counts',
  },
  takeBack: { by: 'assignee', does: 'Takes an answer back before it is due, to give another' },
  remind: { by: 'operations', does: 'Reminds whoever owes an answer now, beside the ladder', bodyLimit: MANY_TASKS },
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
  handOver: { by: 'engine', does: 'Tells a round who runs its procedure from now on' },
  close: { by: 'operations', does: 'Closes a round' },
};
