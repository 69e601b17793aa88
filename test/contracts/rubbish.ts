import { z } from 'zod';
import type { ProcessType } from '../../contracts/ids.ts';
import { processOf } from '../../domain/kinds.ts';

/** A command of the right shape but for one place, where something stands that nobody should have sent. */
export interface Hostile {
  readonly type: string;
  /** Where it stands, such as `terms.rooms.0.name`. */
  readonly path: string;
  /** What stands there, in words. */
  readonly what: string;
  readonly body: unknown;
}

/** As much of JSON Schema as zod writes. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema | false;
  readonly minItems?: number;
  readonly prefixItems?: readonly Schema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly default?: unknown;
}

type Put = (value: unknown) => unknown;

/** Values in the shape that the contracts ask for; the first that fits a pattern is taken. */
const SHAPED = [
  ...['D2-2', 'D2', 'CN', 'selection:trainers-2027', 'cycle:plan-2026', 'offering:plan-2027.O-001', 'round:feedback'],
  ...['N-00001', 'M-0001', 'P-001', 'C-001', 'O-001', 'A-7K3Q', '5bd', '0.5', '3', 'a'.repeat(64), 'CNY', '2025'],
  ...['knowledge', 'interview-guide', '2027-03-15', '18:00', 'ann@example.com', 'table.csv'],
];
/** 1 June 2027, where an instant is asked for. */
const INSTANT = Date.parse('2027-06-01T09:00:00+08:00');
const END_OF_TIME = 4_102_444_800_000;

const STRINGS: Readonly<Record<string, string>> = {
  'a NUL': 'a\u0000b',
  'only a NUL': '\u0000',
  'a control character': 'a\u001b[31mb',
  'half an emoji': 'well \ud83d',
  'the other half': '\ude00 done',
  'a noncharacter': 'a\uffff',
  'nothing to be seen': '\u200b\u2060',
  'text from right to left': '\u202eevil',
  'an empty text': '',
  'a blank': ' ',
  'a huge text': 'x'.repeat(30_000),
  'many emoji': '😀'.repeat(200),
  'combining marks': `Z${'\u0300'.repeat(60)}`,
  'the name of a prototype': '__proto__',
  'the name of a constructor': 'constructor',
  'the name of a method': 'toString',
  'an id that nobody has': 'Z-99999',
  'the engine’s name': 'system',
  'a day that is none': '2027-02-30',
  'a day before time': '0001-01-01',
  'a day behind time': '9999-12-31',
  'a year of five figures': '+010000-01-01',
  'a duration of ages': '9999bd',
  'a duration the other way': '-999d',
  'a formula': '=1+1',
  'a path': '../../etc/passwd',
  'a line end': 'a\r\nb',
  'a long number': '9'.repeat(400),
  'an id of its own kind that is not there': 'N-99999',
};

const NUMBERS: Readonly<Record<string, number>> = {
  'microseconds for milliseconds': 9e15,
  'the same, before': -9e15,
  'the year 10000': 253_402_300_800_000,
  'the last instant of dates and one more': 8_640_000_000_000_001,
  'the end of time': END_OF_TIME,
  'one after it': END_OF_TIME + 1,
  nought: 0,
  'minus one': -1,
  'minus nought': -0,
  'a half': 0.5,
  'a hair': 5e-324,
  'more than can be told apart': Number.MAX_SAFE_INTEGER + 2,
  'nearly infinity': 1.7e308,
  'a thousand million': 1_000_000_000,
};

const OTHERS: Readonly<Record<string, unknown>> = {
  nothing: null,
  truth: true,
  'a number': 7,
  'a text': 'text',
  'an empty list': [],
  'a list of lists': [[[[]]]],
  'an empty object': {},
  'what looks like an open secret': { of: 'D2-2', open: 'Ann' },
  'what looks like a sealed one': { of: 'D2-2', $sealed: 'AAAA' },
  'a prototype': JSON.parse('{"__proto__": {"polluted": true}}'),
};

/** Keys that an object should not have; as JSON they are its own. */
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'of',
  'open',
  '$sealed',
  'a\u0000',
  '\ud83d',
  '',
  ' ',
  'x'.repeat(500),
];

/** So many keys of a record are tried. */
const MOST_KEYS = 10;
const LONG = 1_200;
const LONG_OF_WORDS = 20_001;

/**
 * Every command of a kind of process with one hostile thing at each place of its body, in a fixed order. What stands at
 * the other places is made from the schema, or taken from a body that is given for its type.
 */
export function* hostileCommands(
  kind: ProcessType,
  bodies: Readonly<Record<string, unknown>> = {},
): Generator<Hostile> {
  for (const [type, contract] of Object.entries(processOf(`${kind}:any`).commands)) {
    const schema = z.toJSONSchema(contract, { io: 'input', unrepresentable: 'any' }) as Schema;
    const maker = new Maker(schema);
    const body = Object.hasOwn(bodies, type) ? bodies[type] : maker.valid(schema);
    for (const { path, what, value } of maker.hostile(schema, body, (v) => v, []))
      yield { type, path: path.join('.'), what, body: value };
  }
}

/** A body for each command of a kind, in the right shape. */
export function shapedCommands(kind: ProcessType): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(processOf(`${kind}:any`).commands).map(([type, contract]) => {
      const schema = z.toJSONSchema(contract, { io: 'input', unrepresentable: 'any' }) as Schema;
      return [type, new Maker(schema).valid(schema)];
    }),
  );
}

interface Placed {
  readonly path: readonly string[];
  readonly what: string;
  readonly value: unknown;
}

class Maker {
  readonly #root: Schema;

  constructor(root: Schema) {
    this.#root = root;
  }

  /** A value in the shape of the schema, with everything that may be left out. */
  valid(given: Schema): unknown {
    const schema = this.#resolved(given);
    if ('const' in schema) return schema.const;
    if (schema.enum) return schema.enum[0];
    const branches = branchesOf(schema);
    if (branches) return this.valid(branches.find((b) => b.type !== 'null') ?? branches[0]!);
    switch (schema.type) {
      case 'string':
        return shaped(schema);
      case 'number':
      case 'integer':
        return figure(schema);
      case 'boolean':
        return true;
      case 'array':
        return schema.prefixItems
          ? schema.prefixItems.map((s) => this.valid(s))
          : new Array(Math.max(1, schema.minItems ?? 1)).fill(this.valid(itemOf(schema)));
      case 'object':
        return this.#object(schema);
      default:
        return null;
    }
  }

  #object(schema: Schema): Record<string, unknown> {
    const made = Object.entries(schema.properties ?? {}).map(([key, child]) => [key, this.valid(child)]);
    if (!schema.properties && typeof schema.additionalProperties === 'object') {
      const name = schema.propertyNames ? String(this.valid(schema.propertyNames)) : 'key';
      const names = schema.required ?? [name];
      for (const key of names) made.push([key, this.valid(schema.additionalProperties)]);
    }
    return Object.fromEntries(made);
  }

  /** The value with something hostile at each place. */
  *hostile(given: Schema, value: unknown, put: Put, path: readonly string[]): Generator<Placed> {
    const schema = this.#resolved(given);
    const branches = branchesOf(schema);
    if (branches) {
      for (const branch of branches) {
        const own = this.#fits(branch, value) ? value : this.valid(branch);
        if (this.#resolved(branch).type !== 'null') yield* this.hostile(branch, own, put, path);
      }
      return;
    }
    const place = function* (values: Readonly<Record<string, unknown>>): Generator<Placed> {
      for (const [what, v] of Object.entries(values)) yield { path, what, value: put(v) };
    };
    yield* place(OTHERS);
    if (schema.type === 'string' || schema.enum || 'const' in schema) yield* place(STRINGS);
    if (schema.type === 'number' || schema.type === 'integer') yield* place(NUMBERS);
    if (schema.type === 'array') yield* this.#inArray(schema, value, put, path);
    if (schema.type === 'object') yield* this.#inObject(schema, value, put, path);
  }

  *#inArray(schema: Schema, value: unknown, put: Put, path: readonly string[]): Generator<Placed> {
    if (schema.prefixItems) {
      for (const [at, child] of schema.prefixItems.entries()) {
        const others = Array.isArray(value) ? value : schema.prefixItems.map((s) => this.valid(s));
        const replaced: Put = (v) => put(others.map((o, i) => (i === at ? v : o)));
        yield* this.hostile(child, others[at], replaced, [...path, String(at)]);
      }
      return;
    }
    const items = itemOf(schema);
    const own = Array.isArray(value) && value.length ? value : [this.valid(items)];
    yield { path, what: 'the same twice', value: put([own[0], own[0]]) };
    const many = typeof own[0] === 'object' ? LONG : LONG_OF_WORDS;
    yield { path, what: 'a huge list', value: put(new Array(many).fill(own[0])) };
    yield* this.hostile(items, own[0], (v) => put([v, ...own.slice(1)]), [...path, '0']);
  }

  *#inObject(schema: Schema, value: unknown, put: Put, path: readonly string[]): Generator<Placed> {
    const own = isRecord(value) ? value : this.#object(schema);
    for (const key of KEYS) {
      const value = schema.properties ? 'x' : (Object.values(own)[0] ?? 'x');
      yield { path, what: `a key ${JSON.stringify(key).slice(0, 20)}`, value: put(withKey(own, key, value)) };
    }
    for (const [key, child] of Object.entries(schema.properties ?? {})) {
      const { [key]: dropped, ...rest } = own;
      yield { path: [...path, key], what: 'left out', value: put(rest) };
      const there = dropped === undefined ? this.valid(child) : dropped;
      yield* this.hostile(child, there, (v) => put({ ...own, [key]: v }), [...path, key]);
    }
    if (!schema.properties && typeof schema.additionalProperties === 'object') {
      const entries = Object.entries(own).length ? Object.entries(own) : Object.entries(this.#object(schema));
      for (const [key, there] of entries.slice(0, MOST_KEYS))
        yield* this.hostile(schema.additionalProperties, there, (v) => put({ ...own, [key]: v }), [...path, key]);
      const there = entries[0]![1];
      yield { path, what: 'the keys of a secret', value: put({ of: there, open: there }) };
    }
  }

  #resolved(schema: Schema): Schema {
    if (!schema.$ref) return schema.allOf?.length === 1 ? { ...schema.allOf[0], ...schema } : schema;
    const name = schema.$ref.replace(/^#\/\$defs\//, '');
    return this.#resolved(schema.$ref === '#' ? this.#root : this.#root.$defs![name]!);
  }

  /** Whether a value is of the kind that a branch takes. */
  #fits(branch: Schema, value: unknown): boolean {
    const { type, properties, ...schema } = this.#resolved(branch);
    if ('const' in schema) return schema.const === value;
    if (schema.enum) return schema.enum.includes(value);
    if (type === 'array') return Array.isArray(value);
    if (type === 'integer' || type === 'number') return typeof value === 'number';
    if (type !== 'object') return typeof value === type;
    if (!isRecord(value)) return false;
    const told = Object.entries(properties ?? {}).filter(([, p]) => 'const' in this.#resolved(p));
    return told.every(([key, p]) => this.#resolved(p).const === value[key]);
  }
}

function branchesOf(schema: Schema): readonly Schema[] | undefined {
  return schema.anyOf ?? schema.oneOf;
}

function itemOf(schema: Schema): Schema {
  return schema.items || {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object with a key of its own, as JSON would give it, whatever the key. */
function withKey(own: Record<string, unknown>, key: string, value: unknown): object {
  return JSON.parse(
    JSON.stringify(own)
      .replace(/^\{/, `{${JSON.stringify(key)}:${JSON.stringify(value)},`)
      .replace(/,\}$/, '}'),
  );
}

function shaped({ pattern, format, minLength = 0 }: Schema): string {
  if (format === 'email') return 'ann@example.com';
  if (format === 'date') return '2027-03-15';
  if (pattern) {
    const found = SHAPED.find((s) => new RegExp(pattern, 'u').test(s));
    if (found === undefined) throw new Error(`No text at hand has the shape ${pattern}; add one to SHAPED.`);
    return found;
  }
  return 'Text'.padEnd(minLength, '.');
}

function figure({ minimum, maximum, exclusiveMinimum }: Schema): number {
  if (maximum === END_OF_TIME) return INSTANT;
  const least = minimum ?? (exclusiveMinimum === undefined ? 1 : exclusiveMinimum + 1);
  return Math.min(Math.max(1, least), maximum ?? Number.POSITIVE_INFINITY);
}
