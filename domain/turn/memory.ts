import type { Actor, Instant, StreamId } from '../../contracts/ids.ts';
import { processOf } from '../kinds.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { type Context, isMoot, type Notice, type Rejection, type Status } from '../process.ts';
import { Moved, Overdue } from './again.ts';
import type { Turned } from './given.ts';
import type { Ordered } from './made.ts';
import { MemoryStreams, type Standing } from './memory-streams.ts';
import type { Sent } from './outcome.ts';
import { anybody, type Rights } from './rights.ts';
import { openSecretOf } from './secret.ts';
import { turn } from './turn.ts';
import type { Need, Sealer, Supply } from './world.ts';

/** Does a piece of slow work and returns the command that carries its result. */
export type Worker = (memory: Memory, stream: StreamId, key: string) => Promise<{ type: string; body: unknown }>;

/** Private texts are marked as sealed before they are folded, and cannot be read again. */
const MARKS: Sealer = { seal: ({ of }) => ({ of, $sealed: 'sealed' }), secretOf: openSecretOf };

/** More turns at one instant than any procedure needs. */
const MOST_TURNS = 1000;

/**
 * The turns of the engine driven in memory, time moved by hand: what the tests of the domain, previews and rehearsals
 * run is what runs live. Slow work is done by workers that are given, when `work` is called.
 */
export class Memory {
  now: Instant;
  organisation: OrganisationState;
  readonly streams = new MemoryStreams();
  /** Every message that was written, oldest first, with the hour at which it may go out. */
  readonly notices: (Notice & { readonly stream: StreamId; readonly notBefore: Instant })[] = [];
  /** Every order that was given, oldest first. */
  readonly orders: Ordered[] = [];
  /** Happens once, after the next turn has looked at the streams that it watches and before it locks any of them. */
  meanwhile: ((streams: readonly StreamId[]) => void) | null = null;
  /** Who may send what: in a play, whoever the play says. */
  rights: Rights = anybody;
  readonly #workers: Readonly<Record<string, Worker>>;
  #commands = 0;
  /** Owners that hear news by what happens meanwhile, in the middle of a turn. */
  #later: StreamId[] | null = null;
  readonly #heard: StreamId[] = [];

  constructor(organisation: OrganisationState, now: Instant, workers: Readonly<Record<string, Worker>> = {}) {
    this.organisation = organisation;
    this.now = now;
    this.#workers = workers;
  }

  get context(): Context {
    const { now, organisation } = this;
    return { now, organisation, child: (id) => this.streams.get(id)?.state, secretOf: openSecretOf };
  }

  /** Orders that were refused though they had something left to do, as sentences. */
  get refusedOrders(): string[] {
    return this.orders.flatMap(({ order, refused }) => {
      return refused && !isMoot(order.refused, refused.code)
        ? [`${order.command.type} to ${order.to}: ${refused.detail}`]
        : [];
    });
  }

  /** Sends a command and lets everything happen that follows at this instant, but for slow work. */
  send(id: StreamId, type: string, body: unknown, actor: Actor): Rejection | null {
    return this.sendAll(id, [{ type, body, actor }])[0]!;
  }

  /** Sends commands to be decided in one turn; null for each that is taken. */
  sendAll(
    id: StreamId,
    commands: readonly { readonly type: string; readonly body: unknown; readonly actor: Actor }[],
  ): (Rejection | null)[] {
    const sent = commands.map((command) => ({ id: `c-${++this.#commands}-test`, ...command }));
    return this.#turn(id, sent, false).outcomes.map((outcome) =>
      outcome.accepted
        ? null
        : { rejected: true, code: outcome.code, detail: outcome.detail, because: outcome.because! },
    );
  }

  /** A stream that stands as it does, such as one of another year. */
  put(id: StreamId, state: unknown, standing: Standing = {}): void {
    const stream = this.streams.at(id);
    const version = standing.version ?? Math.max(1, stream.version);
    const base = { state, version };
    Object.assign(stream, { ...standing, state: processOf(id).copy(state), version, base });
  }

  /** Lets a stream look at what has changed around it. */
  poke(id: StreamId): void {
    if (this.streams.at(id).version > 0) this.#turn(id, [], true);
  }

  /** Does all slow work that is wanted, and that which comes to be wanted by it. */
  async work(): Promise<void> {
    for (let step = 0; step < 100; step++) {
      const wanted = [...this.streams.values()].flatMap(({ stream, version }) =>
        version ? this.status(stream).work.map((w) => ({ stream, ...w })) : [],
      );
      const doable = wanted.filter((w) => this.#workers[w.kind]);
      if (!doable.length) return;
      for (const { stream, kind, key } of doable) {
        const command = await this.#workers[kind]!(this, stream, key);
        this.send(stream, command.type, command.body, 'system');
      }
    }
    throw new Error('Slow work does not come to an end.');
  }

  status(id: StreamId): Status {
    return processOf(id).status(this.streams.get(id)!.state, this.context);
  }

  /** The next instant at which time alone changes something. */
  get wake(): Instant | null {
    const wakes = [...this.streams.values()].flatMap((s) => s.wake ?? []);
    return wakes.length ? Math.min(...wakes) : null;
  }

  /** Sleeps until the next wake, and lets what is due happen. False: nothing will ever happen by time alone. */
  async sleep(): Promise<boolean> {
    const { wake } = this;
    if (wake === null) return false;
    const woken = [...this.streams.values()].filter((s) => s.wake === wake);
    this.now = Math.max(this.now, wake);
    for (const { stream } of woken) this.#turn(stream, [], true);
    await this.work();
    return true;
  }

  /** Lets time pass, wake by wake, up to an instant. */
  async until(instant: Instant): Promise<void> {
    for (let step = 0; step < 10_000; step++) {
      const { wake } = this;
      if (wake === null || wake > instant) break;
      await this.sleep();
    }
    this.now = Math.max(this.now, instant);
    await this.work();
  }

  /** Takes a turn, and those of the owners that hear news by it. */
  #turn(id: StreamId, commands: readonly Sent[], look: boolean): Turned {
    const done = this.#attempt(id, commands, look);
    const told = [...this.#settle(done, look), ...(this.#later ? [] : this.#heard.splice(0))];
    if (this.#later) this.#later.push(...told);
    else for (const owner of told) this.#turn(owner, [], true);
    return done;
  }

  /** A turn that has to be taken again begins where the streams stood before it. */
  #attempt(id: StreamId, commands: readonly Sent[], look: boolean): Turned {
    const lockFirst = new Set<StreamId>();
    const caughtUp = new Set<StreamId>();
    for (let attempt = 0; attempt < MOST_TURNS; attempt++) {
      try {
        return this.#drive(id, commands, look, [...lockFirst], caughtUp);
      } catch (error) {
        this.streams.forget();
        if (error instanceof Moved) for (const stream of error.streams) lockFirst.add(stream);
        else if (error instanceof Overdue) {
          caughtUp.add(error.stream);
          this.#turn(error.stream, [], true);
        } else throw error;
      }
    }
    throw new Error(`The turn of ${id} does not come to an end.`);
  }

  #drive(
    id: StreamId,
    commands: readonly Sent[],
    look: boolean,
    lockFirst: readonly StreamId[],
    caughtUp: ReadonlySet<StreamId>,
  ): Turned {
    const stream = this.streams.at(id);
    const { now, organisation } = this;
    const above = this.streams.above(stream).filter((a) => !caughtUp.has(a.stream));
    const seen = { now, organisation, keys: MARKS, above, verdicts: new Map<string, Rejection>() };
    const input = { ...seen, commands, look, lockFirst, rights: this.rights, time: look || !stream.trouble };
    const going = turn({ ...input, stream, wake: stream.wake });
    let step = going.next();
    while (!step.done) step = going.next(this.#supply(id, step.value));
    return step.value;
  }

  #supply(main: StreamId, need: Need): Supply {
    switch (need.need) {
      case 'lock':
        this.#actMeanwhile(need.streams);
        return new Map(need.streams.map((id) => [id, this.streams.at(id)]));
      case 'read':
        return new Map(need.streams.map((id) => [id, this.streams.at(id)] as const).filter(([, s]) => s.version > 0));
      case 'anew':
        return new Map(
          need.streams.map((id) => [id, { ...this.streams.at(id), state: this.streams.foldAnew(this.streams.at(id)) }]),
        );
      case 'late':
        return this.streams.lateBelow(main, need.now);
      case 'keys':
        return undefined;
    }
  }

  #actMeanwhile(streams: readonly StreamId[]): void {
    const act = this.meanwhile;
    if (!act) return;
    this.meanwhile = null;
    this.#later = [];
    act(streams);
    this.#heard.push(...this.#later);
    this.#later = null;
  }

  /** Keeps what a turn has brought about; returns the owners that have news. */
  #settle({ sessions, posted, orders, troubles }: Turned, look: boolean): StreamId[] {
    const told: StreamId[] = [];
    if (look) this.streams.at(sessions[0]!.stream).trouble = false;
    for (const stream of troubles.keys()) this.streams.at(stream).trouble = true;
    const taken = new Set(sessions.map((s) => s.stream));
    for (const { stream: id, owner, entries, status } of sessions) {
      const stream = this.streams.at(id);
      stream.owner = owner;
      stream.events.push(...entries.map((e) => e.event));
      stream.at = entries.at(-1)?.event.at ?? stream.at;
      if (!status) continue;
      if (owner && status.news > stream.news && !taken.has(owner)) told.push(owner);
      Object.assign(stream, { wake: status.wake, closed: status.closed, news: status.news });
    }
    this.notices.push(...posted.map(({ stream, notice, notBefore }) => ({ ...notice, stream, notBefore })));
    for (const ordered of orders) this.#keepOrder(ordered);
    return told;
  }

  /** Live, orders are not checked again; here they are, so that a rule that gives a wrong one is found. */
  #keepOrder(ordered: Ordered): void {
    const { to, command } = ordered.order;
    if (!ordered.refused) processOf(to).commands[command.type]!.parse(command.body);
    this.orders.push(ordered);
  }
}
