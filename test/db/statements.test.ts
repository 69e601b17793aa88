import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { instant, int, jsonText, many, orNull, rows, text } from '../../db/sql/kinds.ts';
import { statement, statements } from '../../db/sql/statement.ts';
import { inboxOf } from '../../db/views/inbox.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

describe('a statement', () => {
  test('is written when it is first sent, and never again', async () => {
    let written = 0;
    const counted = statement('test-counted', { least: int }, (db, { least }) => {
      written++;
      return db.selectFrom('stream').select('id').where('version', '>=', least);
    });
    expect(written).toBe(0);
    for (const least of [1, 2, 3]) expect(await counted.all(database.pool, { least })).toEqual([]);
    expect(written).toBe(1);
  });

  test('has one parameter for each value that it is given, and its own values in the text', () => {
    const twice = statement('test-twice', { who: orNull(text), now: instant }, (db, { who, now }) =>
      db
        .selectFrom('task')
        .select('id')
        .where('state', 'in', ['open', "d'rafted" as 'drafted'])
        .where('late', '=', true)
        .where(({ or, eb }) => or([eb(who, 'is', null), eb('assignee', '=', who.$notNull()), eb('due_at', '<', now)]))
        .limit(7),
    );
    expect(twice.text).toBe(
      `select "id" from "task" where "state" in ('open', 'd''rafted') and "late" = true ` +
        'and ($1::text is null or "assignee" = $1::text or "due_at" < $2::timestamptz) limit 7',
    );
  });

  test('is given rows as one list a column, and instants as milliseconds', async () => {
    const column = { person: text, at: orNull(instant), rung: int };
    const given = statement('test-rows', { stream: text, plans: rows(column) }, (db, { stream, plans }) =>
      db
        .selectFrom(plans('p'))
        .select(['p.person', 'p.at', 'p.rung', stream.as('stream')])
        .orderBy('p.rung', 'desc'),
    );
    const plans = [
      { person: 'A', at: 1_800_000_000_123, rung: 1 },
      { person: "B, '{", at: null, rung: 2 },
    ];
    expect(await given.all(database.pool, { stream: 'round:r', plans })).toEqual([
      { ...plans[1], stream: 'round:r' },
      { ...plans[0], stream: 'round:r' },
    ]);
    expect(await given.all(database.pool, { stream: 'round:r', plans: [] })).toEqual([]);
  });

  test('keeps JSON to its byte, and takes lists', async () => {
    const kept = statement('test-kept', { body: jsonText, ids: many(text) }, (db, { body, ids }) =>
      db.selectNoFrom([body.as('body'), ids.as('ids')]),
    );
    const values = { body: '{ "b":1,  "a":"ü" }', ids: ['a', 'b c'] };
    expect(await kept.first(database.pool, values)).toEqual(values);
  });

  test('is called what no other is, and uses all that it is given', () => {
    const called = () => statement('test-called', { id: text }, (db) => db.selectFrom('stream').select('id'));
    expect(() => called().text).toThrow('The statement test-called does not use id.');
    expect(called).toThrow('Two statements are called test-called.');
  });

  test('has a name that says nothing of its values', async () => {
    const connection = await database.pool.connect();
    try {
      for (const person of ['P1', 'P2', 'P3']) await inboxOf(connection as never, person, 0);
      const prepared = await connection.query("select name from pg_prepared_statements where name like 'inbox%'");
      expect(prepared.rows).toEqual([{ name: 'inbox' }]);
    } finally {
      connection.release();
    }
  });
});

/** The types that come as the types of db/schema.ts say. Others would come as text, or as the driver likes. */
const READ = [
  'text',
  'integer',
  'smallint',
  'bigint',
  'boolean',
  'timestamp with time zone',
  'double precision',
  'bytea',
  'json',
  'jsonb',
  'text[]',
];

test('PostgreSQL takes every statement that is written here, and answers in types that come as they are declared', async () => {
  for (const file of await readdir('db', { recursive: true }))
    if (file.endsWith('.ts')) await import(path.resolve('db', file));
  const known = [...statements()].filter(({ name }) => !name.startsWith('test-'));
  expect(known.length).toBeGreaterThan(10);
  const connection = await database.pool.connect();
  try {
    await connection.query('deallocate all');
    for (const { name, text } of known) {
      await connection.query(`prepare "${name}" as ${text}`).catch((error: Error) => {
        throw new Error(`${name}: ${error.message}\n${text}`);
      });
    }
    const { rows } = await connection.query<{ name: string; types: string[] | null }>(
      'select name, result_types::text[] as types from pg_prepared_statements',
    );
    const odd = rows.map(({ name, types }) => [name, (types ?? []).filter((type) => !READ.includes(type))]);
    expect(odd.filter(([, types]) => types!.length)).toEqual([]);
  } finally {
    connection.release(true);
  }
});
