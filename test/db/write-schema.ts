import { writeFile } from 'node:fs/promises';
import { test } from '@jest/globals';
import { testDatabase } from '../harness/database.ts';
import { SCHEMA_FILE, schemaText } from './schema-text.ts';

/* `npm run schema`: writes down anew what schema.test.ts holds, after a migration was changed or added. */
test('writes the types of the tables', async () => {
  const database = await testDatabase();
  try {
    await writeFile(SCHEMA_FILE, await schemaText(database.pool));
  } finally {
    await database.stop();
  }
});
