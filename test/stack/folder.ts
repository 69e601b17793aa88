import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** An empty folder of its own for one test. */
export function emptyFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'rostrum-test-'));
}

/** Path of a process under test/stack/processes. */
export function processFile(name: string): string {
  return path.resolve('test/stack/processes', name);
}
