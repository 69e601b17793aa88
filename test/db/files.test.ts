import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fileNames, storeFile } from '../../db/files.ts';
import { KeyRing } from '../../db/keys.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

const proof = { person: 'E1', name: 'outline.pdf', mediaType: 'application/pdf', bytes: Buffer.from('proof') };

test('the id of a file stays the same, and tells whose it is to nobody without the installation’s key', async () => {
  const elsewhere = new KeyRing(database.pool, Buffer.alloc(32, 9).toString('base64'));
  const { id } = await storeFile(database.pool, database.keys, proof);
  expect((await storeFile(database.pool, database.keys, proof)).id).toBe(id);
  expect((await storeFile(database.pool, elsewhere, proof)).id).not.toBe(id);
  expect((await storeFile(database.pool, database.keys, { ...proof, person: 'E2' })).id).not.toBe(id);
});

test('nobody sees the name of another’s file by naming it as evidence', async () => {
  const { id } = await storeFile(database.pool, database.keys, proof);
  expect(await fileNames(database.pool, 'E1', [id, 'file-unknown'])).toMatchObject([{ id, name: 'outline.pdf' }]);
  expect(await fileNames(database.pool, 'E3', [id])).toEqual([]);
});
