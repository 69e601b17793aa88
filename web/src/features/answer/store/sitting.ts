/** A task of a sitting, as far as the way through it goes. */
export interface Sat {
  readonly task: string;
  readonly state: string;
}

const isOpen = ({ state }: Sat) => state !== 'submitted';

/** What was put off in this window, by round: it comes last, and is never taken for done. */
const skipped = new Map<string, Set<string>>();

export function skippedIn(round: string): ReadonlySet<string> {
  return skipped.get(round) ?? new Set();
}

export function skip(round: string, task: string): void {
  skipped.set(round, new Set([...skippedIn(round), task]));
}

/** What was put off comes up again. */
export function beginAnew(round: string): void {
  skipped.delete(round);
}

/** The task to go on with after one: the next that is open and not put off; from the end on to the beginning. Undefined: none is left. */
export function nextOf(
  tasks: readonly Sat[],
  current: string | undefined,
  putOff: ReadonlySet<string>,
): string | undefined {
  const at = tasks.findIndex(({ task }) => task === current);
  const rest = [...tasks.slice(at + 1), ...tasks.slice(0, Math.max(0, at))];
  return rest.find((one) => isOpen(one) && !putOff.has(one.task))?.task;
}

export interface Told {
  readonly done: number;
  readonly skipped: number;
  readonly open: number;
}

/** How a sitting stands: what was put off counts as open. */
export function standingOf(tasks: readonly Sat[], putOff: ReadonlySet<string>): Told {
  const open = tasks.filter(isOpen);
  return {
    done: tasks.length - open.length,
    open: open.length,
    skipped: open.filter(({ task }) => putOff.has(task)).length,
  };
}
