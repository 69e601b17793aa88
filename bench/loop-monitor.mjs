// Preloaded into the API's process: writes down, four times a second, the longest pause of its event loop since the last line.
import { appendFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

const EVERY_MS = 250;
const RESOLUTION_MS = 5;

if (isMainThread && process.env.BENCH_LOOP) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  setInterval(() => {
    appendFileSync(process.env.BENCH_LOOP, `${Date.now()} ${(delay.max / 1e6).toFixed(1)}\n`);
    delay.reset();
  }, EVERY_MS).unref();
}
