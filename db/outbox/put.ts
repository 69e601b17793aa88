import { type Connection, type Pool, stamp } from '../connection.ts';

export interface OutboxRow {
  /** Stable and unique: the same event makes the same key, and the message its id from it. */
  readonly key: string;
  readonly stream: string;
  readonly person: string;
  readonly template: string;
  readonly about: unknown;
  /** Procedure time. */
  readonly notBefore: number;
  readonly whileOpen: readonly string[] | null;
}

/** Puts messages into the outbox, in the transaction of the events they follow from. `hintOutbox` comes after it. */
export async function putOutbox(connection: Connection, rows: readonly OutboxRow[]): Promise<void> {
  await connection.query({
    name: 'put-outbox',
    text: `insert into outbox (key, stream, person, template, about, not_before, while_open)
           select r.key, r.stream, r.person, r.template, r.about, r.not_before::timestamptz,
                  case when r.while_open is null then null else array(select json_array_elements_text(r.while_open)) end
           from json_to_recordset($1) as r (key text, stream text, person text, template text, about jsonb,
                                            not_before text, while_open json)
           on conflict (key) do nothing`,
    values: [
      JSON.stringify(
        rows.map((r) => ({
          key: r.key,
          stream: r.stream,
          person: r.person,
          template: r.template,
          about: r.about,
          not_before: stamp(r.notBefore),
          while_open: r.whileOpen,
        })),
      ),
    ],
  });
}

/**
 * Wakes whoever delivers, after the messages were committed: a NOTIFY inside a transaction makes all that notify commit one
 * after the other. A hint that is lost costs a few seconds, since delivery looks by itself as well.
 */
export async function hintOutbox(pool: Pool): Promise<void> {
  await pool.query("select pg_notify('outbox', '')");
}
