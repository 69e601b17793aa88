import { Kysely, PostgresDialect, type TableMetadata } from 'kysely';
import type { Pool } from '../../db/connection.ts';

/** Where the types of the tables are kept. */
export const SCHEMA_FILE = 'db/schema.ts';

/** A column's type when it is read, as db/connection.ts has it, and when it is written, as db/sql/kinds.ts does, if that differs. */
const TYPES: Readonly<Record<string, readonly [read: string, written?: string]>> = {
  bool: ['boolean'],
  bytea: ['Buffer', 'Uint8Array'],
  date: ['Date', 'string'],
  float8: ['number'],
  int2: ['number'],
  int4: ['number'],
  int8: ['number'],
  json: ['string'],
  jsonb: ['unknown', 'string'],
  text: ['string'],
  timestamptz: ['number'],
  _text: ['string[]', 'readonly string[]'],
};

/** Columns of which more is known than their type says. */
const NARROWER: Readonly<Record<string, string>> = {
  'outbox.state': "NoticeLine['state']",
  'person.locale': "'en' | 'zh-CN'",
  'role.role': 'Role',
  'round.state': "RoundView['state']",
  'setting.language': "'en' | 'zh-CN'",
  'stream.id': 'StreamId',
  'stream.owner': 'StreamId',
  'task.state': 'TaskStateName',
};

/** The types of a migrated database's tables, as a module. */
export async function schemaText(pool: Pool): Promise<string> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const tables = await db.introspection.getTables();
  return [
    "import type { ColumnType, Generated } from 'kysely';",
    "import type { StreamId } from '../contracts/ids.ts';",
    "import type { Role } from '../contracts/organisation.ts';",
    "import type { NoticeLine } from '../contracts/views/operations.ts';",
    "import type { RoundView, TaskStateName } from '../contracts/views/round.ts';",
    '',
    '/*',
    ' * Made from the migrated schema by `npm run schema`, and held by a test: never changed by hand. Instants are milliseconds',
    ' * since 1970, "json" is its exact text.',
    ' */',
    '',
    ...tables.flatMap(({ name, columns }) => [
      `interface ${titled(name)} {`,
      ...columns.map((column) => columnLine(name, column)),
      '}',
      '',
    ]),
    '/** The tables by name, as Kysely asks for them. */',
    'export interface Tables {',
    ...tables.map(({ name }) => `  ${name}: ${titled(name)};`),
    '}',
    '',
  ].join('\n');
}

type Column = TableMetadata['columns'][number];

function columnLine(
  table: string,
  { name, dataType, isNullable, hasDefaultValue, isAutoIncrementing }: Column,
): string {
  const narrower = NARROWER[`${table}.${name}`];
  const known = narrower ? [narrower] : TYPES[dataType];
  if (!known) throw new Error(`${name} is of the type ${dataType}, which test/db/schema-text.ts has to be told.`);
  const [read, written] = known.map((type) => (isNullable && type !== 'unknown' ? `${type} | null` : type));
  const optional = hasDefaultValue || isAutoIncrementing;
  if (!written) return `  ${name}: ${optional ? `Generated<${read}>` : read};`;
  return `  ${name}: ColumnType<${read}, ${written}${optional ? ' | undefined' : ''}, ${written}>;`;
}

function titled(table: string): string {
  const words = table.split('_').map((word) => word[0]!.toUpperCase() + word.slice(1));
  return `${words.join('')}Table`;
}
