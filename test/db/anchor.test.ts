import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SYSTEM } from '../../contracts/ids.ts';
import { lastAnchor, makeAnchor, noteAnchor, noteKept, readAnchor } from '../../db/anchor.ts';
import { exportLedger } from '../../db/export.ts';
import { storeFile } from '../../db/files.ts';
import { Signer } from '../../db/signature.ts';
import { verifyLedger } from '../../db/verify.ts';
import { verifyAgainst } from '../../db/verify-against.ts';
import { verifyKept } from '../../db/verify-kept.ts';
import { anchorIfDue } from '../../engine/anchoring.ts';
import { folderPlace } from '../../workers/anchor-places.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { clock } from '../harness/start.ts';
import { tellStory } from '../harness/story.ts';

const DAY = 86_400_000;

describe('an anchor of the ledger', () => {
  let database: TestDatabase;
  let door: Door;
  let text: string;
  let file: string;
  const sql = (statement: string, values: unknown[] = []) => database.pool.query(statement, values);

  /** Compares with the anchor after something was done to the tables, and puts them back. */
  async function against(...statements: string[]): Promise<string[]> {
    const tables = ['ledger', 'stream', 'file', 'command'];
    for (const table of tables) await sql(`create table kept_${table} as table ${table}`);
    for (const statement of statements) await sql(statement);
    const faults = await verifyAgainst(database.pool, [readAnchor('it', text)]);
    for (const table of tables) {
      await sql(`truncate ${table}`);
      await sql(`insert into ${table} table kept_${table}`);
      await sql(`drop table kept_${table}`);
    }
    return faults.map((f) => f.sentence);
  }

  beforeAll(async () => {
    database = await testDatabase();
    door = new Door(database);
    await tellStory(door, clock.now());
    const bytes = Buffer.from('outline');
    file = (
      await storeFile(database.pool, database.keys, { person: 'P1', name: 'a.txt', mediaType: 'text/plain', bytes })
    ).id;
    const made = await makeAnchor(database.pool, database.keys.signer, clock.now());
    await noteAnchor(database.pool, made);
    await noteKept(database.pool, made);
    text = made.text;
  });
  afterAll(() => database.stop());

  beforeEach(async () => {
    expect(await against()).toEqual([]);
    expect(await verifyKept(database.pool)).toEqual([]);
  });

  test('is still true when the ledger has grown', async () => {
    expect(await door.send('round:going', 'P3', 'saveDraft', { task: 'A.P3' })).toMatchObject({ accepted: true });
    expect(await against()).toEqual([]);
  });

  test('finds what was rewritten with all its links, cut off with its head, or taken away whole', async () => {
    const rewritten = await against("update ledger set hash = '\\x00' where stream = 'round:done' and version >= 5");
    expect(rewritten).toEqual([
      expect.stringMatching(/^round:done: event \d+, or one before it, is not what it was on/),
    ]);
    const cut = await against(
      "delete from ledger where stream = 'round:going' and version > 2",
      "update stream set version = 2, hash = (select hash from ledger where stream = id and version = 2) where id = 'round:going'",
    );
    expect(cut).toEqual([expect.stringMatching(/^round:going: had \d+ events on .+ is not there any more\.$/)]);
    const gone = await against(
      "delete from ledger where stream = 'round:done'",
      "delete from stream where id = 'round:done'",
    );
    expect(gone).toEqual([expect.stringMatching(/^round:done: had \d+ events/)]);
    const given = await against("update stream set owner = 'cycle:x' where id = 'round:done'");
    expect(given).toEqual([expect.stringMatching(/^round:done: belonged to nobody on .+ and now to cycle:x\.$/)]);
  });

  test('finds a file that was exchanged or taken away while nobody was erased', async () => {
    expect(await against(`update file set sha256 = 'another' where id = '${file}'`)).toEqual([
      expect.stringMatching(/is another file than it was on/),
    ]);
    expect(await against('delete from file')).toEqual([expect.stringMatching(/are gone .+ and nobody was erased\.$/)]);
  });

  test('is refused when a letter of it was changed, and when a stranger has signed it', async () => {
    expect(() => readAnchor('it', text.replace('"number":1', '"number":2'))).toThrow('is not what was signed');
    expect(() => readAnchor('it', 'nothing')).toThrow('is no anchor of a ledger');
    const [line] = text.split('\n');
    const stranger = new Signer(Buffer.alloc(32, 7));
    const signature = stranger.sign(line!).subarray(32).toString('base64url');
    const forged = `${line}\n${JSON.stringify({ key: stranger.publicKey, signature })}\n`;
    const own = [database.keys.signer.publicKey];
    const faults = await verifyAgainst(database.pool, [readAnchor('it', forged)], own);
    expect(faults.map((f) => f.sentence)).toEqual([expect.stringContaining(stranger.publicKey)]);
  });

  test('can be checked by anybody with the public key, the export and nothing of this program', async () => {
    const [line, signed] = text.trim().split('\n') as [string, string];
    const { key, signature } = JSON.parse(signed);
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: key };
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    expect(verify(null, Buffer.from(line), publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
    const links = new Map<string, Buffer>();
    const at = new Map<string, string>();
    for await (const exported of exportLedger(database.pool)) {
      const { body, hash, at: when, stream, version, schema, type, actor, command } = JSON.parse(exported);
      const heading = JSON.stringify([stream, version, schema, type, Date.parse(when), actor, command]);
      const link = createHash('sha256')
        .update(links.get(stream) ?? Buffer.alloc(0))
        .update(`${heading}\n${body}`)
        .digest();
      expect(link.toString('hex')).toBe(hash);
      links.set(stream, link);
      at.set(`${stream} ${version}`, hash);
    }
    const { streams } = JSON.parse(line) as { streams: [string, number, string][] };
    expect(streams).toHaveLength(3);
    for (const [stream, version, hash] of streams) expect(at.get(`${stream} ${version}`)).toBe(hash);
  });

  test('is handed out once a day, to every place that takes it, and not counted where none does', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'anchors-'));
    const complaints: string[] = [];
    const away = { name: 'away', keep: () => Promise.reject(new Error('It is away.')) };
    const parts = (real: number, places = [folderPlace(folder), away]) => ({
      ...{ pool: database.pool, signer: database.keys.signer, places, real: () => real },
      complain: (what: string, about: object) => void complaints.push(`${what} ${JSON.stringify(about)}`),
    });
    const { number, keptAt } = await lastAnchor(database.pool);
    const first = { number, at: keptAt! };
    expect(await anchorIfDue(parts(first.at + DAY - 1))).toBe(false);
    expect(await anchorIfDue(parts(first.at + DAY, [away]))).toBe(false);
    expect(await lastAnchor(database.pool)).toMatchObject({ number: number + 1, keptAt: first.at });
    expect(await anchorIfDue(parts(first.at + DAY))).toBe(true);
    expect(await anchorIfDue(parts(first.at + DAY + 1))).toBe(false);
    expect(await anchorIfDue(parts(first.at + 2 * DAY))).toBe(true);
    expect(complaints).toHaveLength(3);
    const files = (await readdir(folder)).sort();
    expect(files).toHaveLength(2);
    const read = await Promise.all(
      files.map(async (name) => readAnchor(name, await readFile(path.join(folder, name), 'utf8'))),
    );
    // No number is used again, even if nobody said that they have the anchor.
    expect(read.map((r) => r.anchor.number)).toEqual([first.number + 2, first.number + 3]);
    expect(await verifyAgainst(database.pool, [readAnchor('it', text), ...read])).toEqual([]);
    const other = readAnchor('other', (await makeAnchor(database.pool, database.keys.signer, first.at)).text);
    const odd = { ...other, anchor: { ...other.anchor, number: first.number + 3 } };
    expect((await verifyAgainst(database.pool, [...read, odd])).map((f) => f.sentence)).toEqual(
      expect.arrayContaining([expect.stringContaining('two different anchors with the number')]),
    );
    // Whoever owns the database wants no anchor to follow.
    await sql("update anchor set at = '2099-01-01' where kept");
    expect(await anchorIfDue(parts(first.at + 2 * DAY + 1))).toBe(true);
    expect(complaints.at(-2)).toMatch(/^The last anchor of the ledger is noted for a time to come/);
    await rm(folder, { recursive: true });
  });
});

describe('what is kept beside the ledger', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    const door = new Door(database);
    await tellStory(door, clock.now());
    const bytes = Buffer.from('outline');
    await storeFile(database.pool, database.keys, { person: 'P1', name: 'a.txt', mediaType: 'text/plain', bytes });
    await door.send('organisation:main', SYSTEM, 'grantRole', { person: 'P3', role: 'operations' });
    await door.send('round:going', 'P5', 'submit', { task: 'A.P3', answer: {} });
  });
  afterAll(() => database.stop());

  test.each([
    ["update file set bytes = 'other'", /its bytes were changed/],
    [
      `update command set outcome = '{"accepted":false,"code":"x","detail":"x"}'
       where (stream, id) = (select stream, command from ledger where command is not null limit 1)`,
      /said to have been refused, but the ledger holds/,
    ],
    [
      `update command set outcome = '{"accepted":true,"version":99}' where not (outcome ->> 'accepted')::boolean`,
      /said to have been accepted at an event that is not there/,
    ],
    [
      "insert into role values ('P2', 'operations', '', null, '')",
      /^The role P2 operations stands in its table, but nobody/,
    ],
    [
      "insert into role values ('P9', 'auditor', 'D1', null, '')",
      /^The role P9 auditor D1 stands in its table, but nobody/,
    ],
    ["update role set until = '2199-12-31'", /^The role .* ends in its table on another day than the ledger says/],
    [
      "update ledger set body = 'null' where stream = 'organisation:main'",
      /^The rows of roles were compared with nothing/,
    ],
    ['delete from role', /^The role .* was granted, but is missing in its table/],
  ])('is seen to have been changed by: %s', async (statement, sentence) => {
    const connection = await database.pool.connect();
    expect(await verifyKept(database.pool)).toEqual([]);
    await connection.query('begin');
    await connection.query(statement);
    const faults = await verifyKept(connection as never);
    await connection.query('rollback');
    connection.release();
    expect(faults[0]!.sentence).toMatch(sentence);
  });
});

test('a key that was exchanged is named', async () => {
  const database = await testDatabase();
  const door = new Door(database);
  await tellStory(door, clock.now());
  await database.pool.query("update person_key set wrapped = '\\x00' where person = 'P2'");
  database.keys.forget();
  await expect(database.keys.hold(['P2'])).rejects.toThrow('The key of P2 does not open with the master key');
  await database.pool.query(
    `update person_key set wrapped = (select wrapped from person_key where person = 'P3') where person = 'P1'`,
  );
  database.keys.forget();
  const open = async () => {
    for await (const _ of exportLedger(database.pool, { open: database.keys }));
  };
  await expect(open()).rejects.toThrow(/What is sealed for P1 does not open|The key of P2 does not open/);
  expect((await verifyLedger(database.pool)).faults).toEqual([]);
  await database.stop();
});
