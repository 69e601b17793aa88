import { processTypeOf, type StreamId } from './ids.ts';

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

/**
 * Declares that events of a type (or commands, by their `commandShape`) are written in version `schema`, and how older
 * ones are read.
 */
export function declareShape(type: string, schema: number, upcasters: Readonly<Record<number, Upcaster>>): void {
  for (let n = 1; n < schema; n++) {
    if (!upcasters[n]) throw new Error(`${type} is at version ${schema} but nothing turns version ${n} into ${n + 1}.`);
  }
  shapes.set(type, { schema, upcasters });
}

/** The name under which the shape of a stream's command is declared, as in `round.submit`. */
export function commandShape(stream: StreamId, type: string): string {
  return `${processTypeOf(stream)}.${type}`;
}

/** The version in which a type is written today; 1 unless declared. */
export function schemaOf(type: string): number {
  return shapes.get(type)?.schema ?? 1;
}

/** The event in the newest shape. The ledger keeps what was written; only the reader sees the change. */
export function upcast<E extends Written>(event: E): E {
  const schema = schemaOf(event.type);
  if (event.schema === schema) return event;
  if (event.schema > schema) {
    throw new Error(
      `Event ${event.type} of ${event.stream} at version ${event.version} was written by a newer Rostrum (shape ${event.schema}, this one knows ${schema}); update this process.`,
    );
  }
  return { ...event, schema, body: upcastBody(event.type, event.schema, event.body) };
}

/** A body of an older version in the newest shape of its type. */
export function upcastBody(type: string, from: number, body: unknown): unknown {
  const shape = shapes.get(type);
  let newest = body;
  for (let n = from; n < (shape?.schema ?? 1); n++) newest = shape!.upcasters[n]!(newest as never);
  return newest;
}
