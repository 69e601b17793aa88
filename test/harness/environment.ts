import process from 'node:process';
import { TestEnvironment } from 'jest-environment-node';
import type { End } from './leavings.ts';

/** Long enough for any server to stop in order on a busy machine. */
const PATIENCE_MS = 30_000;

// A worker of jest hears of the death of its parent by nothing else, and a test that waits for ever would keep it alive.
if (process.send) {
  const orphaned = () => process.exit(1);
  process.once('disconnect', orphaned);
  // Whoever listens there keeps the process alive. Jest stops listening when it wants a worker to end by itself.
  process.on('removeListener', (event) => {
    if (event === 'message' && process.listenerCount('message') === 0) process.off('disconnect', orphaned);
  });
}

/** Node's environment, which ends what a test file has left running. */
export default class LeavingsEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global.rostrumLeavings = new Set<End>();
  }

  override async teardown(): Promise<void> {
    const left = [...(this.global.rostrumLeavings as Set<End>)];
    const timer = new Promise((resolve) => setTimeout(resolve, left.length ? PATIENCE_MS : 0).unref());
    await Promise.race([Promise.allSettled(left.map((end) => end())), timer]);
    await super.teardown();
  }
}
