import type { CommandRef, Mark } from '../../contracts/advance.ts';
import { ORGANISATION, processTypeOf, type StreamId } from '../../contracts/ids.ts';
import { upcastBody } from '../../contracts/shapes.ts';
import type { Clock } from '../../db/clock.ts';
import { loadCommands, type Outcome, type StoredCommand, settleCommands } from '../../db/commands.ts';
import type { Connection, Defer } from '../../db/connection.ts';
import { type Folded, fold, foldOn } from '../../db/fold.ts';
import { keepInStep } from '../../db/kept.ts';
import type { KeyRing } from '../../db/keys.ts';
import { append, type Head, headsOf, lockStream, moveHead, moveWake } from '../../db/ledger.ts';
import { type OutboxRow, putOutbox } from '../../db/outbox/put.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import {
  type Command,
  type Consequence,
  type Context,
  type Decision,
  type DomainEvent,
  isRejection,
  type Notice,
  type Order,
  reject,
} from '../../domain/process.ts';
import type { FoldCache } from './cache.ts';
import type { OrganisationView } from './organisation-view.ts';
import { type Cause, Session, TIME } from './session.ts';

/** What `advance` works with. */
export interface Engine {
  readonly keys: KeyRing;
  readonly cache: FoldCache;
  readonly organisation: OrganisationView;
  readonly clock: Clock;
  readonly complain: (what: string, about: object) => void;
}

/** More rounds of "what has time brought about" than any process needs: beyond it, a rule feeds itself. */
const MOST_TURNS = 1000;

/** One transaction's work on one stream and on those it gives orders to. */
export class Turn {
  readonly #engine: Engine;
  readonly #connection: Connection;
  readonly #defer: Defer;
  readonly #now: number;
  readonly #sessions = new Map<StreamId, Session>();
  readonly #watched = new Map<StreamId, Folded>();
  /** Watched streams that nothing was ever written to; they are not looked for again in this transaction. */
  readonly #absent = new Set<StreamId>();
  /** Streams that are locked for orders to come. */
  readonly #locked = new Map<StreamId, Head>();
  readonly #outbox: OutboxRow[] = [];
  #stored: ReadonlyMap<string, StoredCommand> = new Map();
  #organisation!: OrganisationState;
  #main!: Session;

  constructor(engine: Engine, connection: Connection, defer: Defer, now: number) {
    this.#engine = engine;
    this.#connection = connection;
    this.#defer = defer;
    this.#now = now;
  }

  get main(): Session {
    return this.#main;
  }

  get context(): Context {
    return { now: this.#now, organisation: this.#organisation, child: (id) => this.#child(id) };
  }

  /** Streams other than the main one that this transaction has written to. */
  get ordered(): StreamId[] {
    return [...this.#sessions.values()].filter((s) => s !== this.#main && s.fresh.length).map((s) => s.stream);
  }

  /** Every fold that was worked with, for the cache once the transaction has committed. */
  get folds(): Folded[] {
    return [...[...this.#sessions.values()].map((s) => s.folded), ...this.#watched.values()];
  }

  /** Locks and folds the stream. What is read of the commands is read after the lock, in the same round trip. */
  async begin(stream: StreamId, refs: readonly CommandRef[]): Promise<void> {
    const [locked, stored] = await Promise.all([
      lockStream(this.#connection, stream, ORGANISATION),
      refs.length
        ? loadCommands(
            this.#connection,
            stream,
            refs.map(([id]) => id),
          )
        : new Map<string, StoredCommand>(),
    ]);
    this.#stored = stored;
    this.#organisation = await this.#engine.organisation.at(this.#connection, locked.organisation);
    this.#main = await this.#open(locked.head);
    await this.#watch();
  }

  /** Decides the commands in their order; one that was decided before answers as it did then. */
  async decide(refs: readonly CommandRef[]): Promise<Mark[]> {
    const outcomes = new Map<string, Outcome>();
    const marks: Mark[] = [];
    for (const [id, digest] of refs) {
      const command = this.#stored.get(id);
      const known = outcomes.get(id) ?? command?.outcome;
      if (known) marks.push(known.accepted ? 'a' : 'r');
      else if (!command || command.body === null || command.digest !== digest) marks.push('u');
      else {
        const outcome = await this.#decideOne(command);
        outcomes.set(id, outcome);
        marks.push(outcome.accepted ? 'a' : 'r');
      }
    }
    if (outcomes.size) this.#defer(settleCommands(this.#connection, this.#main.stream, outcomes));
    return marks;
  }

  async #decideOne({ id, type, schema: sent, actor, body }: StoredCommand): Promise<Outcome> {
    const schema = this.#main.kind.commands[type];
    if (!schema) return refused('command-unknown', `${this.#main.stream} knows no command "${type}".`);
    const parsed = schema.safeParse(upcastBody(processTypeOf(this.#main.stream), type, sent, body));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return refused(
        'command-invalid',
        `${type}: ${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'does not fit'}`,
      );
    }
    return this.#obey(this.#main, { id, type, actor, body: parsed.data });
  }

  async #obey(session: Session, command: Command): Promise<Outcome> {
    const decision = this.#decision(session, command);
    if (isRejection(decision)) return refused(decision.code, decision.detail);
    await this.#record(session, decision, { actor: command.actor, command: command.id });
    return { accepted: true, version: session.folded.version };
  }

  /** A rule that fails on one command must not keep all others of the stream waiting for ever. */
  #decision(session: Session, command: Command): Decision<DomainEvent> {
    try {
      return session.kind.process.decide(session.state, command, this.context);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#engine.complain('A rule failed', {
        stream: session.stream,
        command: command.id,
        type: command.type,
        message,
      });
      return reject(
        'internal',
        `The rule for "${command.type}" failed on this command; nothing has changed. Tell operations.`,
      );
    }
  }

  /** Lets time, and news from other streams, do what they have brought about. */
  async letTimeAct(session: Session = this.#main): Promise<void> {
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      await this.#watch();
      const events = session.kind.process.due(session.state, this.context);
      if (!events.length) return;
      await this.#record(session, events, TIME);
    }
    throw new Error(`Time does not come to rest in ${session.stream}: ${MOST_TURNS} turns at one instant.`);
  }

  async #record(session: Session, events: readonly { type: string; body: unknown }[], cause: Cause): Promise<void> {
    if (!events.length) return;
    const first = session.folded.version + 1;
    const consequences = await session.record(events, cause, this.#now, this.context);
    await this.#lockFor(consequences);
    let n = 0;
    for (const c of consequences) await this.#follow(session, c, `${session.stream}@${first}.${n++}`);
  }

  /** Locks all streams that are given orders in one go: a plan starts hundreds of offerings in one turn. */
  async #lockFor(consequences: readonly Consequence[]): Promise<void> {
    const named = consequences.flatMap((c) => (c.kind === 'order' ? c.to : []));
    const fresh = [...new Set(named)].filter((to) => !this.#sessions.has(to) && !this.#locked.has(to));
    const locked = await Promise.all(fresh.map((to) => lockStream(this.#connection, to, ORGANISATION)));
    fresh.forEach((to, i) => {
      this.#locked.set(to, locked[i]!.head);
    });
  }

  async #follow(session: Session, consequence: Consequence, key: string): Promise<void> {
    if (consequence.kind === 'notice') this.#notify(session, consequence, key);
    else await this.#order(session, consequence, key);
  }

  #notify(session: Session, notice: Notice, key: string): void {
    this.#outbox.push({
      key,
      stream: session.stream,
      person: notice.to,
      template: notice.template,
      about: notice.about,
      notBefore: notice.notBefore ?? this.#now,
      whileOpen: notice.whileOpen ?? null,
    });
  }

  /** A stream that an order creates belongs to the one that gave it, which need not be the main one. */
  async #order(from: Session, { to, command }: Order, key: string): Promise<void> {
    let session = this.#sessions.get(to);
    if (!session) {
      const head = this.#locked.get(to)!;
      session = await this.#open({ ...head, owner: head.owner ?? from.stream });
    }
    const outcome = await this.#obey(session, { ...command, id: key, actor: 'system' });
    if (!outcome.accepted)
      this.#engine.complain('An order was refused', { key, to, type: command.type, code: outcome.code });
    await this.letTimeActIn(session);
  }

  /** An ordered stream may have become due by the order; what it wants of its own children waits for its own turn. */
  private async letTimeActIn(session: Session): Promise<void> {
    if (session.kind.process.watches(session.state).length === 0) await this.letTimeAct(session);
  }

  async #open(head: Head): Promise<Session> {
    const watched = this.#watched.get(head.stream);
    this.#watched.delete(head.stream);
    let folded = watched ?? this.#engine.cache.take(head.stream);
    if (
      folded &&
      (folded.version > head.version || (folded.version === head.version && !folded.hash.equals(head.hash)))
    ) {
      folded = undefined;
    }
    if (folded) await foldOn(this.#connection, folded, head.version);
    else folded = await fold(this.#connection, head.stream, head.version);
    const session = new Session(folded, head.owner, this.#engine.keys);
    this.#sessions.set(head.stream, session);
    return session;
  }

  /** Brings the folds of the streams that the main one watches to what has been committed. */
  async #watch(): Promise<void> {
    const wanted = this.#main.kind.process
      .watches(this.#main.state)
      .filter((id) => !this.#sessions.has(id) && !this.#watched.has(id) && !this.#absent.has(id));
    if (!wanted.length) return;
    const heads = await headsOf(this.#connection, wanted);
    for (const id of wanted) if (!heads.has(id)) this.#absent.add(id);
    for (const head of heads.values()) {
      let folded = this.#engine.cache.take(head.stream);
      if (!folded || folded.version > head.version) folded = await fold(this.#connection, head.stream, head.version);
      else await foldOn(this.#connection, folded, head.version);
      this.#watched.set(head.stream, folded);
    }
  }

  #child(id: StreamId): unknown {
    return this.#sessions.get(id)?.state ?? this.#watched.get(id)?.state;
  }

  /** Writes everything down: entries, heads, projections, outbox. The writes are on their way when it returns. */
  async finish(): Promise<void> {
    for (const session of this.#sessions.values()) {
      const status = session.kind.process.status(session.state, this.context);
      if (session.fresh.length) {
        this.#defer(append(this.#connection, session.stream, session.fresh));
        const { stage, closed, wake } = status;
        this.#defer(
          moveHead(this.#connection, session.folded, { stage, closed, wake, owner: session.owner }, this.#now),
        );
      } else if (session === this.#main && session.folded.version > 0) {
        this.#defer(moveWake(this.#connection, session.stream, status.wake));
      }
      const events = session.fresh.map((e) => e.event);
      const writer = { connection: this.#connection, defer: this.#defer, keys: this.#engine.keys };
      await keepInStep(session.stream, session.state, events, writer);
      await session.kind.project(session.state, events, writer);
    }
    if (this.#outbox.length) this.#defer(putOutbox(this.#connection, this.#outbox));
  }
}

function refused(code: string, detail: string): Outcome {
  return { accepted: false, code, detail };
}
