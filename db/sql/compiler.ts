import { type CompiledQuery, PostgresQueryCompiler, type QueryId, type RootOperationNode } from 'kysely';

/** What a statement is given when it is sent, by the names of its parameters. */
export type Given = Readonly<Record<string, unknown>>;

/** The place of a value that is given when the statement is sent. */
export interface Slot {
  /** The parameter that it belongs to. */
  readonly parameter: string;
  /** PostgreSQL's type. */
  readonly type: string;
  /** The value as it is sent. */
  readonly from: (given: Given) => unknown;
}

/** A slot among the values of a statement that is being written. */
export class SlotValue {
  readonly slot: Slot;

  constructor(slot: Slot) {
    this.slot = slot;
  }
}

/**
 * Writes a statement as somebody would by hand: each slot is one parameter, however often it is named, and says its type;
 * whatever else is a value stands in the text. As a parameter it would hide from a prepared plan that a partial index fits.
 * The `parameters` of what it has compiled are slots.
 */
export class StatementCompiler extends PostgresQueryCompiler {
  readonly #numbers = new Map<Slot, number>();

  override compileQuery(node: RootOperationNode, queryId: QueryId): CompiledQuery {
    this.#numbers.clear();
    return super.compileQuery(node, queryId);
  }

  protected override appendValue(value: unknown): void {
    if (value instanceof SlotValue) this.append(`$${this.#numberOf(value.slot)}::${value.slot.type}`);
    else this.appendImmediateValue(value);
  }

  #numberOf(slot: Slot): number {
    const known = this.#numbers.get(slot);
    if (known) return known;
    this.addParameter(slot);
    this.#numbers.set(slot, this.numParameters);
    return this.numParameters;
  }
}
