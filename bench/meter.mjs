// Memory and processor time of process trees, as /proc has them. Elsewhere than on Linux both are null.
import { existsSync, readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;
const SAMPLE_MS = 250;

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process has ended.
    return '';
  }
}

function treeOf(pid) {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  return [pid, ...children.flatMap((child) => treeOf(Number(child)))];
}

/** Seconds that a process has used, and its children that have ended. */
function cpuOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // Fields 14 to 17 of the file: user and system, own and of children waited for.
  return fields.length < 15 ? 0 : fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_A_SECOND;
}

/** Resident MiB of a tree: private pages of all, and shared ones once, by the process that has most of them. */
function residentOf(pid) {
  let anonymous = 0;
  let shared = 0;
  for (const one of treeOf(pid)) {
    const status = read(`/proc/${one}/status`);
    const kb = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    anonymous += kb('RssAnon');
    shared = Math.max(shared, kb('RssFile') + kb('RssShmem'));
  }
  return (anonymous + shared) / 1024;
}

/**
 * Starts measuring processes with all their descendants.
 * @param pids name -> process
 * @returns call it to end: peak MiB by name and of all together (sampled four times a second), CPU seconds by name
 */
export function startMeter(pids) {
  if (!existsSync('/proc/self/status')) return () => ({ peakMb: null, peakSumMb: null, cpu: null });
  const names = Object.keys(pids);
  const cpu = () => names.map((name) => treeOf(pids[name]).reduce((sum, pid) => sum + cpuOf(pid), 0));
  const peak = names.map(() => 0);
  let peakSum = 0;
  const sample = () => {
    const now = names.map((name) => residentOf(pids[name]));
    for (const [i, mb] of now.entries()) peak[i] = Math.max(peak[i], mb);
    peakSum = Math.max(
      peakSum,
      now.reduce((sum, mb) => sum + mb, 0),
    );
  };
  const before = cpu();
  sample();
  const timer = setInterval(sample, SAMPLE_MS);
  return () => {
    clearInterval(timer);
    sample();
    const used = cpu().map((seconds, i) => seconds - before[i]);
    const byName = (values, digits) => Object.fromEntries(names.map((n, i) => [n, +values[i].toFixed(digits)]));
    return { peakMb: byName(peak, 0), peakSumMb: Math.round(peakSum), cpu: byName(used, 2) };
  };
}
