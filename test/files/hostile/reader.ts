import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { HostileFile } from './mutations.ts';

/** Of objects and texts a reader has so many MiB at the most, unless somebody says otherwise. */
const HEAP_MB = 160;
const ENDLESS_MS = 120_000;

/** What came of reading one file: it was taken, refused in sentences, or failed. */
export interface Told {
  readonly taken?: true;
  readonly sentences?: string;
  readonly length?: number;
  readonly failed?: string;
  readonly cpuMs: number;
  readonly mb: number;
}

/** Reads one file after the other in a process of its own. It may die of any of them: the next one is read by another process. */
export class Reader {
  readonly #dist: string;
  /** Where the file lies that is read. */
  readonly #file: string;
  readonly #heapMb: number;
  #process: ChildProcess | undefined;
  /** What the process has said of its own end. */
  #said = '';

  constructor(dist: string, folder: string, heapMb = HEAP_MB) {
    this.#dist = dist;
    this.#heapMb = heapMb;
    this.#file = path.join(folder, 'file');
  }

  async read({ door, name, bytes }: HostileFile): Promise<Told> {
    const reading = await this.#alive();
    await writeFile(this.#file, bytes);
    return new Promise((resolve) => {
      const died = (code: number | null, signal: string | null) => {
        clearTimeout(endless);
        resolve({ failed: this.#why(code, signal), cpuMs: 0, mb: 0 });
      };
      // Nobody waits for ever: what is read for minutes is read without an end.
      const endless = setTimeout(() => reading.kill('SIGKILL'), ENDLESS_MS);
      // Not its exit: what it says of its end may come after that.
      reading.once('close', died);
      reading.once('message', (told) => {
        clearTimeout(endless);
        reading.off('close', died);
        resolve(told as Told);
      });
      reading.send({ door, name, file: this.#file });
    });
  }

  end(): void {
    this.#process?.kill();
  }

  async #alive(): Promise<ChildProcess> {
    if (this.#process?.connected) return this.#process;
    const started = fork(path.join(import.meta.dirname, 'reader-process.mjs'), [this.#dist], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${this.#heapMb}`, '--max-semi-space-size=2', '--expose-gc'],
      // Whoever runs the tests takes a death that is told on their own stderr for their worker's, and ends the run.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#said = '';
    started.stderr!.on('data', (said: Buffer) => {
      this.#said = (this.#said + said.toString()).slice(-10_000);
    });
    // One that has ended is told by its end: what is sent to it meanwhile is lost, and fails nobody else.
    started.on('error', () => undefined);
    await once(started, 'message');
    this.#process = started;
    return started;
  }

  /** Why the process has ended, in words that nobody takes for the end of their own. */
  #why(code: number | null, signal: string | null): string {
    if (/heap out of memory|Last few GCs/.test(this.#said))
      return `The reader died for want of memory (${this.#heapMb} MiB).`;
    if (signal === 'SIGKILL') return `The reader was ended, by whoever ends processes or after ${ENDLESS_MS / 1000} s.`;
    return `The reader ended: ${code ?? signal} ${this.#said.trim().slice(-500)}`;
  }
}
