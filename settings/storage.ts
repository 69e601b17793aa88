import { z } from 'zod';

/** What may be stored: so many files, and so many bytes of them. */
export interface Bound {
  readonly files: number;
  readonly bytes: number;
}

/** How much of the disk people may fill with evidence: each of them in all, and in each selection that they apply for. */
export interface Storing {
  readonly ofPerson: Bound;
  readonly ofApplication: Bound;
}

const MB = 1_048_576;

const count = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be ${most} at most`));

/** The variables, each with what holds where it is not set. */
export const STORAGE = {
  ROSTRUM_FILES_PER_PERSON: count(1, 10_000).default(100),
  ROSTRUM_FILES_MB_PER_PERSON: count(10, 100_000).default(200),
  // An application names 50 files at most.
  ROSTRUM_FILES_PER_APPLICATION: count(1, 50).default(20),
  ROSTRUM_FILES_MB_PER_APPLICATION: count(10, 500).default(50),
};

/** The bounds of an environment that was read. */
export function storingOf(environment: Readonly<Record<keyof typeof STORAGE, number>>): Storing {
  const bound = (of: 'PERSON' | 'APPLICATION') => ({
    files: environment[`ROSTRUM_FILES_PER_${of}`],
    bytes: environment[`ROSTRUM_FILES_MB_PER_${of}`] * MB,
  });
  return { ofPerson: bound('PERSON'), ofApplication: bound('APPLICATION') };
}

/** The bounds where the environment says nothing. */
export const STORING: Storing = storingOf(z.object(STORAGE).parse({}));
