import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { SCHEMA_FILE, schemaText } from './schema-text.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

test('the types of the tables are those of the migrated schema: `npm run schema` writes them anew', async () => {
  expect(await readFile(SCHEMA_FILE, 'utf8')).toBe(await schemaText(database.pool));
});
