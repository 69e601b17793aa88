/**
 * Who is shown a view. `strangers`: whoever asks, without a token. `everybody`: all who are signed in, the same. `own`: all,
 * what is theirs. `holders`: whoever has a part in it, that part; to everybody else, operations as well, it looks like what is not
 * there. `related`: all, as far as `to` says; what they may not see looks like what is not there. `watchers`:
 * operations and auditors. `operations`: they alone, since it prepares what they do. `doers`: all but auditors, who do nothing.
 */
export type Seers = 'strangers' | 'everybody' | 'own' | 'holders' | 'related' | 'watchers' | 'operations' | 'doers';

export interface View {
  readonly by: Seers;
  /** What one does with it; it ends the sentence "Only ... may". */
  readonly toDo: string;
  /** Who sees how much. */
  readonly to?: string;
}

const AS_PLAN =
  'Once approved for everybody; before, for operations, auditors, approvers, leaders, and heads as to their people.';
const OF_DEPARTMENT =
  'All of it for operations, auditors, leaders and approvers; for heads and speakers what is of their department.';

/** Everything there is to see, and who sees it: the one table that the API and the documentation ask. */
export const VIEWS = {
  health: { by: 'strangers', toDo: 'see whether the API is well' },
  pages: { by: 'strangers', toDo: 'open the web app, which holds nothing of anybody' },
  description: { by: 'strangers', toDo: 'read how each path is used' },
  clock: { by: 'everybody', toDo: 'see what time it is in the procedures' },
  ways: { by: 'strangers', toDo: 'see how to sign in' },
  'sign-in': { by: 'strangers', toDo: 'sign in' },
  links: { by: 'strangers', toDo: 'see what the link of a letter is, and ask for one' },
  pairing: { by: 'strangers', toDo: 'have a program let in by somebody' },
  tokens: { by: 'own', toDo: 'see and make the tokens of their programs, and let one in' },
  'sign-ins': { by: 'operations', toDo: 'sign somebody else out' },
  sessions: { by: 'own', toDo: 'see where they are signed in, and sign out there' },
  me: { by: 'own', toDo: 'see who they are here' },
  inbox: { by: 'own', toDo: 'see what they owe' },
  settings: { by: 'own', toDo: 'see and say how they want Rostrum, and when their letters come' },
  desk: { by: 'own', toDo: 'see what is asked of them, and what comes' },
  team: { by: 'own', toDo: 'see the abilities of those who report to them, and of whoever is below those' },
  'team-late': {
    by: 'holders',
    toDo: 'see who is late in a round',
    to: 'For managers, of the answers about which they were written to.',
  },
  overview: { by: 'own', toDo: 'see on one screen what is asked of them and how a cycle stands' },
  support: { by: 'own', toDo: 'see what they have done for the training of others' },
  'my-courses': { by: 'own', toDo: 'see the courses that they take part in or teach' },
  'my-feed': { by: 'own', toDo: 'make and renew the address of their calendar' },
  feed: { by: 'strangers', toDo: 'read the calendar whose secret they have' },
  people: { by: 'everybody', toDo: 'look somebody up in the directory' },
  find: {
    by: 'related',
    toDo: 'look for something by its name',
    to: 'For everybody, of what they may see: people of the directory and procedures; of courses those they teach or are on the list of, for operations and auditors all; applications that they see.',
  },
  trainers: {
    by: 'related',
    toDo: 'see the team of trainers',
    to: 'For everybody; hours and ratings for themselves and whoever sees the whole cycle, and for these what no trainer was found for.',
  },
  development: {
    by: 'related',
    toDo: 'see how somebody develops',
    to: 'For themselves, everybody above them in the line, operations and auditors; what the two have said to each other for these alone, not for who is further above.',
  },
  roles: { by: 'everybody', toDo: 'see who has which role' },
  retention: { by: 'operations', toDo: 'see what is kept for how long, and what would go' },
  'import-check': { by: 'operations', toDo: 'check an import' },
  notices: { by: 'watchers', toDo: 'see everybody’s messages' },
  ledger: { by: 'watchers', toDo: 'read the ledger' },

  events: {
    by: 'related',
    toDo: 'hear what is written as it is written',
    to: 'Everything for operations and auditors; for others how procedures go on, what they have done, what is about them or those who report to them, and what is asked of them. In selections and rounds nobody else hears when others have done something.',
  },
  history: {
    by: 'related',
    toDo: 'see what has happened in a process',
    to: 'All of it for operations and auditors. For others how it goes on and what is theirs: applicants their application without who has judged, departments and approvers what they see of a cycle, trainers who comes, holders their answers; words only their own.',
  },

  procedures: {
    by: 'related',
    toDo: 'see which procedures there are',
    to: 'For everybody; those that Rostrum has opened itself are for operations and auditors.',
  },
  procedure: {
    by: 'related',
    toDo: 'see a procedure of a kind that has no view of its own',
    to: 'The outline for everybody; what is particular to it for whom its definition says; how it stands inside is for operations and auditors.',
  },
  agenda: { by: 'watchers', toDo: 'see who is written to next, and when' },
  preview: { by: 'operations', toDo: 'preview a procedure before it is opened' },
  'what-if': { by: 'operations', toDo: 'ask what a command would bring about' },

  rounds: {
    by: 'related',
    toDo: 'see which rounds there are',
    to: 'All for operations and auditors; for others those they have a task in, counting their own tasks alone.',
  },
  round: {
    by: 'related',
    toDo: 'see where a round stands',
    to: 'For operations and auditors; for whoever has a task in it, counting their own tasks alone.',
  },
  standing: { by: 'watchers', toDo: 'see how the subjects of a round stand' },
  tasks: { by: 'watchers', toDo: 'see all tasks of a round' },
  task: {
    by: 'related',
    toDo: 'see a task',
    to: 'For its assignee, operations and auditors; what the assignee has drafted is shown to nobody else.',
  },

  sitting: { by: 'holders', toDo: 'see all that a round asks of them' },

  selection: {
    by: 'related',
    toDo: 'see a selection',
    to: 'For everybody; how it stands inside is for operations and auditors.',
  },
  applications: {
    by: 'related',
    toDo: 'see which applications there are',
    to: 'Applicants see their own, reviewers those they review (blind: no name), operations and auditors all.',
  },
  application: {
    by: 'related',
    toDo: 'see an application',
    to: 'Its applicant; who reviews it (blind: no name); its manager, screener or handler who is asked; the panel when it decides; operations and auditors.',
  },
  'application-draft': { by: 'own', toDo: 'see and save what they have written of an application' },
  evidence: { by: 'related', toDo: 'see a file of an application', to: 'For whoever sees the application.' },
  ranking: {
    by: 'related',
    toDo: 'see the ranking',
    to: 'For operations and auditors, and for the panel when it decides.',
  },
  explanation: {
    by: 'related',
    toDo: 'see why an application stands where it stands',
    to: 'For operations and auditors, and for the panel when it decides.',
  },

  cycles: { by: 'everybody', toDo: 'see which cycles there are' },
  cycle: {
    by: 'related',
    toDo: 'see a cycle',
    to: 'The outline for everybody; all departments for operations, auditors, leaders and approvers, theirs for heads and speakers; how it stands inside for operations and auditors.',
  },
  'next-terms': { by: 'watchers', toDo: 'see the terms of the next cycle' },
  gaps: {
    by: 'related',
    toDo: 'see what people lack',
    to: 'All for operations and auditors; for heads, speakers, approvers and leaders of a department that department, for managers their line, once the ratings are over for everybody themselves.',
  },
  needs: { by: 'related', toDo: 'see needs', to: OF_DEPARTMENT },
  merged: { by: 'related', toDo: 'see what is met together', to: OF_DEPARTMENT },
  sourcing: { by: 'related', toDo: 'see where courses come from', to: OF_DEPARTMENT },
  catalogue: {
    by: 'related',
    toDo: 'see courses and rooms',
    to: 'Courses and rooms for everybody, quotes and trainers for operations, auditors, leaders and approvers.',
  },
  plan: { by: 'related', toDo: 'see the plan', to: `${AS_PLAN} Others see no names but their own.` },
  difference: {
    by: 'related',
    toDo: 'compare versions of the plan',
    to: 'For whoever sees the plan, as far as they see it.',
  },
  'plan-file': { by: 'related', toDo: 'print the plan', to: 'For whoever sees the plan, as far as they see it.' },
  resources: {
    by: 'related',
    toDo: 'see what is planned, committed and used',
    to: 'For operations, auditors, approvers, and the leaders who commit.',
  },
  changes: {
    by: 'related',
    toDo: 'see change requests',
    to: 'All for operations, auditors, leaders and approvers; for others those that they made, decide, or are touched by.',
  },
  effect: {
    by: 'related',
    toDo: 'see what the training has brought about',
    to: 'The sum for everybody; offerings for operations, auditors, leaders, approvers and their trainer; departments for who sees them.',
  },
  proposals: { by: 'related', toDo: 'see proposals for the next cycle', to: OF_DEPARTMENT },
  tables: { by: 'watchers', toDo: 'take tables out of a cycle' },

  offerings: {
    by: 'related',
    toDo: 'see which courses there are',
    to: 'All for operations and auditors; for others those they teach or are on the list of.',
  },
  offering: {
    by: 'related',
    toDo: 'see a course',
    to: 'Days, place and seats for everybody. Who takes part for operations, auditors and its trainer, for supervisors their people; means of few answers are hidden.',
  },
  calendar: { by: 'everybody', toDo: 'put a course into their calendar' },
  'course-certificate': {
    by: 'holders',
    toDo: 'have the certificate of a course',
    to: 'For whoever was there, and has passed the test where there was one: their own.',
  },
  attendance: {
    by: 'related',
    toDo: 'see who was there',
    to: 'All for operations, auditors and the trainer, for supervisors their people.',
  },

  upload: { by: 'doers', toDo: 'store a file' },
  file: { by: 'related', toDo: 'see a file', to: 'For whoever stored it, operations and auditors.' },
  document: {
    by: 'related',
    toDo: 'see a document that Rostrum has made',
    to: 'For the person it is about, operations and auditors.',
  },
} as const satisfies Readonly<Record<string, View>>;

export type ViewName = keyof typeof VIEWS;

const BY: Readonly<Record<Seers, string>> = {
  strangers: 'For everybody, without a token.',
  everybody: 'For everybody.',
  own: 'For everybody, about themselves.',
  holders: 'For whoever has a part in it, about themselves.',
  related: '',
  watchers: 'For operations and auditors.',
  operations: 'For operations.',
  doers: 'For everybody but auditors.',
};

/** For whom a view is, in words. */
export function seersOf({ by, to }: View): string {
  return to ?? BY[by];
}
