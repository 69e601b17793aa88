import { z } from 'zod';
import { isKind, type KindName, kindNames } from './kinds.ts';

/** A kind of process, which has streams of its own in the ledger. */
export type ProcessType = KindName;

/** What every object of JavaScript has under these names is nothing of ours, so nothing of ours is called like it. */
const TAKEN = [
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
];

/** Names of one shape, but for those that mean something else; `others`: further ones that nothing may have. */
export function named(shape: string, ...others: readonly string[]): RegExp {
  return new RegExp(`^(?!(?:${[...TAKEN, ...others].join('|')})$)${shape}$`);
}

/** The readable part of a stream's id, after the kind and the colon. */
const PATH = '[A-Za-z0-9][A-Za-z0-9._-]*';
const LONGEST_STREAM = 160;
/** So long may a readable part be at most, whatever its kind. */
export const LONGEST_PATH = LONGEST_STREAM - 'organisation:'.length;

/** Ids of some kind. One cast here, so that an id that was checked needs none anywhere else. */
function streamIdOf(kind: string, message: string) {
  const schema = z
    .string()
    .max(LONGEST_STREAM)
    .regex(new RegExp(`^${kind}:${PATH}$`), { message, abort: true });
  return schema as unknown as z.ZodType<StreamId, string>;
}

/**
 * A stream's id, which is also its workflow's id: the kind of process, a colon, and a readable business path,
 * as in `selection:trainers-2027` or `round:selection.trainers-2027.review`.
 */
export type StreamId = `${ProcessType}:${string}`;
const LIKE_A_STREAM = 'must look like selection:trainers-2027';
/** The id of a stream for whoever only passes it on, and need not know its kind. */
export const AnyStreamId = streamIdOf('[a-z][A-Za-z]*', LIKE_A_STREAM);
export const StreamId = AnyStreamId.refine((id) => isKind(processTypeOf(id)), LIKE_A_STREAM) as typeof AnyStreamId;

/** The id of a stream of one kind. */
export const RoundId = streamIdOf('round', 'must be a round such as round:cycle.plan-2027.needs');
export const SelectionId = streamIdOf('selection', 'must be a selection such as selection:trainers-2027');
export const CycleId = streamIdOf('cycle', 'must be a cycle such as cycle:plan-2027');
export const OfferingId = streamIdOf('offering', 'must be an offering such as offering:plan-2027.O-001');

/** There is one organisation in an installation; every other process reads it when it decides. */
export const ORGANISATION: StreamId = 'organisation:main';

export function processTypeOf(stream: StreamId): ProcessType {
  return stream.slice(0, stream.indexOf(':')) as ProcessType;
}

/** The readable part of a stream's id: `trainers-2027` of `selection:trainers-2027`. */
export function pathOf(stream: StreamId): string {
  return stream.slice(stream.indexOf(':') + 1);
}

/** A procedure's readable part has at most so many characters, so that the ids made from it fit as well. */
export const LONGEST_PROCEDURE = 100;

/**
 * The id of a round is made from its owner's, kind and all, so that nobody has to store the relation to find it:
 * `round:cycle.plan-2027.needs` of `cycle:plan-2027`. The round's name has no dot.
 */
export function roundIdOf(owner: StreamId, name: string): StreamId {
  return `round:${processTypeOf(owner)}.${pathOf(owner)}.${name}`;
}

/** The procedure in whose space a round's id lies; null: it is a round of its own, which any name suits. */
export function ownerInRoundId(round: StreamId): StreamId | null {
  const path = pathOf(round);
  const kind = kindNames().find((type) => path.startsWith(`${type}.`));
  if (!kind) return null;
  return `${kind}:${path.slice(kind.length + 1, Math.max(path.lastIndexOf('.'), kind.length + 1))}`;
}

/** The procedure in whose space a stream lies, which may be the stream itself; null for the organisation, which is none. */
export function procedureOf(stream: StreamId): StreamId | null {
  if (stream === ORGANISATION) return null;
  return (processTypeOf(stream) === 'round' ? ownerInRoundId(stream) : null) ?? stream;
}

/** Who acts: a person, or the engine itself (time, another process). */
export const SYSTEM = 'system';

/** An employee id as the personnel system gives it. Nobody has the engine's name. */
export const PersonId = z.string().min(1).max(64).regex(named(PATH, SYSTEM), 'must be an employee id such as E017');
export type PersonId = string;
export type Actor = PersonId | typeof SYSTEM;

/** Made by the client before it sends; the same id again is the same command and gets the same answer. */
export const CommandId = z
  .string()
  .min(8)
  .max(200)
  .regex(/^[A-Za-z0-9:._@#/-]+$/, 'may hold letters, digits and : . _ @ # / - only');
export type CommandId = string;

/** Where the time of procedures ends: 2100-01-01T00:00Z. What is reckoned to lie behind it, lies there. */
export const LATEST = 4_102_444_800_000;

/** Procedure time in milliseconds since 1970-01-01T00:00Z. The engine's clock, never the machine's. */
export type Instant = number;
export const Instant = z
  .number()
  .int()
  .min(0, 'must be an instant in milliseconds since 1970')
  .max(LATEST, 'must be an instant in milliseconds before the year 2100');
