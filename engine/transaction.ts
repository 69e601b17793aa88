import { type Instant, ORGANISATION, type StreamId } from '../contracts/ids.ts';
import { type Decided, decidedBefore, keepOutcomes } from '../db/commands.ts';
import { concernedBy } from '../db/concerned.ts';
import { type Connection, type Defer, isPassing, transaction } from '../db/connection.ts';
import type { Folded } from '../db/fold.ts';
import { linkOf } from '../db/hash.ts';
import { keepInStep } from '../db/kept.ts';
import type { KeyRing } from '../db/keys.ts';
import { append } from '../db/ledger.ts';
import { type Asked, askLooks, asksFor, type Look, leaveOneLook, takeLooks } from '../db/looks.ts';
import { putOutbox } from '../db/outbox/put.ts';
import type { Writer } from '../db/projections/writer.ts';
import {
  dropEmptyStreams,
  type Held,
  keepStanding,
  keepTold,
  keepTrouble,
  lockStreams,
  organisationHead,
  type Standing,
  type Told,
  wakesAbove,
} from '../db/standing.ts';
import { processOf } from '../domain/kinds.ts';
import { isMoot, type Recorded, type Status } from '../domain/process.ts';
import { Moved, Overdue } from '../domain/turn/again.ts';
import type { Outcome, Sent } from '../domain/turn/outcome.ts';
import type { Session } from '../domain/turn/session.ts';
import { type Turned, turn } from '../domain/turn/turn.ts';
import { guarded } from './guards.ts';
import type { Engine } from './parts.ts';
import { projectionOf, projectPlans } from './projections.ts';
import { digestOfReceived, isRemembered, type Received } from './received.ts';
import { timeOf } from './time.ts';
import { type Reckoned, statusIn, toldOf, waitsOf } from './told.ts';
import { World } from './world.ts';

/** One attempt at a turn. */
export interface Attempt {
  readonly stream: StreamId;
  readonly commands: readonly Received[];
  /** The stream's workflow looks: it is told how the stream stands. `asked`: its own time in real milliseconds. */
  readonly look: { readonly asked: number } | null;
  readonly lockFirst: readonly StreamId[];
  /** Streams above this one that have taken their turn for it already. */
  readonly caughtUp: ReadonlySet<StreamId>;
  /** False: time is left out, though the stream is not marked. */
  readonly time: boolean;
}

/** What a committed turn leaves to do. */
export interface Committed {
  readonly outcomes: readonly Outcome[];
  /** How the stream stands; undefined when nothing was ever written to it, or time fails in it. */
  readonly status: Status | undefined;
  /** By how much the clock of the workflow that looks is wrong, in real milliseconds. */
  readonly ahead: number;
  readonly trouble: string | null;
  /** Looks that were asked for. */
  readonly asked: readonly Asked[];
  /** People who were erased by it. */
  readonly erased: readonly string[];
  /** Whether there is anything new to deliver. */
  readonly mail: boolean;
  readonly faults: Turned['faults'];
  /** Streams below in which time has failed. */
  readonly troubles: Turned['troubles'];
  /** Orders that were refused though they had something left to do. */
  readonly refusals: Turned['orders'];
  /** What the turn has in hand of the streams it has locked, until it gives them back; some may follow later. */
  readonly folds: readonly Folded[];
  readonly giveBack: (except: readonly Folded[]) => void;
}

/**
 * One turn in one transaction. The stream is locked first; outcomes, the organisation's version and all else are read
 * after the lock was given, each in a statement of its own, and everything that follows is written with the commit.
 */
export async function attempt(engine: Engine, wanted: Attempt): Promise<Committed> {
  let world: World | undefined;
  try {
    const done = await transaction(engine.pool, async (connection, defer) => {
      world = new World(engine, connection, wanted.stream);
      return new OneTurn(engine, connection, defer, world, wanted).take();
    });
    const { folds } = world!;
    return { ...done, asked: await done.asked, folds, giveBack: (except) => world!.release('committed', except) };
  } catch (error) {
    world?.release(isAgain(error) ? 'again' : 'failed');
    throw error;
  }
}

/** Whether a turn ended so that it is taken once more, with nothing wrong in what it has not folded on. */
function isAgain(error: unknown): boolean {
  return error instanceof Moved || error instanceof Overdue || isPassing(error);
}

class OneTurn {
  readonly #engine: Engine;
  readonly #connection: Connection;
  readonly #defer: Defer;
  readonly #world: World;
  readonly #wanted: Attempt;

  constructor(engine: Engine, connection: Connection, defer: Defer, world: World, wanted: Attempt) {
    this.#engine = engine;
    this.#connection = connection;
    this.#defer = defer;
    this.#world = world;
    this.#wanted = wanted;
  }

  async take() {
    const { stream, commands, look } = this.#wanted;
    const [{ held, clock }, known, organisation, asks, above] = await Promise.all([
      lockStreams(this.#connection, [stream]),
      commands.length
        ? decidedBefore(
            this.#connection,
            stream,
            commands.map((c) => c.id),
          )
        : new Map<string, Decided>(),
      organisationHead(this.#connection),
      look
        ? takeLooks(this.#connection, stream).then((follows) => ({ follows, left: 0 }))
        : asksFor(this.#connection, stream).then((left) => ({ follows: left > 0, left })),
      commands.length ? wakesAbove(this.#connection, stream) : [],
    ]);
    const row = held.get(stream)!;
    this.#world.held.set(stream, row);
    const sorted = sort(commands, known, this.#engine.keys);
    const { now, ahead } = await timeOf(this.#engine.time, clock, look?.asked, this.#engine.complain);
    if (look && !asks.follows && isAtRest(row, now)) {
      const status = statusIn(row, reckonedBy(stream, organisation.version));
      if (status) return this.#tell(status, ahead);
    }
    const main = (await this.#world.hands([row])).get(stream)!;
    const company = await this.#engine.organisation.at(this.#connection, organisation);
    const fresh = sorted.fresh.map(sentOf);
    const guardedBy = await guarded(this.#connection, stream, fresh, company);
    const going = turn({
      stream: main,
      now,
      organisation: company,
      keys: this.#world.keys,
      commands: fresh,
      wake: row.wake,
      look: look !== null || asks.follows,
      verdicts: guardedBy,
      lockFirst: this.#wanted.lockFirst,
      time: this.#wanted.time && (row.trouble === null || look !== null),
      above: above.filter((a) => !this.#wanted.caughtUp.has(a.stream)),
    });
    const turned = await this.#drive(going);
    const decided = sorted.fresh.map((c, i) => decidedAs(c, turned.outcomes[i]!, this.#engine.keys));
    const kept = decided.filter((d) => isRemembered(d, d.outcome));
    if (kept.length) this.#defer(keepOutcomes(this.#connection, stream, kept));
    const { asked } = await this.#finish(turned, organisation.version);
    if (asks.left > 1) this.#defer(leaveOneLook(this.#connection, stream));
    const status = turned.sessions[0]!.status;
    return {
      outcomes: sorted.answer(decided),
      status,
      ahead,
      trouble: look ? null : row.trouble,
      asked,
      erased: erasedIn(turned),
      mail: turned.posted.length > 0,
      faults: turned.faults,
      troubles: turned.troubles,
      refusals: turned.orders.filter(({ order, refused }) => refused && !isMoot(order.refused, refused.code)),
    };
  }

  /** The workflow hears how its stream stands, by its row: nothing has to follow in it, so nobody need fold it. */
  #tell(status: Status, ahead: number) {
    this.#defer(keepTold(this.#connection, this.#wanted.stream, toldIn(status)));
    const asked = Promise.resolve([]);
    const nothing = { outcomes: [], erased: [], mail: false, faults: [], troubles: new Map(), refusals: [] };
    return { ...nothing, asked, status, ahead, trouble: null };
  }

  async #drive(going: ReturnType<typeof turn>): Promise<Turned> {
    let step = going.next();
    // What fails here is no rule's fault, so the turn does not hear of it.
    while (!step.done) step = going.next(await this.#world.supply(step.value));
    return step.value;
  }

  /** Writes everything down. The writes are on their way when it returns; the answer tells whose workflows to signal. */
  async #finish(turned: Turned, organisation: number): Promise<{ asked: Promise<readonly Asked[]> }> {
    const connection = this.#connection;
    const written = turned.sessions.filter((s) => s.entries.length);
    for (const session of written) this.#append(session);
    const standings = turned.sessions.flatMap((s) => this.#standingOf(s, organisation));
    if (standings.length) this.#defer(keepStanding(connection, standings));
    const main = turned.sessions[0]!;
    const empty = turned.sessions.filter((s) => s.stood.version === 0).map((s) => s.stream);
    if (empty.length) this.#defer(dropEmptyStreams(connection, empty));
    for (const [stream, error] of turned.troubles) {
      this.#defer(keepTrouble(connection, stream, error instanceof Error ? error.message : String(error)));
    }
    const asks = this.#asks(turned);
    if (this.#wanted.look && main.status) this.#defer(keepTold(connection, main.stream, toldIn(main.status)));
    const rows = turned.posted.map(({ key, stream, notice, notBefore }) => ({
      ...{ key, stream, person: notice.to, template: notice.template, about: notice.about },
      ...{ notBefore, whileOpen: notice.whileOpen ?? null },
    }));
    if (rows.length) this.#defer(putOutbox(connection, rows));
    for (const session of written) await this.#project(session);
    if (!main.entries.length && main.status) projectPlans(main.stream, main.state, this.#writer);
    if (main.stream === ORGANISATION && main.entries.length) asks.push(...(await this.#concerned(main)));
    const asked = asks.length ? askLooks(connection, asks) : Promise.resolve([]);
    this.#defer(asked);
    return { asked };
  }

  #append(session: Session): void {
    const folded = this.#world.folded(session.stream);
    const entries = session.entries.map(({ event, text }) => {
      const { body: _, ...heading } = event;
      folded.hash = linkOf(folded.hash, heading, text);
      folded.weight += text.length;
      return { event, text, hash: folded.hash };
    });
    this.#defer(append(this.#connection, session.stream, entries));
  }

  /** Nothing, for a stream that stands as it stood. */
  #standingOf(session: Session, organisation: number): Standing[] {
    const { stream, status, owner, stood } = session;
    const row = this.#world.held.get(stream)!;
    const waits = status && waitsOf(status, reckonedBy(stream, organisation));
    const same = !status || (status.wake === row.wake && status.news === row.news && waits === row.waits);
    if (!session.entries.length && (same || stood.version === 0)) return [];
    const { hash } = this.#world.folded(stream);
    const at = session.entries.at(-1)?.event.at ?? row.at;
    return [
      {
        stream,
        version: stood.version,
        hash,
        owner,
        at,
        ...(status && waits !== undefined ? { status: { ...status, waits: waits === row.waits ? null : waits } } : {}),
      },
    ];
  }

  /** Whose workflows have to look: those that know less than what is so, and the owners who have news. */
  #asks({ sessions, troubles, settled }: Turned): Look[] {
    // Only looks of their own let time act there again.
    const asks: Look[] = [...troubles.keys()].map((stream) => ({ stream, held: true, rest: false }));
    const here = new Set(sessions.map((s) => s.stream));
    for (const { stream, status, owner } of sessions) {
      if (!status || troubles.has(stream)) continue;
      const row = this.#world.held.get(stream)!;
      const isMain = stream === this.#wanted.stream;
      const knows = row.told === toldOf(status) && !isEarlier(status.wake, row.toldWake);
      if (!knows && !(isMain && this.#wanted.look)) asks.push({ stream, held: true, rest: isMain && settled });
      if (owner && status.news > row.news && !here.has(owner)) asks.push({ stream: owner, held: false, rest: false });
    }
    return asks;
  }

  get #writer(): Writer {
    return { connection: this.#connection, defer: this.#defer, keys: this.#engine.keys };
  }

  async #project(session: Session): Promise<void> {
    const writer = this.#writer;
    const events: readonly Recorded[] = session.entries.map((e) => e.event);
    await keepInStep(session.stream, session.state, events, writer);
    await projectionOf(session.stream)(session.state, events, writer);
  }

  async #concerned(main: Session): Promise<Look[]> {
    const streams = await concernedBy(
      this.#connection,
      main.entries.map((e) => e.event),
    );
    return streams.map((stream) => ({ stream, held: false, rest: false }));
  }
}

function reckonedBy(stream: StreamId, organisation: number): Reckoned {
  return { state: processOf(stream).stateVersion, organisation };
}

/** Whether time has nothing to do in a stream by the instant. */
function isAtRest({ wake, trouble }: Held, now: Instant): boolean {
  return trouble === null && (wake === null || wake > now);
}

function toldIn(status: Status): Told {
  const { wake, work } = status;
  return { digest: toldOf(status), wake, work: work.map((w) => `${w.kind} ${w.key}`) };
}

function isEarlier(wake: Instant | null, told: Instant | null): boolean {
  return wake !== null && (told === null || wake < told);
}

/** Tells those that were decided before, or are repeated within the batch, from those that are to be decided. */
function sort(commands: readonly Received[], known: ReadonlyMap<string, Decided>, keys: KeyRing) {
  const fresh = new Map<string, Received>();
  for (const command of commands) if (!known.has(command.id) && !fresh.has(command.id)) fresh.set(command.id, command);
  const answer = (decided: readonly Decided[]): Outcome[] => {
    const all = new Map([...known, ...decided.map((d) => [d.id, d] as const)]);
    const outcomeOf = (command: Received) => {
      const one = all.get(command.id)!;
      return fresh.get(command.id) === command ? one.outcome : answerTo(command, one, keys);
    };
    return commands.map(outcomeOf);
  };
  return { fresh: [...fresh.values()], answer };
}

function answerTo(command: Received, { type, actor, digest, outcome }: Decided, keys: KeyRing): Outcome {
  if (type === command.type && actor === command.actor && digest === digestOfReceived(command, keys)) return outcome;
  return {
    accepted: false,
    code: 'command-reused',
    detail: `Another command was sent with the id ${command.id}; give this one an id of its own.`,
  };
}

function decidedAs(command: Received, outcome: Outcome, keys: KeyRing): Decided {
  const { id, type, actor } = command;
  return { id, type, actor, digest: digestOfReceived(command, keys), outcome };
}

function sentOf({ id, type, actor, text }: Received): Sent {
  return { id, type, actor, body: bodyIn(text) };
}

/** undefined, which no command takes, when it is not JSON. */
function bodyIn(text: Received['text']): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
  } catch {
    return undefined;
  }
}

function erasedIn({ sessions }: Turned): string[] {
  return sessions
    .flatMap((s) => s.entries)
    .filter(({ event }) => event.type === 'PersonErased')
    .map(({ event }) => (event.body as { person: string }).person);
}
