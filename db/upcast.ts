import type { Recorded } from '../domain/process.ts';

/** Turns the body of one version of an event's shape into the next one's. */
export type Upcaster = (body: never) => unknown;

interface Shape {
  /** The version that is written today. */
  readonly schema: number;
  /** From version n to n + 1, by n. */
  readonly upcasters: Readonly<Record<number, Upcaster>>;
}

const shapes = new Map<string, Shape>();

/** Declares that events of a type are written in version `schema`, and how older ones are read. */
export function declareShape(type: string, schema: number, upcasters: Readonly<Record<number, Upcaster>>): void {
  for (let n = 1; n < schema; n++) {
    if (!upcasters[n])
      throw new Error(`Event ${type} is at version ${schema} but nothing turns version ${n} into ${n + 1}.`);
  }
  shapes.set(type, { schema, upcasters });
}

/** The version in which events of a type are written today; 1 unless declared. */
export function schemaOf(type: string): number {
  return shapes.get(type)?.schema ?? 1;
}

/** The event in the newest shape. The ledger keeps what was written; only the reader sees the change. */
export function upcast(event: Recorded): Recorded {
  const shape = shapes.get(event.type);
  if (!shape || event.schema === shape.schema) return event;
  if (event.schema > shape.schema) {
    throw new Error(
      `Event ${event.type} of ${event.stream} at version ${event.version} was written by a newer Rostrum (shape ${event.schema}, this one knows ${shape.schema}); update this process.`,
    );
  }
  let body: unknown = event.body;
  for (let n = event.schema; n < shape.schema; n++) body = shape.upcasters[n]!(body as never);
  return { ...event, schema: shape.schema, body };
}
