import { createHash } from 'node:crypto';

/** A figure from 0 to 1 that hangs on the text alone: the same people hesitate the same time in every run. */
export function chance(text: string): number {
  return createHash('sha256').update(`rostrum demo ${text}`).digest().readUInt32BE(0) / 2 ** 32;
}

export function choose<T>(text: string, among: readonly T[]): T {
  return among[Math.floor(chance(text) * among.length)]!;
}
