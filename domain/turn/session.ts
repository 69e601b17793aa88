import type { Actor, CommandId, Instant, StreamId } from '../../contracts/ids.ts';
import { procedureOf, processTypeOf, SYSTEM } from '../../contracts/ids.ts';
import { schemaOf } from '../../contracts/shapes.ts';
import { type AnyProcess, processOf } from '../kinds.ts';
import type { Consequence, Context, DomainEvent, Recorded, Status } from '../process.ts';
import { ownersIn, sealAll } from './sealing.ts';
import { type Need, type Sealer, type Stood, type Supply, streamsBy } from './world.ts';

/** Who and what caused an event. */
export interface Cause {
  readonly actor: Actor;
  readonly command: CommandId | null;
  /** The command of a person that all this follows from; null: time's, or another stream's news. */
  readonly asked: CommandId | null;
}

export const TIME: Cause = { actor: SYSTEM, command: null, asked: null };

/** An event that a turn has made, with the exact text of its body as the ledger keeps it. */
export interface Entry {
  readonly event: Recorded;
  readonly text: string;
}

/** One stream inside one turn: what it stands at, and the entries that the turn adds to it. */
export class Session {
  readonly process: AnyProcess;
  readonly stood: Stood;
  readonly owner: StreamId | null;
  readonly entries: Entry[] = [];
  /** How it stands at the end of the turn; undefined before, and when time fails in it. */
  status: Status | undefined;
  readonly #keys: Sealer;
  readonly #log: Session[];
  readonly #first: number;
  /** As it stood before the turn, once it was needed; it is not folded on. */
  #before: unknown;

  /** `log` gets the session once more for each entry. */
  constructor(stood: Stood, owner: StreamId | null, keys: Sealer, log: Session[]) {
    this.stood = stood;
    this.#first = stood.version;
    this.#log = log;
    this.process = processOf(stood.stream);
    this.owner = owner;
    this.#keys = keys;
  }

  get stream(): StreamId {
    return this.stood.stream;
  }

  get state(): unknown {
    return this.stood.state;
  }

  watches(): readonly StreamId[] {
    return this.stood.version > 0 ? this.process.watches(this.stood.state) : [];
  }

  /** Records events: sealed and folded. Returns what follows from them. */
  *record(
    events: readonly DomainEvent[],
    cause: Cause,
    at: Instant,
    context: Context,
  ): Generator<Need, Consequence[], Supply> {
    const consequences: Consequence[] = [];
    for (const event of events) {
      const recorded = yield* this.#append(event, cause, at);
      consequences.push(...this.process.consequences(this.stood.state, recorded, context));
    }
    return consequences;
  }

  /** Takes back all entries but the first ones: the stream stands as it did after those. */
  *undo(kept: number): Generator<Need, void, Supply> {
    const { copy, evolve } = this.process;
    this.#before ??= (yield* streamsBy('anew', [this.stream])).get(this.stream)!.state;
    this.entries.length = kept;
    // From the text, as a state may have kept parts of a body and changed them.
    const events = this.entries.map(({ event, text }) => ({ ...event, body: JSON.parse(text) }));
    this.stood.state = events.reduce(evolve, copy(this.#before));
    this.stood.version = this.#first + kept;
  }

  *#append({ type, body }: DomainEvent, cause: Cause, at: Instant): Generator<Need, Recorded, Supply> {
    const procedure = procedureOf(this.stream);
    const owners = ownersIn(body, procedure);
    if (owners.size) yield { need: 'keys', owners };
    const text = JSON.stringify(owners.size ? sealAll(body, this.#keys, procedure) : body);
    // The fold sees what a later fold will read, not what `decide` happened to hold in its hands.
    const event: Recorded = {
      stream: this.stream,
      version: this.stood.version + 1,
      schema: schemaOf(processTypeOf(this.stream), type),
      at,
      actor: cause.actor,
      command: cause.command,
      type,
      body: JSON.parse(text),
    };
    // Noted first: should the fold fail half way, the entry can be taken back.
    this.entries.push({ event, text });
    this.#log.push(this);
    this.stood.state = this.process.evolve(this.stood.state, event);
    this.stood.version = event.version;
    return event;
  }
}
