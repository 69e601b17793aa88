// The pauses of the API's event loop while something was under way.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** What the API's process is given to write its pauses into a file. */
export const monitoring = (file) => ({
  NODE_OPTIONS: `--import=${path.join(import.meta.dirname, 'loop-monitor.mjs')}`,
  BENCH_LOOP: file,
});

/** One line is written at most this long after the pause it tells of. */
const A_LINE_MS = 600;

/** Does the work; resolves with its answer and the longest pause meanwhile, in milliseconds. */
export async function pausesOf(file, work) {
  const from = Date.now();
  const result = await work();
  const to = Date.now();
  const { longest } = await longestPauses(file, { longest: [from, to] });
  return { result, longest, took: to - from };
}

/**
 * The longest pause within each span, in milliseconds.
 * @param spans name -> [from, to] in epoch milliseconds
 */
export async function longestPauses(file, spans) {
  await setTimeout(A_LINE_MS);
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  const within = ([from, to]) => lines.filter(([at]) => at >= from && at <= to + A_LINE_MS).map(([, pause]) => pause);
  return Object.fromEntries(Object.entries(spans).map(([name, span]) => [name, Math.max(0, ...within(span))]));
}
