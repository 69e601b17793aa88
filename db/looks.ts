import { sql } from 'kysely';
import type { Instant, StreamId } from '../contracts/ids.ts';
import type { Connection, Pool } from './connection.ts';
import { bigint, boolean, float, many, rows, streamId } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

/** That a stream's workflow should look at it again. */
export interface Look {
  readonly stream: StreamId;
  /** Its row is locked by this transaction: then a look that is asked for already will see what is written here. */
  readonly held: boolean;
  /** Nothing has to follow in it from what is written here: its workflow need only be told how it stands. */
  readonly rest: boolean;
}

const asks = statement('asks-for', { stream: streamId }, (db, { stream }) =>
  db.selectFrom('look').select('id').where('stream', '=', stream).limit(2),
);

/** How often a look is asked of a stream's workflow, as far as can be seen: 0, 1, or 2 for whatever is more. */
export function asksFor(connection: Connection | Pool, stream: StreamId): Promise<number> {
  return asks.run(connection, { stream });
}

/** What is seen of a stream, without a lock, by which it may be at rest. */
export interface SeenAtRest {
  readonly wake: Instant | null;
  readonly trouble: string | null;
  /** Whether its row says what its workflow is to wait for. */
  readonly tells: boolean;
  /** Whether a look was asked for from which something may have to follow. */
  readonly follows: boolean;
}

const atRest = statement('seen-at-rest', { stream: streamId }, (db, { stream }) =>
  db
    .selectFrom('stream')
    .select(['wake_at as wake', 'trouble'])
    .select(({ eb, exists, selectFrom }) => [
      eb('waits', 'is not', null).$castTo<boolean>().as('tells'),
      exists(selectFrom('look').select('look.id').where('look.stream', '=', stream).where('look.rest', '=', false))
        .$castTo<boolean>()
        .as('follows'),
    ])
    .where('id', '=', stream)
    .where('version', '>', 0),
);

/** undefined: nothing was ever written to it. */
export function seenAtRest(pool: Pool, stream: StreamId): Promise<SeenAtRest | undefined> {
  return atRest.first(pool, { stream });
}

/** Looks that were asked for: `first` for streams for which nothing was asked before, as far as could be seen. */
export interface Asked {
  readonly id: number;
  readonly stream: StreamId;
  readonly first: boolean;
}

const ask = statement(
  'ask-looks',
  { looks: rows({ stream: streamId, held: boolean, rest: boolean }) },
  (db, { looks }) =>
    db
      .insertInto('look')
      .columns(['stream', 'rest'])
      .expression((q) =>
        q
          .selectFrom(looks('w'))
          .select(['w.stream', 'w.rest'])
          .where(({ or, not, exists, ref, selectFrom }) =>
            or([
              not(ref('w.held')),
              not(
                exists(
                  selectFrom('look as l')
                    .select('l.id')
                    .whereRef('l.stream', '=', 'w.stream')
                    .where(({ or, not, ref }) => or([ref('w.rest'), not(ref('l.rest'))])),
                ),
              ),
            ]),
          ),
      )
      .returning(({ not, exists, selectFrom }) => [
        'id',
        'stream',
        not(exists(selectFrom('look as l').select('l.id').whereRef('l.stream', '=', 'look.stream')))
          .$castTo<boolean>()
          .as('first'),
      ]),
);

/**
 * Asks for looks. The workflows of those that come first are to be signalled once the transaction has committed; for the
 * others somebody does already, unless `overtaken` finds that the look which would have seen them was over before.
 */
export async function askLooks(connection: Connection, looks: readonly Look[]): Promise<Asked[]> {
  return (await ask.all(connection, { looks })) as Asked[];
}

const behind = statement('overtaken-looks', { ids: many(bigint) }, (db, { ids }) =>
  db
    .selectFrom('look')
    .select('stream')
    .where(({ eb, fn }) => eb('id', '=', fn.any(ids)))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('look as o')
            .select('o.id')
            .whereRef('o.stream', '=', 'look.stream')
            .whereRef('o.id', '<', 'look.id'),
        ),
      ),
    ),
);

/** Of looks that were asked for behind others, those before which nothing waits any more; after the commit. */
export async function overtaken(pool: Pool, ids: readonly number[]): Promise<StreamId[]> {
  return (await behind.all(pool, { ids })).map((r) => r.stream as StreamId);
}

const take = statement('take-looks', { stream: streamId }, (db, { stream }) =>
  db.deleteFrom('look').where('stream', '=', stream).returning('rest'),
);

/**
 * Takes back what was asked of a stream, before anything of it is read: what is asked meanwhile may be about what the look
 * does not see any more, and stays. Returns whether anything has to follow from what it was asked for.
 */
export async function takeLooks(connection: Connection, stream: StreamId): Promise<boolean> {
  return (await take.all(connection, { stream })).some(({ rest }) => !rest);
}

const leaveOne = statement('leave-one-look', { stream: streamId }, (db, { stream }) =>
  db
    .deleteFrom('look')
    .where('stream', '=', stream)
    .where('id', '<>', (q) =>
      q.selectFrom('look').select('id').where('stream', '=', stream).orderBy('rest').orderBy('id').limit(1),
    ),
);

/**
 * Leaves one of what was asked of a stream that this transaction has locked, the oldest from which anything has to follow if
 * there is such a one: no look is under way that could take it, and the next one sees all that the others were written for.
 */
export async function leaveOneLook(connection: Connection, stream: StreamId): Promise<void> {
  await leaveOne.run(connection, { stream });
}

const waiting = statement('waiting-looks', { olderThanMs: float }, (db, { olderThanMs }) =>
  db
    .selectFrom('look')
    .select('stream')
    .groupBy('stream')
    .having(({ fn }) => sql`${fn.min('since')} < clock_timestamp() - ${olderThanMs} * interval '1 millisecond'`)
    .orderBy(({ fn }) => fn.min('since')),
);

/** Streams that wait for a look for longer than so many real milliseconds, the longest first. */
export async function waitingLooks(pool: Pool, olderThanMs: number): Promise<StreamId[]> {
  return (await waiting.all(pool, { olderThanMs })).map((r) => r.stream as StreamId);
}
