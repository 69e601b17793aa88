import { type Instant, processTypeOf, type StreamId, SYSTEM } from '../../contracts/ids.ts';
import { schemaOf } from '../../contracts/shapes.ts';
import type { Folded } from '../../db/fold.ts';
import { linkOf } from '../../db/hash.ts';
import { type KeyRing, ownersIn, sealAll } from '../../db/keys.ts';
import type { Entry } from '../../db/ledger.ts';
import type { Consequence, Context, DomainEvent, Recorded } from '../../domain/process.ts';
import { type Kind, kindOf } from './processes.ts';

/** Who and what caused an event. */
export interface Cause {
  readonly actor: string;
  readonly command: string | null;
}

export const TIME: Cause = { actor: SYSTEM, command: null };

/** One stream inside one transaction: its fold, and the entries that the transaction will append. */
export class Session {
  readonly stream: StreamId;
  readonly kind: Kind;
  readonly folded: Folded;
  readonly owner: StreamId | null;
  readonly fresh: Entry[] = [];
  readonly #keys: KeyRing;

  constructor(folded: Folded, owner: StreamId | null, keys: KeyRing) {
    this.stream = folded.stream;
    this.kind = kindOf(folded.stream);
    this.folded = folded;
    this.owner = owner;
    this.#keys = keys;
  }

  get state(): unknown {
    return this.folded.state;
  }

  /** Records events: sealed, chained, folded. Returns what follows from them. */
  async record(events: readonly DomainEvent[], cause: Cause, at: Instant, context: Context): Promise<Consequence[]> {
    const consequences: Consequence[] = [];
    for (const event of events) {
      const recorded = await this.#append(event, cause, at);
      consequences.push(...this.kind.process.consequences(this.folded.state, recorded, context));
    }
    return consequences;
  }

  async #append({ type, body }: DomainEvent, cause: Cause, at: Instant): Promise<Recorded> {
    const owners = ownersIn(body);
    if (owners.size) await this.#keys.ready(owners);
    const text = JSON.stringify(owners.size ? sealAll(body, this.#keys) : body);
    const heading = {
      stream: this.stream,
      version: this.folded.version + 1,
      schema: schemaOf(processTypeOf(this.stream), type),
      type,
      at,
      actor: cause.actor,
      command: cause.command,
    };
    const hash = linkOf(this.folded.hash, heading, text);
    // The fold sees what a later fold will read, not what `decide` happened to hold in its hands.
    const event: Recorded = { ...heading, body: JSON.parse(text) };
    this.folded.state = this.kind.process.evolve(this.folded.state, event);
    this.folded.version = heading.version;
    this.folded.hash = hash;
    this.folded.weight += text.length;
    this.fresh.push({ event, text, hash });
    return event;
  }
}
