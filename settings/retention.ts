import type { OfEachKind, RetentionKind } from '../contracts/retention.ts';

/** What is kept for a time, and then goes by itself. */
export interface Kept {
  /** For so many days, unless the environment says otherwise. */
  readonly days: number;
  /** So many days at least. */
  readonly least: number;
  /** Whether it may be kept for ever, which 0 says. */
  readonly canStay?: true;
  /** The variable that says otherwise. */
  readonly variable: string;
  /** Of what sort it is, from when the days count, and what happens then: for whoever asks what is kept how long. */
  readonly what: string;
  readonly from: string;
  readonly ends: string;
}

/** Kept for ever, unless the environment says otherwise. */
const NEVER = { days: 0, least: 365, canStay: true } as const;

/**
 * How long what is kept beside the ledger stays. The ledger itself loses nothing: what is somebody's there is sealed under their
 * key and that of the procedure in which it was written, and is gone when either is.
 */
export const RETENTION = {
  messages: {
    days: 400,
    least: 30,
    variable: 'ROSTRUM_KEEP_MESSAGES_DAYS',
    what: 'messages to people',
    from: 'when every channel had done with it',
    ends: 'deleted',
  },
  outcomes: {
    days: 400,
    least: 7,
    variable: 'ROSTRUM_KEEP_OUTCOMES_DAYS',
    what: 'how commands ended',
    from: 'when it was decided',
    ends: 'deleted; the same command is a new one then',
  },
  drafts: {
    days: 90,
    least: 7,
    variable: 'ROSTRUM_KEEP_DRAFTS_DAYS',
    what: 'drafts of answers that nobody waits for any more',
    from: 'when it was last saved',
    ends: 'deleted',
  },
  signIns: {
    days: 60,
    least: 7,
    variable: 'ROSTRUM_KEEP_SIGN_INS_DAYS',
    what: 'sessions, links of letters, tokens of programs',
    from: 'when it had ended by itself',
    ends: 'deleted; whoever opens such a link hears that it is none',
  },
  uploads: {
    days: 30,
    least: 7,
    variable: 'ROSTRUM_KEEP_UPLOADS_DAYS',
    what: 'files that no application has named',
    from: 'when it was stored',
    ends: 'deleted; the ledger keeps the number of the file, and says that it was let go',
  },
  evidence: {
    days: 400,
    least: 30,
    variable: 'ROSTRUM_KEEP_EVIDENCE_DAYS',
    what: 'files that applications name, taken or not',
    from: 'when it was stored; never while a selection that names it is open',
    ends: 'deleted; the ledger keeps the number of the file, and says that it was let go',
  },
  documents: {
    days: 3650,
    least: 30,
    variable: 'ROSTRUM_KEEP_DOCUMENTS_DAYS',
    what: 'certificates',
    from: 'when the procedure that made it was over',
    ends: 'deleted; the ledger keeps that there was one, and says that it was let go',
  },
  leavers: {
    days: 1100,
    least: 30,
    variable: 'ROSTRUM_KEEP_LEAVERS_DAYS',
    what: 'people who have left: names, addresses, all that they wrote and that was written about them',
    from: 'when they left',
    ends: 'erased: their key is destroyed, which is a fact in the ledger',
  },
  selections: {
    ...NEVER,
    variable: 'ROSTRUM_KEEP_SELECTION_TEXTS_DAYS',
    what: 'what people wrote in selections: applications, reviews, reasons',
    from: 'when the selection was over',
    ends: 'unreadable: its key is destroyed, which is a fact in the ledger; figures, choices and ids stay',
  },
  cycles: {
    ...NEVER,
    variable: 'ROSTRUM_KEEP_CYCLE_TEXTS_DAYS',
    what: 'what people wrote in training-plan cycles and courses: talks, needs, reasons, feedback',
    from: 'when the cycle, and the course, was over',
    ends: 'unreadable, in the same way',
  },
} as const satisfies OfEachKind<Kept>;

/** For how many days each kind is kept. */
export type Keeping = OfEachKind<number>;

/** The days where the environment says nothing. */
export const KEEPING = Object.fromEntries(Object.entries(RETENTION).map(([kind, { days }]) => [kind, days])) as Keeping;

/** The days of an environment that was read. */
export function keepingOf(
  environment: Readonly<Record<(typeof RETENTION)[keyof Keeping]['variable'], number>>,
): Keeping {
  const days = Object.entries(RETENTION).map(([kind, { variable }]) => [kind, environment[variable]]);
  return Object.fromEntries(days) as Keeping;
}

/** A kind as it is told to whoever asks what is kept, with how many of it are too old. */
export function keptFor(kind: RetentionKind, days: Keeping, counts: OfEachKind<number>) {
  const { what, from, ends } = RETENTION[kind];
  return { kind, what, days: days[kind], from, ends, count: counts[kind] };
}
