/** What people are counted by, in milliseconds. */
export const MINUTE_MS = 60_000;
