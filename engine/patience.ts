import { type Clock, readClock } from '../db/clock.ts';
import { isPassing, type Pool } from '../db/connection.ts';
import type { KeyRing } from '../db/keys.ts';
import { schemaGap } from '../db/migrate.ts';

/** Whoever starts before what it needs waits this long, then ends with a sentence for whoever started it. */
const PATIENCE_MS = 120_000;
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
  const end = performance.now() + patienceMs;
  for (let said = false; ; said = true) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Missing) || signal.aborted || performance.now() > end) throw error;
      if (!said) log(`Waiting up to ${patienceMs / 1000} s. ${error.message}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }
}

/**
 * Waits until the database is there, answers, and has the schema that this program knows. Changes nothing.
 * @returns the installation's clock, once the keys are proved to belong to the database
 */
export async function untilOpen(pool: Pool, keys: KeyRing, waiting: Waiting): Promise<Clock> {
  return until(waiting, async () => {
    const { missing, unknown } = await schemaGap(pool).catch((error: Error) => {
      throw away(error);
    });
    if (unknown.length) {
      throw new Error(`The database was migrated by a newer Rostrum (${unknown.join(', ')}): update this process.`);
    }
    if (missing.length) throw new Missing(`The database lacks ${missing.join(', ')}: run rostrum migrate.`);
    return orMissing(async () => {
      await keys.prove();
      return readClock(pool);
    });
  });
}

/** Does work on a database that may still be on its way. The work is done again from the beginning when it was cut off. */
export async function untilDone<T>(waiting: Waiting, work: () => Promise<T>): Promise<T> {
  return until(waiting, () => orMissing(work));
}

/** What a database fails of that is only just starting, or has too much to do, may succeed the next time. */
async function orMissing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isPassing(error) || (error as { code?: string }).code === FORBIDDEN ? away(error as Error) : error;
  }
}

/** PostgreSQL's word for what a role may not do. */
const FORBIDDEN = '42501';

function away(error: Error): Missing {
  if ((error as { code?: string }).code === FORBIDDEN) {
    return new Missing(
      `The role of this process may not do what it has to (${reasonOf(error)}): run rostrum migrate as the owner, which grants it.`,
    );
  }
  return new Missing(`The database does not answer (${reasonOf(error)}): check DATABASE_URL and that it runs.`);
}

/** An error of several addresses tried in turn has no message of its own. */
export function reasonOf(error: Error & { code?: string; errors?: readonly Error[] }): string {
  return (error.errors?.[0]?.message || error.message || error.code || 'no reason given').split('\n')[0]!;
}
