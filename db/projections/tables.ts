/**
 * Tables that hold nothing but what the fold of the ledger says: they can be thrown away and made again. Each with the
 * column that names the stream which a row is made from; null: all are made from the organisation's.
 */
export const PROJECTIONS = {
  person: null,
  department: null,
  role: null,
  round: 'stream',
  round_form: 'round',
  task: 'round',
  agenda: 'stream',
  procedure: 'stream',
  cycle: 'stream',
  offering: 'stream',
} as const;
export type ProjectionTable = keyof typeof PROJECTIONS;
export const PROJECTION_TABLES = Object.keys(PROJECTIONS) as ProjectionTable[];

/** Tables that are a truth of their own, or a record of what was done: never rebuilt. @forTests */
export const KEPT = [
  'stream',
  'ledger',
  'anchor',
  'command',
  'look',
  'snapshot',
  'person_key',
  'outbox',
  'delivery',
  'setting',
  'session',
  'link',
  'program_token',
  'feed',
  'pairing',
  'draft',
  'file',
  'document',
  'clock',
  'kysely_migration',
  'kysely_migration_lock',
] as const;
