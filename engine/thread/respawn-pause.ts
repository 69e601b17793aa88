const FIRST_MS = 100;
const LONGEST_MS = 30_000;
/** Whoever lived for longer has not died of its start. */
const LIVED_MS = 60_000;

/** How long to wait before what has died is started again, in milliseconds: twice as long each time in a row. */
export function pauseAfter(lived: number, pausedBefore: number): number {
  if (lived >= LIVED_MS || pausedBefore === 0) return FIRST_MS;
  return Math.min(LONGEST_MS, pausedBefore * 2);
}
