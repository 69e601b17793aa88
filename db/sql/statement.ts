import {
  type AliasedRawBuilder,
  type Compilable,
  DummyDriver,
  ExpressionWrapper,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  sql,
  ValueNode,
} from 'kysely';
import type { Connection, Pool } from '../connection.ts';
import type { Tables } from '../schema.ts';
import { type Given, type Slot, SlotValue, StatementCompiler } from './compiler.ts';
import { type Kind, many, type Of, type RowOf, type Rows } from './kinds.ts';

type Parameter = Kind<never> | Rows<Readonly<Record<string, Kind<never>>>>;
type Parameters = Readonly<Record<string, Parameter>>;

/** What a statement is given when it is sent. */
export type ValuesOf<P> = {
  readonly [Name in keyof P]: P[Name] extends Rows<infer C> ? readonly RowOf<C>[] : Of<P[Name]>;
};

/** A parameter while the statement is written: it stands where its value will be. */
export type Placeholder<T> = ExpressionWrapper<Tables, never, T>;
/** Rows that are given, as a table in "from" under a name. */
export type GivenRows<R> = <A extends string>(alias: A) => AliasedRawBuilder<R, A>;

/** What a statement is written with. */
export type PlaceholdersOf<P> = {
  readonly [Name in keyof P]: P[Name] extends Rows<infer C> ? GivenRows<RowOf<C>> : Placeholder<Of<P[Name]>>;
};

type Values<P> = keyof P extends never ? [] : [values: ValuesOf<P>];
type Sender = Pick<Connection | Pool, 'query'>;

/** A statement that PostgreSQL prepares once a connection; its text is written when it is first sent, and never again. */
export interface Statement<P, R> {
  readonly name: string;
  readonly text: string;
  /** Sends it and gives all rows. */
  all(to: Sender, ...values: Values<P>): Promise<R[]>;
  /** Sends it and gives the first row; undefined: there is none. */
  first(to: Sender, ...values: Values<P>): Promise<R | undefined>;
  /** Sends it and gives how many rows it has touched. */
  run(to: Sender, ...values: Values<P>): Promise<number>;
}

/** Connected to nothing: it writes statements, and nobody else's connection sends them. */
const builder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new StatementCompiler(),
  },
});

/** A statement by the name that PostgreSQL knows it by. */
export type Named = Pick<Statement<unknown, unknown>, 'name' | 'text'>;
const named = new Map<string, Named>();

/** Every statement of the modules that are loaded. @forTests */
export function statements(): Iterable<Named> {
  return named.values();
}

/**
 * Writes a statement with Kysely's builder.
 * @param name by which PostgreSQL knows it, once a connection; nobody else's
 * @param parameters what it is given when it is sent, each with its kind; all of them are used
 * @param write sees placeholders, never values: nothing that people say can come into the text
 */
export function statement<P extends Parameters, R>(
  name: string,
  parameters: P,
  write: (db: Kysely<Tables>, given: PlaceholdersOf<P>) => Compilable<R>,
): Statement<P, R> {
  if (named.has(name)) throw new Error(`Two statements are called ${name}.`);
  let made: Compiled | undefined;
  const compiled = () => (made ??= compile(name, parameters, write(builder, placeholders(parameters))));
  const send = (to: Sender, given: Given = {}) => {
    const { text, slots } = compiled();
    return to.query<R & object>({ name, text, values: slots.map((slot) => slot.from(given)) });
  };
  const own: Statement<P, R> = {
    name,
    get text() {
      return compiled().text;
    },
    all: async (to, values?) => (await send(to, values)).rows,
    first: async (to, values?) => (await send(to, values)).rows[0],
    run: async (to, values?) => (await send(to, values)).rowCount ?? 0,
  };
  named.set(name, own);
  return own;
}

interface Compiled {
  readonly text: string;
  readonly slots: readonly Slot[];
}

function compile(name: string, parameters: Parameters, written: Compilable): Compiled {
  const { sql: text, parameters: found } = written.compile();
  const slots = found as readonly Slot[];
  const unused = Object.keys(parameters).filter((parameter) => !slots.some((slot) => slot.parameter === parameter));
  if (unused.length) throw new Error(`The statement ${name} does not use ${unused.join(', ')}.`);
  return { text, slots };
}

function placeholders<P extends Parameters>(parameters: P): PlaceholdersOf<P> {
  const made = Object.entries(parameters).map(([name, parameter]) => [
    name,
    'columns' in parameter ? givenRows(name, parameter) : placeholder(name, parameter, (given) => given[name]),
  ]);
  return Object.fromEntries(made);
}

function placeholder<T>(parameter: string, kind: Kind<never>, find: (given: Given) => unknown): Placeholder<T> {
  const { type, wire } = kind as Kind<unknown>;
  const slot = { parameter, type, from: wire ? (given: Given) => wire(find(given)) : find };
  return new ExpressionWrapper(ValueNode.create(new SlotValue(slot)));
}

function givenRows(parameter: string, { columns }: Rows<Readonly<Record<string, Kind<never>>>>): GivenRows<unknown> {
  const names = Object.keys(columns);
  const arrays = names.map((column) =>
    placeholder(parameter, many(columns[column]!), (given) =>
      (given[parameter] as readonly Given[]).map((row) => row[column]),
    ),
  );
  return (alias) =>
    sql`unnest(${sql.join(arrays)})`.as<typeof alias>(
      sql`${sql.ref(alias)}(${sql.join(names.map((column) => sql.ref(column)))})`,
    );
}
