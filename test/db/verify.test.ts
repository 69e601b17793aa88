import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { exportLedger } from '../../db/export.ts';
import { linkOf } from '../../db/hash.ts';
import { headsOf } from '../../db/ledger.ts';
import { headText, Signer } from '../../db/signature.ts';
import { type VerifyOptions, verifyLedger } from '../../db/verify.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { clock } from '../harness/start.ts';
import { tellStory } from '../harness/story.ts';

describe('the ledger', () => {
  let database: TestDatabase;
  let events: number;
  const sql = (text: string, values: unknown[] = []) => database.pool.query(text, values);
  /** Verifies after tampering, and puts everything back. */
  async function verifiedAfter(...given: (string | VerifyOptions)[]) {
    const statements = given.filter((g) => typeof g === 'string');
    const [options = {}] = given.filter((g) => typeof g !== 'string');
    await sql('create table if not exists ledger_copy as table ledger');
    await sql('create table if not exists stream_copy as table stream');
    for (const statement of statements) await sql(statement);
    const found = await verifyLedger(database.pool, options);
    await sql('truncate ledger, stream');
    await sql('insert into ledger table ledger_copy');
    await sql('insert into stream table stream_copy');
    return found;
  }
  const faultsAfter = async (...statements: string[]) => (await verifiedAfter(...statements)).faults;

  beforeAll(async () => {
    database = await testDatabase();
    const door = new Door(database);
    await tellStory(door, clock.now());
    expect(door.complaints).toEqual([]);
    events = Number((await sql('select count(*) from ledger')).rows[0].count);
  });
  afterAll(() => database.stop());
  beforeEach(async () => {
    expect(await verifyLedger(database.pool)).toEqual({
      ...{ streams: 3, events, faults: [], unreadable: [] },
      signers: [database.keys.signer.publicKey],
    });
  });

  test('names the event whose body was changed', async () => {
    const faults = await faultsAfter(
      "update ledger set body = replace(body::text, '\"score\":7', '\"score\":9')::json where stream = 'round:done' and version = 4",
    );
    expect(faults).toEqual([
      {
        stream: 'round:done',
        version: 4,
        kind: 'changed',
        sentence: 'round:done: event 4 (TaskSubmitted) is not what was written; its heading, body or link was changed.',
      },
    ]);
  });

  test.each([
    ['who', "actor = 'P5'"],
    ['when', "at = at + interval '1 millisecond'"],
    ['the command', "command = 'another-command'"],
    ['the type', "type = 'TaskDeclined'"],
    ['the link', "hash = '\\x00'"],
    ['a space', "body = (body::text || ' ')::json"],
  ])('names the event of which %s was changed', async (_what, change) => {
    const faults = await faultsAfter(`update ledger set ${change} where stream = 'round:done' and version = 6`);
    expect(faults).toMatchObject([{ stream: 'round:done', version: 6, kind: 'changed' }]);
  });

  test.each([1, 5])('names event %i as missing when it was removed', async (version) => {
    const faults = await faultsAfter(`delete from ledger where stream = 'round:done' and version = ${version}`);
    expect(faults).toMatchObject([{ stream: 'round:done', version, kind: 'missing' }]);
  });

  test('misses events cut off at the end, and a whole stream', async () => {
    expect(await faultsAfter("delete from ledger where stream = 'round:going' and version >= 3")).toMatchObject([
      { stream: 'round:going', version: 3, kind: 'missing' },
    ]);
    expect(await faultsAfter("delete from ledger where stream = 'round:going'")).toMatchObject([
      { stream: 'round:going', version: 1, kind: 'missing' },
    ]);
  });

  test.each([
    [4, 5],
    [3, 9],
    [1, 2],
  ])('sees that events %i and %i were exchanged', async (one, other) => {
    const faults = await faultsAfter(
      `update ledger set version = -version where stream = 'round:done' and version in (${one}, ${other})`,
      `update ledger set version = ${one + other} + version where stream = 'round:done' and version < 0`,
    );
    expect(faults).toMatchObject([{ stream: 'round:done', version: one, kind: 'reordered' }]);
    expect(faults[0]?.sentence).toContain(`was written as event ${other}`);
  });

  test('sees a head that does not agree with its last event', async () => {
    const head = (change: string) => faultsAfter(`update stream set ${change} where id = 'round:going'`);
    expect(await head("hash = '\\x00'")).toMatchObject([{ stream: 'round:going', kind: 'head' }]);
    expect(await head('version = version - 1')).toMatchObject([{ stream: 'round:going', kind: 'head' }]);
    expect(await head('version = version + 1')).toMatchObject([{ stream: 'round:going', kind: 'missing' }]);
    expect(await faultsAfter("delete from stream where id = 'round:going'")).toMatchObject([
      { stream: 'round:going', kind: 'head' },
    ]);
  });

  test('tells one fault a stream, and all streams that have one', async () => {
    const faults = await faultsAfter(
      "update ledger set actor = 'P5' where version > 1 and stream <> 'organisation:main'",
    );
    expect(faults.map((f) => [f.stream, f.version])).toEqual([
      ['round:done', 2],
      ['round:going', 2],
    ]);
    expect(await verifyLedger(database.pool, { streams: ['round:going'] })).toMatchObject({ streams: 1, faults: [] });
  });

  /**
   * Statements that add events to a stream which fit its chain, whatever is in them, and are signed; and at which versions.
   */
  async function added(...events: readonly (readonly [string, string])[]) {
    return addedBy(database.keys.signer, ...events);
  }

  async function addedBy(signer: Signer, ...events: readonly (readonly [string, string])[]) {
    const head = (await headsOf(database.pool, ['round:going'])).get('round:going')!;
    let { version, hash } = head;
    const appended: string[] = [];
    for (const [type, body] of events) {
      version++;
      const heading = { stream: head.stream, version, schema: 1, at: 0, actor: 'P1', command: null, type };
      hash = linkOf(hash, heading, body);
      appended.push(
        `insert into ledger (stream, version, schema, type, at, actor, body, hash)
         values ('round:going', ${version}, 1, '${type}', 'epoch', 'P1', '${body}', '\\x${hash.toString('hex')}')`,
      );
    }
    const signature = signer.sign(headText({ ...head, version, hash }));
    appended.push(
      `update stream set version = ${version}, hash = '\\x${hash.toString('hex')}',
         signature = '\\x${signature.toString('hex')}' where id = 'round:going'`,
    );
    return { appended, first: head.version + 1, version };
  }

  test('tells what cannot be read apart from what was tampered with, and goes on behind it', async () => {
    const { appended, first, version } = await added(
      ['RoundHeld', '{"reason":"plain text"}'],
      ['RoundForgotten', '{}'],
      ['TaskDrafted', '{"task":"A.P3"}'],
    );
    const odd = await verifiedAfter(...appended);
    expect(odd.faults).toEqual([]);
    expect(odd.unreadable).toMatchObject([{ stream: 'round:going', version: first, events: 2 }]);
    expect(odd.unreadable[0]!.sentence).toContain('(RoundHeld) cannot be read: reason');
    const both = await verifiedAfter(
      ...appended,
      `update ledger set actor = 'P5' where stream = 'round:going' and version = ${version}`,
    );
    expect(both.unreadable).toMatchObject([{ events: 2 }]);
    expect(both.faults).toMatchObject([{ stream: 'round:going', version, kind: 'changed' }]);
  });

  test('sees that somebody without the master key has added to a stream, or has rewritten it with all its links', async () => {
    const stranger = new Signer(randomBytes(32));
    const { appended } = await addedBy(stranger, ['TaskDrafted', '{"task":"A.P3"}']);
    const [head] = appended.slice(-1);
    const unsigned = head!.replace(/signature = '[^']*'/, 'signature = signature');
    expect(await faultsAfter(...appended.slice(0, -1), unsigned)).toMatchObject([
      { stream: 'round:going', kind: 'signature' },
    ]);
    const own = { trusted: [database.keys.signer.publicKey] };
    const { faults } = await verifiedAfter(own, ...appended);
    expect(faults).toMatchObject([{ stream: 'round:going', kind: 'signature' }]);
    expect(faults[0]!.sentence).toContain(stranger.publicKey);
    // Whoever knows no key is shown that there are two.
    expect((await verifiedAfter(...appended)).signers).toEqual(
      [database.keys.signer.publicKey, stranger.publicKey].sort(),
    );
  });

  test('sees that a stream was given to another owner', async () => {
    expect(await faultsAfter("update stream set owner = 'cycle:other' where id = 'round:going'")).toMatchObject([
      { stream: 'round:going', kind: 'signature' },
    ]);
  });

  test.each(['constructor', 'toString', '__proto__'])('knows no event of the type %s', async (type) => {
    const { appended } = await added([type, '{}']);
    const { faults, unreadable } = await verifiedAfter(...appended);
    expect(faults).toEqual([]);
    expect(unreadable[0]!.sentence).toContain(`(${type}) cannot be read: this Rostrum knows no event of that type`);
  });

  test('is exported so that the chain can be checked by anybody, sealed or open', async () => {
    const lines: string[] = [];
    for await (const line of exportLedger(database.pool, { streams: ['round:done'] })) lines.push(line);
    let previous: Buffer = Buffer.alloc(0);
    for (const line of lines) {
      const { body, hash, at, ...rest } = JSON.parse(line);
      previous = linkOf(previous, { ...rest, at: Date.parse(at) }, body);
      expect(previous.toString('hex')).toBe(hash);
    }
    expect(lines.join('')).not.toContain('a clear voice');
    const open: string[] = [];
    for await (const line of exportLedger(database.pool, { open: database.keys })) open.push(line);
    expect(open).toHaveLength(events);
    expect(open.join('')).toContain('a clear voice');
    expect(JSON.parse(open[0]!)).toMatchObject({ stream: ORGANISATION, version: 1 });
  });
});
