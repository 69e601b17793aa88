import type { Command } from 'commander';
import type { Io } from './io.ts';

/** Adds one command, or a family of them, to the program. */
export type Register = (program: Command, io: Io) => void;

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Loads what the command needs, once it is the one that was asked for: most need a lot. */
  readonly load: () => Promise<Register>;
}

const PROCEDURES: readonly CommandEntry[] = [
  {
    name: 'start',
    summary: 'start a procedure',
    load: async () => (await import('./start.ts')).registerStart,
  },
  {
    name: 'preview',
    summary: 'the timetable and every message of a procedure before it is opened',
    load: async () => (await import('./preview.ts')).registerPreview,
  },
  {
    name: 'status',
    summary: 'where a procedure stands, or all of them',
    load: async () => (await import('./status.ts')).registerStatus,
  },
  {
    name: 'cycle',
    summary: 'a training-plan cycle: needs, gaps, plan, resources, changes, effect, files',
    load: async () => (await import('./cycle.ts')).registerCycle,
  },
  {
    name: 'course',
    summary: 'the dated runs of courses: list, attendance, calendar',
    load: async () => (await import('./course.ts')).registerCourse,
  },
  {
    name: 'tasks',
    summary: 'the open tasks of a person, or all tasks of a round',
    load: async () => (await import('./tasks.ts')).registerTasks,
  },
  {
    name: 'submit',
    summary: 'submit the answer to a task, as its assignee',
    load: async () => (await import('./submit.ts')).registerSubmit,
  },
  {
    name: 'extend',
    summary: 'move the due date of open tasks of a round',
    load: async () => (await import('./extend.ts')).registerExtend,
  },
  {
    name: 'send',
    summary: 'send any command to a stream',
    load: async () => (await import('./send.ts')).registerSend,
  },
  {
    name: 'what-if',
    summary: 'what a command would bring about; does nothing',
    load: async () => (await import('./what-if.ts')).registerWhatIf,
  },
  {
    name: 'import',
    summary: 'bring in data from files: all of it, or nothing',
    load: async () => (await import('./import.ts')).registerImport,
  },
  {
    name: 'role',
    summary: 'who may do and see more than their own: list, grant, take',
    load: async () => (await import('./roles.ts')).registerRole,
  },
  {
    name: 'notices',
    summary: 'messages to people: sent, waiting, failed with the reason',
    load: async () => (await import('./notices.ts')).registerNotices,
  },
  {
    name: 'login',
    summary: 'sign in here: confirm a code in your browser, or give a token',
    load: async () => (await import('./login.ts')).registerLogin,
  },
  {
    name: 'logout',
    summary: 'sign out here: the token goes out of use',
    load: async () => (await import('./login.ts')).registerLogout,
  },
  {
    name: 'letters',
    summary: 'when you get letters that can wait: at once, daily, weekly',
    load: async () => (await import('./letters.ts')).registerLetters,
  },
];

const RECKONING: readonly CommandEntry[] = [
  {
    name: 'match',
    summary: 'match reviewers to applications at the exact optimum',
    load: async () => (await import('./match.ts')).registerMatch,
  },
  {
    name: 'rank',
    summary: 'rank applications by scores, or show the ranking of a selection',
    load: async () => (await import('./rank.ts')).registerRank,
  },
  {
    name: 'explain',
    summary: 'why an application stands where it stands',
    load: async () => (await import('./explain.ts')).registerExplain,
  },
  {
    name: 'agreement',
    summary: 'how far reviewers agree',
    load: async () => (await import('./agreement.ts')).registerAgreement,
  },
  {
    name: 'gaps',
    summary: 'how far people are from what their posts require',
    load: async () => (await import('./gaps.ts')).registerGaps,
  },
];

const OPERATIONS: readonly CommandEntry[] = [
  {
    name: 'demo',
    summary: 'watch a selection and a whole year of a training plan with simulated people',
    load: async () => (await import('./demo.ts')).registerDemo,
  },
  {
    name: 'up',
    summary: 'start PostgreSQL, Temporal, all workers and the API on this machine',
    load: async () => (await import('./up.ts')).registerUp,
  },
  {
    name: 'operator',
    summary: 'make somebody one of operations, with access to the database',
    load: async () => (await import('./operator.ts')).registerOperator,
  },
  {
    name: 'doctor',
    summary: 'look at machine, database, Temporal and all that waits; say how to mend it',
    load: async () => (await import('./doctor.ts')).registerDoctor,
  },
  {
    name: 'recover',
    summary: 'see that every open procedure of the ledger runs',
    load: async () => (await import('./recover.ts')).registerRecover,
  },
  {
    name: 'ledger',
    summary: 'verify, rebuild or export the ledger',
    load: async () => (await import('./ledger.ts')).registerLedger,
  },
  {
    name: 'retention',
    summary: 'what is kept how long, and what would go',
    load: async () => (await import('./retention.ts')).registerRetention,
  },
  {
    name: 'erase',
    summary: 'who was erased; erase again after a backup was put back',
    load: async () => (await import('./erase.ts')).registerErase,
  },
  {
    name: 'provision',
    summary: 'make the roles and databases of a server',
    load: async () => (await import('./provision.ts')).registerProvision,
  },
  {
    name: 'migrate',
    summary: 'bring the schema of the database up to date',
    load: async () => (await import('./migrate.ts')).registerMigrate,
  },
];

export const GROUPS: Readonly<Record<string, readonly CommandEntry[]>> = {
  'Procedures, through the API:': PROCEDURES,
  'Reckoning, from files or of a running selection:': RECKONING,
  'Operations, on this machine or on the servers themselves:': OPERATIONS,
};
