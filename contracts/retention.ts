/** What is kept for a time and then goes by itself; how long, and what becomes of it, is in settings/retention.ts. */
export const RETENTION_KINDS = [
  'messages',
  'outcomes',
  'drafts',
  'signIns',
  'uploads',
  'evidence',
  'documents',
  'leavers',
  'selections',
  'cycles',
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** Of each kind how much; it may be a number of days, or of what would go. */
export type OfEachKind<T> = Readonly<Record<RetentionKind, T>>;
