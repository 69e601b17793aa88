import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { StackFailure } from './failure.ts';
import { endWithThisProcess } from './guard.ts';

export interface ServerCommand {
  /** For messages, as in "PostgreSQL". */
  name: string;
  file: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  cwd?: string;
  /** Its output goes here, and the end of it into the message when the server does not start. */
  logFile: string;
  /** What the server understands as "stop in order". */
  stopSignal: 'SIGINT' | 'SIGTERM';
  /** What ends it when it has not stopped in order after ten seconds. */
  killSignal: 'SIGQUIT' | 'SIGKILL';
}

export interface ServerProcess {
  pid: number;
  exited: Promise<void>;
  hasExited(): boolean;
  /** Resolves once the process is gone. `now` spares the orderly stop, for data that is thrown away. */
  stop(options?: { now?: boolean }): Promise<void>;
  /** One sentence for a server that did not come up, with the last lines of its log. */
  failure(problem: string): StackFailure;
}

const GRACE_MS = 10_000;

/** The last lines of a log, on one line, for a message. */
function tailOf(file: string): string {
  try {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-3);
    return lines.map((line) => line.trim()).join(' | ') || '(nothing)';
  } catch {
    return '(nothing)';
  }
}

/**
 * Starts a server that somebody else wrote. It gets a session of its own, so that Ctrl-C in the terminal reaches only
 * us and the servers are stopped in the right order; it is ended when we are, however we end.
 */
export async function startServer(command: ServerCommand): Promise<ServerProcess> {
  const log = openSync(command.logFile, 'a');
  const child = spawn(command.file, command.args, {
    env: command.env ?? process.env,
    cwd: command.cwd,
    stdio: ['ignore', log, log],
    detached: true,
    ...(command.uid === undefined ? {} : { uid: command.uid }),
    ...(command.gid === undefined ? {} : { gid: command.gid }),
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new StackFailure(`${command.name} cannot be run: ${error.message}.`)));
  });
  const pid = child.pid!;
  const release = endWithThisProcess(pid, command.stopSignal === 'SIGINT' ? 'INT' : 'TERM');
  let gone = false;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      gone = true;
      release();
      resolve();
    });
  });
  return {
    pid,
    exited,
    hasExited: () => gone,
    async stop({ now = false } = {}) {
      if (gone) return;
      child.kill(now ? command.killSignal : command.stopSignal);
      const timer = setTimeout(() => child.kill(command.killSignal), GRACE_MS);
      await exited;
      clearTimeout(timer);
    },
    failure: (problem) =>
      new StackFailure(`${command.name} ${problem}; its log ${command.logFile} ends with: ${tailOf(command.logFile)}`),
  };
}
