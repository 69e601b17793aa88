import type { StreamId } from '../contracts/ids.ts';
import { type Decided, decidedBefore, keepOutcomes } from '../db/commands.ts';
import { type Connection, type Defer, isPassing, transaction } from '../db/connection.ts';
import type { Folded } from '../db/fold.ts';
import { type Asked, asksFor, leaveOneLook, takeLooks } from '../db/looks.ts';
import type { News } from '../db/news.ts';
import { keepTold, lockStreams, organisationHead, wakesAbove } from '../db/standing.ts';
import { isMoot, type Status } from '../domain/process.ts';
import { Moved, Overdue } from '../domain/turn/again.ts';
import type { Turned } from '../domain/turn/given.ts';
import type { Outcome } from '../domain/turn/outcome.ts';
import { turn } from '../domain/turn/turn.ts';
import { guarded } from './guards.ts';
import type { Engine } from './parts.ts';
import { isRemembered, type Received, sentOf } from './received.ts';
import { decidedAs, sorted } from './repeats.ts';
import { isAtRest } from './rest.ts';
import { timeOf } from './time.ts';
import { reckonedBy, statusIn, toldIn } from './told.ts';
import { World } from './world.ts';
import { Writing } from './writing.ts';

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
  /** People who were erased by it, and procedures that let go of their texts: their keys are forgotten. */
  readonly erased: readonly string[];
  /** Whether there is anything new to deliver. */
  readonly mail: boolean;
  /** What it has written to which streams. */
  readonly news: readonly News[];
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
    const { row, clock, known, organisation, asks, above } = await this.#lockAndRead();
    this.#world.held.set(stream, row);
    const { fresh, answer } = sorted(commands, known, this.#engine.keys);
    const { now, ahead } = await timeOf(this.#engine.time, clock, look?.asked, this.#engine.complain);
    if (look && isAtRest(row, asks.follows, now)) {
      const status = statusIn(row, reckonedBy(stream, organisation.version));
      if (status) return this.#tell(status, ahead);
    }
    const main = (await this.#world.hands([row])).get(stream)!;
    const company = await this.#engine.organisation.at(this.#connection, organisation);
    const sent = fresh.map(sentOf);
    const verdicts = await guarded(this.#connection, stream, sent, company);
    const going = turn({
      stream: main,
      now,
      organisation: company,
      keys: this.#world.keys,
      commands: sent,
      wake: row.wake,
      look: look !== null || asks.follows,
      verdicts,
      rights: this.#engine.rights,
      lockFirst: this.#wanted.lockFirst,
      time: this.#wanted.time && (row.trouble === null || look !== null),
      above: above.filter((a) => !this.#wanted.caughtUp.has(a.stream)),
    });
    const turned = await this.#drive(going);
    const decided = fresh.map((c, i) => decidedAs(c, turned.outcomes[i]!, this.#engine.keys));
    const asked = await this.#write(turned, decided, organisation.version);
    if (asks.left > 1) this.#defer(leaveOneLook(this.#connection, stream));
    return {
      outcomes: answer(decided),
      status: turned.sessions[0]!.status,
      ahead,
      trouble: look ? null : row.trouble,
      ...asked,
      erased: erasedIn(turned),
      mail: turned.posted.length > 0,
      news: newsIn(turned),
      faults: turned.faults,
      troubles: turned.troubles,
      refusals: turned.orders.filter(({ order, refused }) => refused && !isMoot(order.refused, refused.code)),
    };
  }

  /** The lock, and all that is read behind it, in one go. */
  async #lockAndRead() {
    const { stream, commands, look } = this.#wanted;
    const connection = this.#connection;
    const ids = commands.map((c) => c.id);
    const [{ held, clock }, known, organisation, asks, above] = await Promise.all([
      lockStreams(connection, [stream]),
      ids.length ? decidedBefore(connection, stream, ids) : new Map<string, Decided>(),
      organisationHead(connection),
      look
        ? takeLooks(connection, stream).then((follows) => ({ follows, left: 0 }))
        : asksFor(connection, stream).then((left) => ({ follows: left > 0, left })),
      ids.length ? wakesAbove(connection, stream) : [],
    ]);
    return { row: held.get(stream)!, clock, known, organisation, asks, above };
  }

  /** The writes are on their way when it returns; the answer tells whose workflows to signal. */
  async #write(turned: Turned, decided: readonly Decided[], organisation: number) {
    const { stream, look } = this.#wanted;
    const [connection, defer, { keys }] = [this.#connection, this.#defer, this.#engine];
    const kept = decided.filter((d) => isRemembered(d, d.outcome));
    if (kept.length) defer(keepOutcomes(connection, stream, kept));
    const grounds = { main: stream, look: look !== null, organisation };
    return new Writing({ connection, defer, keys }, this.#world, grounds).all(turned);
  }

  /** The workflow hears how its stream stands, by its row: nothing has to follow in it, so nobody need fold it. */
  #tell(status: Status, ahead: number) {
    this.#defer(keepTold(this.#connection, this.#wanted.stream, toldIn(status)));
    const asked = Promise.resolve([]);
    const nothing = { outcomes: [], erased: [], mail: false, news: [], faults: [], troubles: new Map(), refusals: [] };
    return { ...nothing, asked, status, ahead, trouble: null };
  }

  async #drive(going: ReturnType<typeof turn>): Promise<Turned> {
    let step = going.next();
    // What fails here is no rule's fault, so the turn does not hear of it.
    while (!step.done) step = going.next(await this.#world.supply(step.value));
    return step.value;
  }
}

function erasedIn({ sessions }: Turned): string[] {
  return sessions
    .flatMap((s) => s.entries)
    .flatMap(({ event }) => {
      if (event.type === 'PersonErased') return [(event.body as { person: string }).person];
      return event.type === 'TextsLetGo' ? (event.body as { procedures: string[] }).procedures : [];
    });
}

function newsIn({ sessions }: Turned): News[] {
  return sessions.flatMap(({ stream, entries }) => {
    const [first, last] = [entries[0], entries.at(-1)];
    return first && last ? [{ stream, after: first.event.version - 1, upTo: last.event.version }] : [];
  });
}
