/** The world outside a command: tests pass their own. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  /** Data only, so that it can be piped. */
  readonly stdout: NodeJS.WritableStream;
  /** Progress, warnings and errors. */
  readonly stderr: NodeJS.WritableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether somebody watches stderr on a terminal: only then is progress drawn. */
  readonly terminal: boolean;
}

/** What an exit code means; `rostrum help exit-codes` tells them. */
export const EXIT = {
  ok: 0,
  failure: 1,
  /** The input or the way the command was called. */
  input: 2,
  /** A problem that has no solution, such as too few reviewers. */
  infeasible: 3,
  /** A rule of the procedure says no. */
  rejected: 4,
  /** The API, the database or Temporal does not answer. */
  unreachable: 5,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with an exit code, and one sentence on stderr unless it is empty: what, where, how to mend it. */
export class Failure extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, sentence = '') {
    super(sentence);
    this.exitCode = exitCode;
  }
}

export function print(io: Io, text: string): void {
  io.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** With `--json`, data is one JSON value on stdout. */
export function printJson(io: Io, value: unknown): void {
  print(io, JSON.stringify(value, null, 2));
}

/** Says something to whoever watches; it is no data. */
export function say(io: Io, sentence: string): void {
  io.stderr.write(`${sentence}\n`);
}
