import type { Instant, StreamId } from '../contracts/ids.ts';
import type { Connection, Pool } from './connection.ts';

/** That a stream's workflow should look at it again. */
export interface Look {
  readonly stream: StreamId;
  /** Its row is locked by this transaction: then a look that is asked for already will see what is written here. */
  readonly held: boolean;
  /** Nothing has to follow in it from what is written here: its workflow need only be told how it stands. */
  readonly rest: boolean;
}

/** How often a look is asked of a stream's workflow, as far as can be seen: 0, 1, or 2 for whatever is more. */
export async function asksFor(connection: Connection | Pool, stream: StreamId): Promise<number> {
  const { rowCount } = await connection.query({
    name: 'asks-for',
    text: 'select from look where stream = $1 limit 2',
    values: [stream],
  });
  return rowCount ?? 0;
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

/** undefined: nothing was ever written to it. */
export async function seenAtRest(pool: Pool, stream: StreamId): Promise<SeenAtRest | undefined> {
  const { rows } = await pool.query<SeenAtRest>({
    name: 'seen-at-rest',
    text: `select wake_at as wake, trouble, waits is not null as tells,
             exists (select from look where stream = $1 and not rest) as follows
           from stream where id = $1 and version > 0`,
    values: [stream],
  });
  return rows[0];
}

/** Looks that were asked for: `first` for streams for which nothing was asked before, as far as could be seen. */
export interface Asked {
  readonly id: number;
  readonly stream: StreamId;
  readonly first: boolean;
}

/**
 * Asks for looks. The workflows of those that come first are to be signalled once the transaction has committed; for the
 * others somebody does already, unless `overtaken` finds that the look which would have seen them was over before.
 */
export async function askLooks(connection: Connection, looks: readonly Look[]): Promise<Asked[]> {
  const { rows } = await connection.query<Asked>({
    name: 'ask-looks',
    text: `insert into look (stream, rest)
           select w.stream, w.rest from unnest($1::text[], $2::boolean[], $3::boolean[]) as w (stream, held, rest)
           where not w.held or not exists (select 1 from look l where l.stream = w.stream and (w.rest or not l.rest))
           returning id, stream, not exists (select 1 from look l where l.stream = look.stream) as first`,
    values: [looks.map((l) => l.stream), looks.map((l) => l.held), looks.map((l) => l.rest)],
  });
  return rows;
}

/** Of looks that were asked for behind others, those before which nothing waits any more; after the commit. */
export async function overtaken(pool: Pool, ids: readonly number[]): Promise<StreamId[]> {
  const { rows } = await pool.query<{ stream: StreamId }>({
    name: 'overtaken-looks',
    text: `select stream from look where id = any($1)
             and not exists (select 1 from look o where o.stream = look.stream and o.id < look.id)`,
    values: [ids],
  });
  return rows.map((r) => r.stream);
}

/**
 * Takes back what was asked of a stream, before anything of it is read: what is asked meanwhile may be about what the look
 * does not see any more, and stays. Returns whether anything has to follow from what it was asked for.
 */
export async function takeLooks(connection: Connection, stream: StreamId): Promise<boolean> {
  const { rows } = await connection.query<{ rest: boolean }>({
    name: 'take-looks',
    text: 'delete from look where stream = $1 returning rest',
    values: [stream],
  });
  return rows.some(({ rest }) => !rest);
}

/**
 * Leaves one of what was asked of a stream that this transaction has locked, the oldest from which anything has to follow if
 * there is such a one: no look is under way that could take it, and the next one sees all that the others were written for.
 */
export async function leaveOneLook(connection: Connection, stream: StreamId): Promise<void> {
  await connection.query({
    name: 'leave-one-look',
    text: `delete from look where stream = $1
           and id <> (select id from look where stream = $1 order by rest, id limit 1)`,
    values: [stream],
  });
}

/** Streams that wait for a look for longer than so many real milliseconds, the longest first. */
export async function waitingLooks(pool: Pool, olderThanMs: number): Promise<StreamId[]> {
  const { rows } = await pool.query<{ stream: StreamId }>({
    name: 'waiting-looks',
    text: `select stream from look group by stream
           having min(since) < clock_timestamp() - $1 * interval '1 millisecond' order by min(since)`,
    values: [olderThanMs],
  });
  return rows.map((r) => r.stream);
}
