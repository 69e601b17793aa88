import { z } from 'zod';

/** The kinds of process that have a stream of their own in the ledger. */
export const PROCESS_TYPES = ['organisation', 'selection', 'cycle', 'offering', 'round'] as const;
export type ProcessType = (typeof PROCESS_TYPES)[number];

/**
 * A stream's id, which is also its workflow's id: the kind of process, a colon, and a readable business path,
 * as in `selection:trainers-2027` or `round:trainers-2027.review`.
 */
export const StreamId = z
  .string()
  .max(160)
  .regex(
    /^(organisation|selection|cycle|offering|round):[A-Za-z0-9][A-Za-z0-9._-]*$/,
    'must look like selection:trainers-2027',
  );
export type StreamId = `${ProcessType}:${string}`;

/** There is one organisation in an installation; every other process reads it when it decides. */
export const ORGANISATION: StreamId = 'organisation:main';

export function processTypeOf(stream: StreamId): ProcessType {
  return stream.slice(0, stream.indexOf(':')) as ProcessType;
}

/** The id of a round is made from its owner's, so that nobody has to store the relation to find it. */
export function roundIdOf(owner: StreamId, name: string): StreamId {
  return `round:${owner.slice(owner.indexOf(':') + 1)}.${name}`;
}

/** An employee id as the personnel system gives it. */
export const PersonId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be an employee id such as E017');
export type PersonId = string;

/** Who acts: a person, or the engine itself (time, another process). */
export const SYSTEM = 'system';
export type Actor = PersonId | typeof SYSTEM;

/** Made by the client before it sends; the same id again is the same command and gets the same answer. */
export const CommandId = z
  .string()
  .min(8)
  .max(200)
  .regex(/^[A-Za-z0-9:._@#/-]+$/, 'may hold letters, digits and : . _ @ # / - only');
export type CommandId = string;

/** Procedure time in milliseconds since 1970-01-01T00:00Z. The engine's clock, never the machine's. */
export type Instant = number;
