import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessStamp {
  pid: number;
  /** When it began, in the system's own words; equal for the same process, different for a later one. */
  began: string;
}

/** Field 22 of /proc/PID/stat is the start in clock ticks; the name in field 2 may hold spaces and brackets. */
function beganOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function beganElsewhere(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/** The stamp of a running process, or null when there is none with this number. */
export function stampOf(pid: number): ProcessStamp | null {
  const began = process.platform === 'linux' ? beganOnLinux(pid) : beganElsewhere(pid);
  return began === null ? null : { pid, began };
}

/** The name of the program that a process runs, or null when there is no such process (or it is dead and unburied). */
export function programOf(pid: number): string | null {
  if (!stampOf(pid)) return null;
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/** True while the very process that was stamped is running. */
export function isRunning(stamp: ProcessStamp): boolean {
  return stampOf(stamp.pid)?.began === stamp.began;
}

/** Waits until none of the processes runs any more; false when some still do after `withinMs` milliseconds. */
export async function untilGone(stamps: readonly ProcessStamp[], withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (stamps.some(isRunning)) {
    if (performance.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

/** Sends a signal; a process that is gone already is no error. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Asks leftover processes to end, and ends those that do not within `graceMs` milliseconds. */
export async function endProcesses(stamps: readonly ProcessStamp[], graceMs: number): Promise<void> {
  for (const { pid } of stamps.filter(isRunning)) sendSignal(pid, 'SIGTERM');
  if (await untilGone(stamps, graceMs)) return;
  for (const { pid } of stamps.filter(isRunning)) sendSignal(pid, 'SIGKILL');
  await untilGone(stamps, graceMs);
}
