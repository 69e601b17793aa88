import { z } from 'zod';

/** So many faults of one list are looked for: whoever sent it hears of the first, and mends the others when they see it. */
const MOST_FAULTS = 100;
/** A record has at most so many entries. */
export const MOST_ENTRIES = 5_000;

const seen = new WeakSet<object>();

/**
 * Has a schema, and all that it is made of, stop at the first faults of each list, and look into no record that has more
 * entries than it may. Of itself zod gathers every fault there is, millions in a body of a few megabytes, and takes a
 * hundred times as long over what is wrong as over what is right.
 *
 * It changes the schema itself, for all who use it, and gives it back; doing so again does nothing more.
 */
export function firstFaults<S extends z.core.$ZodType>(schema: S): S {
  if (seen.has(schema)) return schema;
  seen.add(schema);
  for (const part of partsOf(schema._zod.def)) firstFaults(part);
  if (schema instanceof z.ZodArray) replaceParse(schema, listParse(schema));
  if (schema instanceof z.ZodRecord) replaceParse(schema, recordParse(schema));
  return schema;
}

/** The schemas that one is made of: its element, its fields, its options, whatever it is wrapped around. */
function partsOf(def: object): z.core.$ZodType[] {
  return Object.values(def).flatMap((value: unknown) => {
    if (isSchema(value)) return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).filter(isSchema) : [];
  });
}

function isSchema(value: unknown): value is z.core.$ZodType {
  return typeof value === 'object' && value !== null && '_zod' in value && 'def' in (value._zod as object);
}

type Parse = z.core.$ZodType['_zod']['parse'];

/** What has no checks of its own runs its parsing directly. */
function replaceParse({ _zod: zod }: z.core.$ZodType, parse: Parse): void {
  if (zod.run === zod.parse) zod.run = parse;
  zod.parse = parse;
}

function listParse(schema: z.ZodArray): Parse {
  const { parse: whole } = schema._zod;
  const { element, checks = [] } = schema._zod.def;
  const most = Math.min(...checks.map((check) => mostOf(check._zod.def)));
  return (payload, context) => {
    const list = payload.value;
    // What is no list, or too long a one, is refused without a look at its elements.
    if (!Array.isArray(list) || list.length > most) return whole(payload, context);
    const values = new Array<unknown>(list.length);
    payload.value = values;
    for (let i = 0; i < list.length; i++) {
      const read = element._zod.run({ value: list[i], issues: [] }, context);
      if (read instanceof Promise) throw new z.core.$ZodAsyncError();
      values[i] = read.value;
      for (const issue of read.issues) payload.issues.push({ ...issue, path: [i, ...(issue.path ?? [])] });
      if (payload.issues.length < MOST_FAULTS) continue;
      // Nothing may look at the rest, which has not been read: an issue that does not say "continue" sees to that.
      payload.issues.push({ code: 'custom', message: 'has more faults than are told', input: list, inst: schema });
      break;
    }
    return payload;
  };
}

function mostOf(check: { readonly check: string; readonly maximum?: number }): number {
  return check.check === 'max_length' ? check.maximum! : Number.POSITIVE_INFINITY;
}

function recordParse(schema: z.ZodRecord): Parse {
  const { parse: whole } = schema._zod;
  return (payload, context) => {
    const { value } = payload;
    if (typeof value !== 'object' || value === null || Object.keys(value).length <= MOST_ENTRIES)
      return whole(payload, context);
    const message = `may have at most ${MOST_ENTRIES} entries`;
    payload.issues.push({ code: 'custom', message, input: value, inst: schema });
    return payload;
  };
}
