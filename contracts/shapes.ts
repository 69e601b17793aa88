import { type ProcessType, processTypeOf, type StreamId } from './ids.ts';

/** What has to be known of an event to read it. */
interface Written {
  readonly stream: StreamId;
  readonly version: number;
  readonly schema: number;
  readonly type: string;
  readonly body: unknown;
}

/** Turns the body of one version of an event's shape into the next one's. */
export type Upcaster = (body: never) => unknown;

interface Shape {
  /** The version that is written today. */
  readonly schema: number;
  /** From version n to n + 1, by n. */
  readonly upcasters: Readonly<Record<number, Upcaster>>;
}

const shapes = new Map<string, Shape>();

const nameOf = (kind: ProcessType, type: string) => `${kind}.${type}`;

/**
 * Declares that a kind of process writes events of a type in version `schema`, and how older ones are read. Other kinds that have
 * a type of that name are not touched. Nothing was ever written in an older shape, so that only tests declare one today.
 * @forTests
 */
export function declareShape(
  kind: ProcessType,
  type: string,
  schema: number,
  upcasters: Readonly<Record<number, Upcaster>>,
): void {
  const name = nameOf(kind, type);
  for (let n = 1; n < schema; n++) {
    if (!upcasters[n]) throw new Error(`${name} is at version ${schema} but nothing turns version ${n} into ${n + 1}.`);
  }
  shapes.set(name, { schema, upcasters });
}

/** The version in which a kind's event is written today; 1 unless declared. */
export function schemaOf(kind: ProcessType, type: string): number {
  return shapes.get(nameOf(kind, type))?.schema ?? 1;
}

/** An event was written by a newer Rostrum than the one that reads it: that is nobody's fault but the process's. */
export class NewerShape extends Error {}

/** The event in the newest shape. The ledger keeps what was written; only the reader sees the change. */
export function upcast<E extends Written>(event: E): E {
  const kind = processTypeOf(event.stream);
  const schema = schemaOf(kind, event.type);
  if (event.schema === schema) return event;
  if (event.schema > schema) {
    throw new NewerShape(
      `Event ${event.type} of ${event.stream} at version ${event.version} was written by a newer Rostrum (shape ${event.schema}, this one knows ${schema}); update this process.`,
    );
  }
  return { ...event, schema, body: upcastBody(kind, event.type, event.schema, event.body) };
}

/** A body of an older version in the newest shape of its kind and type. */
export function upcastBody(kind: ProcessType, type: string, from: number, body: unknown): unknown {
  const shape = shapes.get(nameOf(kind, type));
  let newest = body;
  for (let n = from; n < (shape?.schema ?? 1); n++) newest = shape!.upcasters[n]!(newest as never);
  return newest;
}
