import { MB } from '../../access/door.ts';
import type { RefusalKey } from '../../contracts/refusals/refusal.ts';
import type { QueueLimits } from '../../engine/people-queue.ts';
import type { Reader } from './words.ts';

/**
 * What is read apart from everybody else's requests: pieces, each of them small, of what may be large (one application, one
 * course, one file); looks at the whole of it; tables and documents that are read and written; files that are taken in.
 */
export type Lane = 'pieces' | 'looks' | 'tables' | 'files';

/** Who reads what is handed over. */
export type Apart = Readonly<Record<Lane, Reader>>;

/** The bounds of one lane, and what people are told when one of them is reached. */
export interface LaneLimits extends QueueLimits {
  /** How long each waits for its turn, and then takes, in milliseconds. */
  readonly waitsMs: number;
  readonly takesMs: number;
  /** After so many milliseconds without work the thread ends. */
  readonly idleMs: number;
  /** How much memory the objects of the thread may take, in MiB. */
  readonly memoryMb: number;
  /** How much it gives way to those who answer and decide, where processors are few: as `nice` has it, from 0 to 19. */
  readonly niceness: number;
  readonly busy: Extract<RefusalKey, `engine-unavailable/lane-${string}`>;
  readonly tooManyOfOne: Extract<RefusalKey, `too-much-at-once/lane-${string}`>;
  readonly tooLong: Extract<RefusalKey, `took-too-long/${string}`>;
}

const LOOKS: LaneLimits = {
  atOnce: 4,
  mostWaiting: 200,
  mostOfOne: 40,
  mostBytes: 64 * MB,
  waitsMs: 20_000,
  takesMs: 30_000,
  idleMs: 300_000,
  memoryMb: 1024,
  niceness: 5,
  busy: 'engine-unavailable/lane-looks',
  tooManyOfOne: 'too-much-at-once/lane-looks',
  tooLong: 'took-too-long/looks',
};

/**
 * Pieces are what people need to answer, so they never stand behind somebody's look at a whole company. Tables go one at a time, so that whichever takes too long is known, and a thread apart from what is looked at: a file that
 * somebody has made to be slow holds up tables alone, and not for long.
 */
export const LANES: Readonly<Record<Lane, LaneLimits>> = {
  pieces: { ...LOOKS, tooLong: 'took-too-long/pieces' },
  looks: LOOKS,
  tables: {
    atOnce: 1,
    mostWaiting: 50,
    mostOfOne: 4,
    mostBytes: 128 * MB,
    waitsMs: 60_000,
    takesMs: 60_000,
    idleMs: 120_000,
    memoryMb: 1024,
    niceness: 10,
    busy: 'engine-unavailable/lane-tables',
    tooManyOfOne: 'too-much-at-once/lane-tables',
    tooLong: 'took-too-long/tables',
  },
  // Everybody may send a file, and what it unfolds to only the thread finds out that cleans it.
  files: {
    atOnce: 1,
    mostWaiting: 50,
    mostOfOne: 4,
    mostBytes: 64 * MB,
    waitsMs: 60_000,
    takesMs: 20_000,
    idleMs: 120_000,
    memoryMb: 512,
    niceness: 10,
    busy: 'engine-unavailable/lane-files',
    tooManyOfOne: 'too-much-at-once/lane-files',
    tooLong: 'took-too-long/files',
  },
};
