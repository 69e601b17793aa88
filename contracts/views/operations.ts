import { z } from 'zod';
import { StreamId } from '../ids.ts';
import { RETENTION_KINDS } from '../retention.ts';

const instant = z.number().int().describe('Procedure time, milliseconds since 1970');

export const NOTICE_STATES = ['waiting', 'sent', 'failed', 'dropped'] as const;

/** A message to a person, as operations see it: never its text, which is written at delivery. */
export const NoticeLine = z.object({
  id: z.number().int(),
  key: z.string(),
  stream: z.string(),
  person: z.string(),
  personName: z.string().nullable(),
  template: z.string(),
  about: z.record(z.string(), z.unknown()),
  notBefore: instant,
  state: z.enum(NOTICE_STATES),
  attempts: z.number().int(),
  settledAt: instant.nullable(),
  error: z.string().nullable(),
});
export type NoticeLine = z.infer<typeof NoticeLine>;

export const NoticePage = z
  .object({
    counts: z.record(z.string(), z.number().int()).describe('Messages by state, over all that the filter lets through'),
    due: z.number().int().describe('Of those that wait, the ones whose hour has come; the others wait for it'),
    notices: z.array(NoticeLine),
    next: z.number().int().nullable().describe('Give it as `before` to go on'),
  })
  .meta({ id: 'NoticePage' });
export type NoticePage = z.infer<typeof NoticePage>;

/** An entry of the ledger. */
export const LedgerEntry = z.object({
  version: z.number().int(),
  type: z.string(),
  at: instant,
  actor: z.string(),
  command: z.string().nullable(),
  body: z.unknown(),
  hash: z.string().describe("The chain's link, SHA-256 in hexadecimal"),
});
export const LedgerPage = z
  .object({ stream: StreamId, entries: z.array(LedgerEntry), next: z.number().int().nullable() })
  .meta({ id: 'LedgerPage' });
export type LedgerPage = z.infer<typeof LedgerPage>;

/** What is kept for how long, and how much of it would go now. */
export const RetentionView = z
  .object({
    kinds: z.array(
      z.object({
        kind: z.enum(RETENTION_KINDS),
        what: z.string(),
        days: z.number().int().describe('For so many days it is kept; 0: for ever'),
        from: z.string().describe('From when these are counted'),
        ends: z.string().describe('What becomes of it'),
        count: z.number().int().describe('How many of it are too old now; the engine lets go of them within the hour'),
      }),
    ),
  })
  .meta({ id: 'Retention' });
export type RetentionView = z.infer<typeof RetentionView>;

export const ClockView = z
  .object({
    now: instant,
    scale: z.number().describe('Procedure milliseconds in each real one; 1 in production'),
  })
  .meta({ id: 'Clock' });

/** Somebody to hand a task to. */
export const DirectoryLine = z.object({
  id: z.string(),
  name: z.string().nullable(),
  department: z.string(),
  departmentName: z.string().nullable(),
  departmentNameZh: z.string().nullable(),
});
export type DirectoryLine = z.infer<typeof DirectoryLine>;
export const Directory = z.object({ people: z.array(DirectoryLine) }).meta({ id: 'Directory' });

export const StoredFile = z
  .object({ id: z.string(), name: z.string(), mediaType: z.string(), sha256: z.string(), size: z.number().int() })
  .meta({ id: 'StoredFile' });
export type StoredFile = z.infer<typeof StoredFile>;
