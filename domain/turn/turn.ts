import { entryOf } from '../../contracts/entry.ts';
import { messageOf } from '../../contracts/failure.ts';
import { faultInWords, UNKNOWN_FIELD } from '../../contracts/fault-words.ts';
import { type CommandId, ORGANISATION, type StreamId, SYSTEM } from '../../contracts/ids.ts';
import { unknownField } from '../../contracts/unknown-fields.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { notBeforeOf } from '../procedure/notice-hour.ts';
import { reachingRunners } from '../procedure/runners.ts';
import {
  type Command,
  type Consequence,
  type Decision,
  type DomainEvent,
  isMoot,
  isRejection,
  type Notice,
  type Order,
  type Rejection,
} from '../process.ts';
import { refuse } from '../refuse.ts';
import { Moved, Overdue } from './again.ts';
import type { Turned, TurnInput } from './given.ts';
import { Made } from './made.ts';
import { type Outcome, refusedBy, type Sent } from './outcome.ts';
import { type Cause, type Session, TIME } from './session.ts';
import { Sight } from './sight.ts';
import { lateBy, type Need, type Supply } from './world.ts';

/** More rounds of "what has come about" than any process needs: beyond it, a rule feeds itself. */
const MOST_STEPS = 1000;

/** A command is refused because an order that follows from it is: nothing of it has happened. */
class Undone extends Error {
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(rejection.detail);
    this.rejection = rejection;
  }
}

/**
 * One turn of a stream: time acts if its hour has come, the commands are decided in their order, what follows at once
 * follows; orders go to its children, which act on them in the same turn. It decides by nothing but what it is given
 * and asks for, so whoever drives it, live, in a preview or in a test, gets the same.
 * @throws Moved, Overdue, or whatever a rule throws; what it was given is worthless then
 */
export function turn(input: TurnInput): Generator<Need, Turned, Supply> {
  return new Turn(input).take();
}

class Turn {
  readonly #input: TurnInput;
  readonly #made = new Made();
  readonly #sight: Sight;
  readonly #troubles = new Map<StreamId, unknown>();
  readonly #faults: { command: CommandId; type: string; message: string }[] = [];
  #main!: Session;

  constructor(input: TurnInput) {
    this.#input = input;
    this.#sight = new Sight(input, this.#made.log);
  }

  *take(): Generator<Need, Turned, Supply> {
    const { stream, commands, lockFirst, above, now } = this.#input;
    const overdue = commands.length ? above.find(({ wake }) => wake <= now) : undefined;
    if (overdue) throw new Overdue(overdue.stream);
    this.#main = this.#sight.open(stream, null);
    if (lockFirst.length) yield* this.#sight.lock(lockFirst, null);
    yield* this.#sight.watch([this.#main]);
    if (this.#timeActs) yield* this.#catchUp();
    const outcomes: Outcome[] = [];
    for (const command of commands) outcomes.push(yield* this.#decideOne(command));
    if (this.#timeActs) yield* this.#settle(this.#main);
    yield* this.#stand();
    return {
      outcomes,
      sessions: [...this.#sight.sessions.values()],
      posted: this.#made.posted,
      orders: this.#made.orders,
      faults: this.#faults,
      troubles: this.#troubles,
      settled: this.#timeActs,
    };
  }

  get #timeActs(): boolean {
    return this.#input.time && this.#main.stood.version > 0;
  }

  /** Time has come first, wherever below this stream it was due, so that no decision depends on who looked when. */
  *#catchUp(): Generator<Need, void, Supply> {
    const { wake, look } = this.#input;
    const late = this.#main.watches().length ? yield* lateBy(this.#sight.context.now) : [];
    if (late.length) yield* this.#sight.lock([...new Set(late.flatMap((l) => [l.owner, l.stream]))], null);
    let settled = false;
    for (const { stream, owner, wake: hour } of late) {
      if (!settled && wake !== null && wake <= hour) {
        yield* this.#settle(this.#main);
        settled = true;
      }
      yield* this.#settleBelow(this.#sight.sessions.get(stream)!);
      if (owner !== this.#main.stream) yield* this.#settleBelow(this.#sight.sessions.get(owner)!);
    }
    if (look || late.length || (wake !== null && wake <= this.#sight.context.now)) yield* this.#settle(this.#main);
  }

  *#decideOne({ id, type, actor, body }: Sent): Generator<Need, Outcome, Supply> {
    const verdict = this.#input.verdicts.get(id);
    if (verdict) return refusedBy(verdict);
    const schema = entryOf(this.#main.process.commands, type);
    if (!schema)
      return refusedBy(refuse('command-unknown/unknown-command', { stream: this.#main.stream, command: type }));
    const none = this.#input.rights(
      { stream: this.#main.stream, type, actor, body },
      this.#company,
      this.#sight.context.now,
    );
    if (none) return refusedBy(none);
    const parsed = schema.safeParse(body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return refusedBy(refuse('command-invalid/field', { command: type, ...faultInWords(issue!) }));
    }
    const unknown = unknownField(schema, body);
    if (unknown) {
      const fault = faultInWords({ path: unknown, message: UNKNOWN_FIELD });
      return refusedBy(refuse('command-invalid/field', { command: type, ...fault }));
    }
    yield* this.#sight.watch([this.#main]);
    const refused = yield* this.#whole({ id, type, actor, body: parsed.data });
    return refused ? refusedBy(refused) : { accepted: true, version: this.#main.stood.version };
  }

  /** As it stands after the lock, and after the commands that came before. */
  get #company(): OrganisationState {
    const { stream, state } = this.#main;
    return stream === ORGANISATION ? (state as OrganisationState) : this.#sight.context.organisation;
  }

  /** All of a command or nothing: an order that follows from it may be refused. */
  *#whole(command: Command): Generator<Need, Rejection | null, Supply> {
    const { id, actor } = command;
    const before = this.#made.mark();
    try {
      return yield* this.#obey(this.#main, command, { actor, command: id, asked: id });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
      yield* this.#made.goBack(before);
      return error.rejection;
    }
  }

  *#obey(session: Session, command: Command, cause: Cause): Generator<Need, Rejection | null, Supply> {
    const decision = this.#decision(session, command);
    if (isRejection(decision)) return decision;
    yield* this.#record(session, decision, cause);
    return null;
  }

  /** A rule that fails on one command must not keep all others of the stream waiting. */
  #decision(session: Session, command: Command): Decision<DomainEvent> {
    this.#sight.relyOn();
    try {
      return session.process.decide(session.state, command, this.#sight.context);
    } catch (error) {
      const message = messageOf(error);
      this.#faults.push({ command: command.id, type: command.type, message });
      return refuse('internal/rule-failed', { command: command.type });
    }
  }

  /** Lets time, and news from other streams, bring about what they do, until nothing more follows. */
  *#settle(session: Session): Generator<Need, void, Supply> {
    let last = '';
    for (let step = 0; step < MOST_STEPS; step++) {
      yield* this.#sight.watch([session]);
      this.#sight.relyOn();
      const events = session.process.due(session.state, this.#sight.context);
      if (!events.length) return;
      last = events.at(-1)!.type;
      yield* this.#record(session, events, TIME);
    }
    throw new Error(
      `Time does not come to rest in ${session.stream}: ${MOST_STEPS} steps at one instant, the last to "${last}". A step has to see in the state what it has done.`,
    );
  }

  /**
   * The same for a stream below the main one. Where time fails in it, nothing of that has happened; it is marked, and the
   * streams above it go on.
   */
  *#settleBelow(session: Session): Generator<Need, void, Supply> {
    if (session.stood.trouble || this.#troubles.has(session.stream)) return;
    const before = this.#made.mark();
    try {
      yield* this.#settle(session);
    } catch (error) {
      if (error instanceof Moved) throw error;
      yield* this.#made.goBack(before);
      this.#troubles.set(session.stream, error);
    }
  }

  *#record(session: Session, events: readonly DomainEvent[], cause: Cause): Generator<Need, void, Supply> {
    if (!events.length) return;
    const first = session.stood.version + 1;
    const follows = yield* session.record(events, cause, this.#sight.context.now, this.#sight.context);
    const consequences = reachingRunners(follows, this.#sight.context);
    yield* this.#lockFor(session, consequences);
    let n = 0;
    for (const consequence of consequences) {
      const key = `${session.stream}@${first}.${n++}`;
      if (consequence.kind === 'notice') this.#post(session, consequence, key);
      else yield* this.#order(session, consequence, key, cause);
    }
  }

  /** Locks all streams that are given orders in one go, and looks at all that those watch: a plan starts hundreds. */
  *#lockFor(session: Session, consequences: readonly Consequence[]): Generator<Need, void, Supply> {
    const named = new Set(consequences.flatMap((c) => (c.kind === 'order' ? c.to : [])));
    if (named.size) yield* this.#sight.lock([...named], session.stream);
  }

  #post(session: Session, notice: Notice, key: string): void {
    const { stream } = session;
    this.#made.posted.push({ key, stream, notice, notBefore: notBeforeOf(notice, this.#sight.context) });
  }

  *#order(from: Session, order: Order, key: string, cause: Cause): Generator<Need, void, Supply> {
    const session = this.#sight.sessions.get(order.to)!;
    const refused = yield* this.#give(from, session, order, key, cause);
    this.#made.orders.push({ key, from: from.stream, order, refused });
    if (!refused) yield* this.#settleBelow(session);
    else yield* this.#afterRefusal(from, order, key, refused, cause);
  }

  *#give(
    from: Session,
    to: Session,
    { command }: Order,
    key: string,
    { asked }: Cause,
  ): Generator<Need, Rejection | null, Supply> {
    if (to.owner !== from.stream) {
      return refuse('not-yours/order-of-another', {
        stream: to.stream,
        owner: to.owner ?? 'nobody',
        from: from.stream,
      });
    }
    return yield* this.#obey(to, { ...command, id: key, actor: SYSTEM }, { actor: SYSTEM, command: key, asked });
  }

  *#afterRefusal(
    from: Session,
    { to, command, refused: meaning }: Order,
    key: string,
    rejection: Rejection,
    cause: Cause,
  ): Generator<Need, void, Supply> {
    const { code, detail } = rejection;
    if (isMoot(meaning, code)) return;
    if (meaning === 'undo' && cause.asked) throw new Undone(rejection);
    const body = { key, to, type: command.type, order: command.body, code, detail };
    yield* this.#record(from, [{ type: 'OrderRefused', body }], { ...TIME, command: cause.command });
  }

  /** How every stream that was written to, and the main one, stand at the end. */
  *#stand(): Generator<Need, void, Supply> {
    const touched = [...this.#sight.sessions.values()].filter((s) => s.entries.length || s === this.#main);
    yield* this.#sight.watch(touched);
    for (const session of touched) session.status = this.#statusOf(session);
  }

  #statusOf(session: Session) {
    if (session.stood.version === 0) return undefined;
    const isMain = session === this.#main;
    if (isMain && this.#input.time) return session.process.status(session.state, this.#sight.context);
    try {
      return session.process.status(session.state, this.#sight.context);
    } catch (error) {
      if (!isMain && !session.stood.trouble) this.#troubles.set(session.stream, error);
      // Where time fails, so may this: the stream keeps its old standing.
      return undefined;
    }
  }
}
