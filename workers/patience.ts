import type { Pool } from '../db/connection.ts';
import { schemaGap } from '../db/migrate.ts';

/** A process that starts before what it needs waits this long, then ends with a sentence for whoever started it. */
const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 100;

export interface Waiting {
  /** Told once, when there is something to wait for. */
  readonly log: (sentence: string) => void;
  /** Aborted: waiting ends at once, as if time had run out. */
  readonly signal: AbortSignal;
  readonly patienceMs?: number;
}

/** Something that may still come. Every other error ends a wait. */
export class Missing extends Error {}

/** Tries again while what it needs is missing. @throws the last error when time has run out */
export async function until<T>(
  { log, signal, patienceMs = PATIENCE_MS }: Waiting,
  attempt: () => Promise<T>,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (let said = false; ; said = true) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Missing) || signal.aborted || Date.now() > end) throw error;
      if (!said) log(`Waiting up to ${patienceMs / 1000} s. ${error.message}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }
}

/** Waits until the database is there and has the schema that this program knows. Changes nothing. */
export async function untilMigrated(pool: Pool, waiting: Waiting): Promise<void> {
  await until(waiting, async () => {
    const { missing, unknown } = await schemaGap(pool).catch((error: Error) => {
      throw new Missing(`The database cannot be reached (${reasonOf(error)}): check DATABASE_URL and that it runs.`);
    });
    if (unknown.length) {
      throw new Error(`The database was migrated by a newer Rostrum (${unknown.join(', ')}): update this process.`);
    }
    if (missing.length) throw new Missing(`The database lacks ${missing.join(', ')}: run rostrum migrate.`);
  });
}

/** An error of several addresses tried in turn has no message of its own. */
export function reasonOf(error: Error & { code?: string; errors?: readonly Error[] }): string {
  return (error.errors?.[0]?.message || error.message || error.code || 'no reason given').split('\n')[0]!;
}
