import type { Connection, Pool } from '../../db/connection.ts';

/** A statement by its name, or by its text where it has none, and what it is given. */
export interface Statement {
  readonly name: string;
  readonly values: readonly unknown[];
}

type Query = (...args: unknown[]) => Promise<{ rows: unknown[] }>;

/** Puts itself before every statement of a pool's transactions: `around` sends it, sooner or later, and hands on what comes back. */
export function beforeStatements(
  pool: Pool,
  around: (statement: Statement, send: () => Promise<{ rows: unknown[] }>) => Promise<{ rows: unknown[] }>,
): void {
  pool.on('connect', (client) => {
    const connection = client as Connection;
    const query = connection.query.bind(connection) as unknown as Query;
    connection.query = ((...args: unknown[]) => {
      // The pool itself is told by a callback: that is no part of a transaction.
      if (typeof args.at(-1) === 'function') return query(...args);
      const [what, values] = args as [string | { name?: string; text: string; values?: unknown[] }, unknown[]?];
      const statement =
        typeof what === 'string'
          ? { name: what, values: values ?? [] }
          : { name: what.name ?? what.text, values: what.values ?? [] };
      return around(statement, () => query(...args));
    }) as unknown as typeof connection.query;
  });
}
