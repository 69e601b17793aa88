import { z } from 'zod';

/** So deep is looked. */
const DEEPEST = 20;

type Place = readonly PropertyKey[];

/**
 * Where a value has a field that its schema does not know, the first one; undefined: nowhere. zod leaves such fields out, so that
 * whoever has mistyped a name would hear that all is well.
 */
export function unknownField(schema: z.core.$ZodType, value: unknown): Place | undefined {
  return found(schema, value, 0);
}

function found(schema: z.core.$ZodType, value: unknown, depth: number): Place | undefined {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return undefined;
  if (schema instanceof z.ZodObject) return inObject(schema, value, depth);
  if (schema instanceof z.ZodArray) {
    const { element } = schema._zod.def;
    return Array.isArray(value) ? inEach(value.entries(), () => element, depth) : undefined;
  }
  if (schema instanceof z.ZodRecord) {
    const { valueType } = schema._zod.def;
    return inEach(Object.entries(value), () => valueType, depth);
  }
  if (schema instanceof z.ZodUnion) {
    // Of several forms the one counts that it has; where it has none, that is said.
    const fits = schema._zod.def.options.filter((option) => z.safeParse(option, value).success);
    const all = fits.map((option) => found(option, value, depth + 1));
    return all.every((below) => below) ? all[0] : undefined;
  }
  const inner = innerOf(schema);
  return inner && found(inner, value, depth + 1);
}

function inObject(schema: z.ZodObject, value: object, depth: number): Place | undefined {
  if (Array.isArray(value)) return undefined;
  const { shape, catchall } = schema._zod.def;
  // What takes any field beside its own says so.
  const takesMore = catchall !== undefined && catchall._zod.def.type !== 'never';
  if (!takesMore) {
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(shape, name));
    if (unknown !== undefined) return [unknown];
  }
  return inEach(Object.entries(value), (name) => shape[name as string], depth);
}

function inEach(
  entries: Iterable<readonly [PropertyKey, unknown]>,
  schemaOf: (name: PropertyKey) => z.core.$ZodType | undefined,
  depth: number,
): Place | undefined {
  for (const [name, value] of entries) {
    const schema = typeof value === 'object' && value !== null ? schemaOf(name) : undefined;
    const below = schema && found(schema, value, depth + 1);
    if (below) return [name, ...below];
  }
  return undefined;
}

/** What a schema is wrapped around: optional, with a default, or changed afterwards. */
function innerOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const def = schema._zod.def as { readonly innerType?: z.core.$ZodType; readonly in?: z.core.$ZodType };
  return def.innerType ?? def.in;
}
