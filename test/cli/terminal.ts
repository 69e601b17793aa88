import { Readable, Writable } from 'node:stream';
import { main } from '../../cli/main.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

class Sink extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

export interface Around {
  readonly env?: Record<string, string>;
  readonly stdin?: string;
  readonly terminal?: boolean;
}

/** A data folder in which nothing runs, so that no installation on this machine is found by chance. */
const NOWHERE = { ROSTRUM_DATA_DIR: '/nonexistent/rostrum' };

/** Streams of their own, and what was written to them. */
export function ioOf({ env = {}, stdin = '', terminal = false }: Around = {}) {
  const [out, err] = [new Sink(), new Sink()];
  const io = { stdin: Readable.from([stdin]), stdout: out, stderr: err, env: { ...NOWHERE, ...env }, terminal };
  return { io, out, err };
}

/** Runs the command line with streams of its own and nothing of this process's environment. */
export async function rostrum(args: readonly string[], around: Around = {}): Promise<Ran> {
  const { io, out, err } = ioOf(around);
  const code = await main(args, io);
  return { code, out: out.text, err: err.text };
}
