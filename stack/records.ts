import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endProcesses, type ProcessStamp, stampOf } from './process-stamp.ts';

/** What a stack remembers from one run to the next, in `stack.json`. */
interface Records {
  ports: Record<string, number>;
  running: Record<string, ProcessStamp>;
}

function read(file: string): Records {
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as Partial<Records>;
    return { ports: found.ports ?? {}, running: found.running ?? {} };
  } catch {
    return { ports: {}, running: {} };
  }
}

/** The ports that were chosen, so that addresses stay the same, and the processes, so that leftovers can be ended. */
export class StackRecords {
  readonly #file: string;
  readonly #records: Records;

  constructor(dataDir: string) {
    this.#file = path.join(dataDir, 'stack.json');
    this.#records = read(this.#file);
  }

  port(name: string): number | undefined {
    return this.#records.ports[name];
  }

  notePort(name: string, port: number): void {
    this.#records.ports[name] = port;
    this.#write();
  }

  noteProcess(name: string, pid: number): void {
    const stamp = stampOf(pid);
    if (stamp) this.#records.running[name] = stamp;
    this.#write();
  }

  /** Ends what an earlier run left behind when it was killed together with whoever minded its processes. */
  async endLeftovers(): Promise<void> {
    await endProcesses(Object.values(this.#records.running), 5_000);
    this.forgetProcesses();
  }

  forgetProcesses(): void {
    this.#records.running = {};
    this.#write();
  }

  #write(): void {
    const draft = `${this.#file}.new`;
    writeFileSync(draft, `${JSON.stringify(this.#records, null, 2)}\n`);
    renameSync(draft, this.#file);
  }
}
