import { messageOf, storyOf } from '../contracts/failure.ts';
import type { StreamId } from '../contracts/ids.ts';
import { NewerShape } from '../contracts/shapes.ts';
import { decidedBefore, keepOutcomes } from '../db/commands.ts';
import { isPassing, transaction, within } from '../db/connection.ts';
import { asksFor } from '../db/looks.ts';
import { dropEmptyStreams, keepTrouble, lockStreams } from '../db/standing.ts';
import { refuse } from '../domain/refuse.ts';
import { Moved, Overdue } from '../domain/turn/again.ts';
import { refusedBy } from '../domain/turn/outcome.ts';
import { type Advanced, NOTHING, together } from './advanced.ts';
import { foldAhead } from './fold-ahead.ts';
import { type Large, unwrapped } from './large.ts';
import type { Engine } from './parts.ts';
import { patiently } from './patiently.ts';
import { isRemembered, type Received } from './received.ts';
import { decidedAs } from './repeats.ts';
import { seemsAtRest } from './rest.ts';
import { Snapshots } from './snapshots.ts';
import { type Attempt, attempt, type Committed } from './transaction.ts';

/** How long an attempt that began within the patience may still last, in milliseconds. */
const GRACE_MS = 2000;

/**
 * The one door to the domain's tables: takes turns, each in one transaction. Safe to repeat and to run twice at once:
 * versions are given under the lock, and a command that was decided before is answered as it was then.
 */
export class Advance {
  readonly #engine: Engine;
  readonly #snapshots: Snapshots;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#snapshots = new Snapshots(engine);
  }

  /**
   * Decides commands of one stream. What fails for want of a connection is tried again until the patience, in
   * milliseconds, is over; a batch that fails otherwise is halved until the one command is found that does.
   * @throws the last failure when the patience is over, or that no answer came; the commands may be decided all the same
   */
  async decide(stream: StreamId, commands: readonly Received[], patience: number): Promise<Advanced> {
    return within(patience + GRACE_MS, this.#decide(stream, commands, Date.now() + patience));
  }

  /** Decides a command that came as the bytes of a large request; `id` is the one that it has got. */
  async decideLarge(large: Large, patience: number): Promise<Advanced & { readonly id: string }> {
    const found = unwrapped(large);
    if ('rejected' in found) return { ...NOTHING, outcomes: [refusedBy(found)], id: large.id ?? '' };
    return { ...(await this.decide(found.stream, [found.command], patience)), id: found.command.id };
  }

  /** Lets time act, as the stream's workflow asks; `asked` is the workflow's time in real milliseconds. */
  async look(stream: StreamId, asked: number): Promise<Advanced> {
    try {
      await this.#foldAhead(stream, asked);
      const looked = await this.#committed(stream, [], { asked }, true);
      // Asked for while the look was under way, by somebody who may have taken it for one that was to come.
      const again = (await asksFor(this.#engine.pool, stream)) > 0;
      return again ? { ...looked, pokes: [...looked.pokes, stream] } : looked;
    } catch (error) {
      if (isNobodysFault(error)) throw error;
      return { ...NOTHING, troubles: await this.#inTrouble(stream, error) };
    }
  }

  async #foldAhead(stream: StreamId, asked: number): Promise<void> {
    const { pool, time } = this.#engine;
    if (!(await seemsAtRest(pool, stream, time.clock.toProcedure(asked)))) await foldAhead(this.#engine, stream);
  }

  /** Resolves when the snapshots of all turns that are answered are written. */
  async settled(): Promise<void> {
    await this.#snapshots.settled();
  }

  async #decide(stream: StreamId, commands: readonly Received[], until: number): Promise<Advanced> {
    try {
      return await patiently(until, () => this.#committed(stream, commands, null, true));
    } catch (error) {
      if (isNobodysFault(error) || !commands.length) throw error;
      if (commands.length === 1) return this.#alone(stream, commands[0]!, until, error);
    }
    const half = Math.ceil(commands.length / 2);
    const first = await this.#decide(stream, commands.slice(0, half), until);
    return together(first, await this.#decide(stream, commands.slice(half), until));
  }

  /** A command that fails alone twice is refused, unless it is time that fails: then it is decided without time. */
  async #alone(stream: StreamId, command: Received, until: number, failure: unknown): Promise<Advanced> {
    const time = !(await this.#timeFails(stream, until));
    try {
      return await patiently(until, () => this.#committed(stream, [command], null, time));
    } catch (error) {
      if (isNobodysFault(error)) throw error;
    }
    this.#engine.complain('A command failed and was refused', { stream, ...about(command), error: storyOf(failure) });
    return patiently(until, () => this.#refuse(stream, command));
  }

  async #timeFails(stream: StreamId, until: number): Promise<boolean> {
    try {
      await patiently(until, () => this.#committed(stream, [], null, true));
      return false;
    } catch (error) {
      if (isNobodysFault(error)) throw error;
      await patiently(until, () => this.#inTrouble(stream, error));
      return true;
    }
  }

  /** Marks the stream, so that it goes on without time until a look succeeds. */
  async #inTrouble(stream: StreamId, error: unknown): Promise<number> {
    this.#engine.complain('Time fails in a stream', { stream, error: storyOf(error) });
    return transaction(this.#engine.pool, async (connection) => {
      await lockStreams(connection, [stream]);
      const troubles = await keepTrouble(connection, stream, messageOf(error));
      await dropEmptyStreams(connection, [stream]);
      return troubles;
    });
  }

  /** Writes nothing but that the command is refused. */
  async #refuse(stream: StreamId, command: Received): Promise<Advanced> {
    const refused = refusedBy(refuse('internal/command-failed', { command: command.type }));
    if (!isRemembered(command, refused)) return { ...NOTHING, outcomes: [refused] };
    const outcome = await transaction(this.#engine.pool, async (connection) => {
      await lockStreams(connection, [stream]);
      const known = (await decidedBefore(connection, stream, [command.id])).get(command.id);
      if (!known) await keepOutcomes(connection, stream, [decidedAs(command, refused, this.#engine.keys)]);
      await dropEmptyStreams(connection, [stream]);
      return known?.outcome ?? refused;
    });
    return { ...NOTHING, outcomes: [outcome] };
  }

  /** Takes a turn, again when it was taken on a child that has moved, or when a stream above has to take its turn first. */
  async #committed(
    stream: StreamId,
    commands: readonly Received[],
    look: Attempt['look'],
    time: boolean,
  ): Promise<Advanced> {
    const lockFirst = new Set<StreamId>();
    const caughtUp = new Set<StreamId>();
    let before = NOTHING;
    // Each time a child gets its lock or a stream above its turn, so it comes to an end.
    for (;;) {
      try {
        const wanted = { stream, commands, look, lockFirst: [...lockFirst], caughtUp, time };
        return together(before, await this.#settled(stream, await attempt(this.#engine, wanted)));
      } catch (error) {
        if (error instanceof Moved) for (const child of error.streams) lockFirst.add(child);
        else if (error instanceof Overdue) {
          caughtUp.add(error.stream);
          before = together(before, await this.#catchUp(error.stream));
        } else throw error;
      }
    }
  }

  /** Lets time act in a stream whose hour has come, though its workflow has not asked. */
  async #catchUp(stream: StreamId): Promise<Advanced> {
    try {
      return await this.#committed(stream, [], null, true);
    } catch (error) {
      if (isNobodysFault(error)) throw error;
      await this.#inTrouble(stream, error);
      return NOTHING;
    }
  }

  async #settled(stream: StreamId, done: Committed): Promise<Advanced> {
    const { complain, keys } = this.#engine;
    for (const fault of done.faults) complain('A rule failed', { stream, ...fault });
    for (const [below, error] of done.troubles) {
      complain('Time fails in a stream', { stream: below, error: storyOf(error) });
    }
    for (const { key, order, refused } of done.refusals) {
      complain('An order was refused', { key, to: order.to, type: order.command.type, code: refused!.code });
    }
    for (const person of done.erased) keys.forgetKeyOf(person);
    this.#snapshots.giveBack(done);
    const { outcomes, status, ahead, asked, erased, mail, news, trouble } = done;
    const pokes = asked.filter((a) => a.first).map((a) => a.stream);
    const behind = asked.filter((a) => !a.first).map((a) => a.id);
    return { outcomes, status, ahead, troubles: trouble ? 1 : 0, pokes, behind, erased, mail, news };
  }
}

/** Neither the command's nor a rule's: it is to be tried again, by this process or by a newer one. */
function isNobodysFault(error: unknown): boolean {
  return isPassing(error) || error instanceof NewerShape;
}

function about({ id, type, actor }: Received) {
  return { command: id, type, actor };
}
