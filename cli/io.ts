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

/** Control characters beside the ends of lines and tabs, and marks that turn round what stands beside them. */
const COMMANDING = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

/** A text without what a terminal would carry out or hide behind: names and comments are other people's. */
export function onTerminal(text: string): string {
  return text.replace(COMMANDING, '\ufffd');
}

export function print(io: Io, text: string): void {
  const shown = onTerminal(text);
  io.stdout.write(shown.endsWith('\n') ? shown : `${shown}\n`);
}

/** With `--json`, data is one JSON value on stdout. */
export function printJson(io: Io, value: unknown): void {
  const text = JSON.stringify(value, null, 2);
  io.stdout.write(`${text.replace(COMMANDING, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`);
}

/** Says something to whoever watches; it is no data. */
export function say(io: Io, sentence: string): void {
  io.stderr.write(`${onTerminal(sentence)}\n`);
}
