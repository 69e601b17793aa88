/** Tables that hold nothing but what the fold of the ledger says: they can be thrown away and made again. */
export const PROJECTIONS = [
  'person',
  'department',
  'round',
  'round_form',
  'task',
  'agenda',
  'selection',
  'cycle',
  'offering',
] as const;
export type ProjectionTable = (typeof PROJECTIONS)[number];

/** Tables that are a truth of their own, or a record of what was done: never rebuilt. */
export const KEPT = [
  'stream',
  'ledger',
  'command',
  'snapshot',
  'person_key',
  'outbox',
  'draft',
  'file',
  'document',
  'clock',
  'kysely_migration',
  'kysely_migration_lock',
] as const;
