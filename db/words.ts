import type pg from 'pg';

/** The words by which a transaction begins and ends. */
export interface Words {
  readonly begin: string;
  readonly commit: string;
  readonly rollback: string;
}

const WHOLE: Words = { begin: 'begin', commit: 'commit', rollback: 'rollback' };
const PART: Words = {
  begin: 'savepoint part',
  commit: 'release savepoint part',
  rollback: 'rollback to savepoint part',
};

const undone = new WeakSet<pg.Pool>();

/** From now on all transactions of a pool are parts of one, which was begun on its only connection. */
export function makeParts(pool: pg.Pool): void {
  undone.add(pool);
}

export function wordsOf(pool: pg.Pool): Words {
  return undone.has(pool) ? PART : WHOLE;
}
