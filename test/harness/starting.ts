import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';

/** A process of an installation from the build while it starts, and what it says meanwhile. */
export class Starting {
  readonly process: ChildProcess;
  /** The lines of its log. */
  readonly lines: { readonly level: number; readonly msg: string }[] = [];
  /** What it tells its parent when it is ready; fails when it ends before. */
  readonly ready: Promise<unknown>;
  #unfinished = '';

  /** `env` is all that it gets of the environment, beside the path. */
  constructor(script: string, env: Readonly<Record<string, string>>) {
    this.process = fork(script, [], {
      env: { PATH: process.env.PATH, ...env },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.process.stderr!.setEncoding('utf8').on('data', (printed: string) => this.#hear(printed));
    const ended = once(this.process, 'exit').then(([code]) => {
      throw new Error(`It ended with ${code}: ${this.lines.at(-1)?.msg}`);
    });
    this.ready = Promise.race([once(this.process, 'message').then(([message]) => message), ended]);
    this.ready.catch(() => undefined);
  }

  /** Resolves when it has said this in its log; fails when it ends without. */
  async said(sentence: string): Promise<void> {
    while (!this.lines.some(({ msg }) => msg.includes(sentence))) {
      if (this.process.exitCode !== null)
        throw new Error(`It ended without saying ${sentence}: ${this.lines.at(-1)?.msg}`);
      await Promise.race([once(this.process.stderr!, 'data'), once(this.process, 'exit')]);
    }
  }

  /** Its exit code. 'close' would be all that is needed, but it does not come once the channel was closed from here. */
  async exit(): Promise<number | null> {
    const { stderr, exitCode } = this.process;
    if (exitCode !== null && stderr!.readableEnded) return exitCode;
    const [code] = await Promise.all([
      exitCode ?? once(this.process, 'exit').then(([ended]) => ended as number | null),
      stderr!.readableEnded || once(stderr!, 'end'),
    ]);
    return code;
  }

  /** Ends it as a crash would, unless it has ended. */
  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }

  #hear(printed: string): void {
    const lines = (this.#unfinished + printed).split('\n');
    this.#unfinished = lines.pop()!;
    for (const line of lines.filter(Boolean)) this.lines.push(JSON.parse(line));
  }
}
