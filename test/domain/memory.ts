import { CYCLE_COMMANDS } from '../../contracts/cycle.ts';
import { type Actor, type Instant, processTypeOf, type StreamId } from '../../contracts/ids.ts';
import { OFFERING_COMMANDS } from '../../contracts/offering.ts';
import { isOpen } from '../../contracts/private.ts';
import { ROUND_COMMANDS } from '../../contracts/round.ts';
import { SELECTION_COMMANDS } from '../../contracts/selection.ts';
import { cycleProcess } from '../../domain/cycle/cycle.ts';
import { offeringProcess } from '../../domain/offering/offering.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import {
  type Command,
  type Context,
  type DomainEvent,
  isRejection,
  type Notice,
  type Process,
  type Recorded,
  type Rejection,
  type Status,
} from '../../domain/process.ts';
import { roundProcess } from '../../domain/round/round.ts';
import { selectionProcess } from '../../domain/selection/selection.ts';

type AnyProcess = Process<unknown, Command, DomainEvent>;

const PROCESSES = {
  selection: selectionProcess,
  cycle: cycleProcess,
  offering: offeringProcess,
  round: roundProcess,
} as unknown as Record<string, AnyProcess>;
const COMMANDS = {
  selection: SELECTION_COMMANDS,
  cycle: CYCLE_COMMANDS,
  offering: OFFERING_COMMANDS,
  round: ROUND_COMMANDS,
} as Record<string, Record<string, { parse(body: unknown): unknown }>>;

interface Stream {
  readonly id: StreamId;
  readonly process: AnyProcess;
  state: unknown;
  readonly events: Recorded[];
  owner: StreamId | null;
  told: number;
  /** When its workflow wakes next: as it was told at the end of its last turn. */
  wake: Instant | null;
}

/** Does a piece of slow work and returns the command that carries its result. */
export type Worker = (memory: Memory, stream: StreamId, key: string) => Promise<{ type: string; body: unknown }>;

/**
 * The engine in memory: the same turns as `advance`, pokes and wakes as the workflow does them, time moved by hand.
 * Private texts are marked as sealed before they are folded, as the ledger does.
 */
export class Memory {
  now: Instant;
  readonly streams = new Map<StreamId, Stream>();
  readonly notices: Notice[] = [];
  /** Every order that was given, oldest first. */
  readonly orders: { readonly to: StreamId; readonly type: string; readonly body: unknown }[] = [];
  /** Orders that were refused: a rule that gives one has a mistake in it. */
  readonly refusedOrders: string[] = [];
  organisation: OrganisationState;
  readonly #workers: Readonly<Record<string, Worker>>;
  #commands = 0;

  constructor(organisation: OrganisationState, now: Instant, workers: Readonly<Record<string, Worker>> = {}) {
    this.organisation = organisation;
    this.now = now;
    this.#workers = workers;
  }

  get context(): Context {
    return { now: this.now, organisation: this.organisation, child: (id) => this.streams.get(id)?.state };
  }

  /** Sends a command and lets everything happen that follows at this instant, but for slow work. */
  send(id: StreamId, type: string, body: unknown, actor: Actor): Rejection | null {
    const parsed = COMMANDS[processTypeOf(id)]![type]!.parse(body);
    const stream = this.#stream(id);
    const rejection = this.#decide(stream, { id: `c-${++this.#commands}-test`, type, actor, body: parsed });
    this.#turn(stream);
    return rejection;
  }

  /** A stream that stands as it does, such as one of another year. */
  put(id: StreamId, state: unknown): void {
    this.#stream(id).state = state;
  }

  /** Lets a stream look at what has changed around it. */
  poke(id: StreamId): void {
    this.#turn(this.#stream(id));
  }

  /** Does all slow work that is wanted, and that which comes to be wanted by it. */
  async work(): Promise<void> {
    for (let turn = 0; turn < 100; turn++) {
      const wanted = [...this.streams.values()].flatMap((s) => this.status(s.id).work.map((w) => ({ s, ...w })));
      const doable = wanted.filter((w) => this.#workers[w.kind]);
      if (!doable.length) return;
      for (const { s, kind, key } of doable) {
        const command = await this.#workers[kind]!(this, s.id, key);
        this.send(s.id, command.type, command.body, 'system');
      }
    }
    throw new Error('Slow work does not come to an end.');
  }

  status(id: StreamId): Status {
    const { process, state } = this.streams.get(id)!;
    return process.status(state, this.context);
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
    for (const stream of woken) this.#turn(stream);
    await this.work();
    return true;
  }

  /** Lets time pass, wake by wake, up to an instant. */
  async until(instant: Instant): Promise<void> {
    for (let turn = 0; turn < 10_000; turn++) {
      const { wake } = this;
      if (wake === null || wake > instant) break;
      await this.sleep();
    }
    this.now = Math.max(this.now, instant);
    await this.work();
  }

  #stream(id: StreamId): Stream {
    let stream = this.streams.get(id);
    if (!stream) {
      const process = PROCESSES[processTypeOf(id)]!;
      stream = { id, process, state: process.initial(id), events: [], owner: null, told: 0, wake: null };
      this.streams.set(id, stream);
    }
    return stream;
  }

  #decide(stream: Stream, command: Command): Rejection | null {
    const decision = stream.process.decide(stream.state, command, this.context);
    if (isRejection(decision)) return decision;
    this.#record(stream, decision, command.actor, command.id);
    return null;
  }

  #record(stream: Stream, events: readonly DomainEvent[], actor: Actor, command: string | null): void {
    for (const event of events) {
      const recorded: Recorded = {
        stream: stream.id,
        version: stream.events.length + 1,
        schema: 1,
        at: this.now,
        actor,
        command,
        type: event.type,
        body: JSON.parse(JSON.stringify(seal(event.body))),
      };
      stream.events.push(recorded);
      stream.state = stream.process.evolve(stream.state, recorded);
      for (const c of stream.process.consequences(stream.state, recorded, this.context)) {
        if (c.kind === 'notice') this.notices.push(c);
        else this.#order(stream, c.to, c.command);
      }
    }
  }

  #order(from: Stream, to: StreamId, { type, body }: { type: string; body: unknown }): void {
    this.orders.push({ to, type, body });
    const child = this.#stream(to);
    child.owner ??= from.id;
    const parsed = COMMANDS[processTypeOf(to)]![type]!.parse(body);
    const refused = this.#decide(child, { id: `o-${++this.#commands}-test`, type, actor: 'system', body: parsed });
    if (refused) this.refusedOrders.push(`${type} to ${to}: ${refused.detail}`);
    this.#due(child);
    this.#setAlarm(child);
  }

  #setAlarm(stream: Stream): void {
    stream.wake = this.status(stream.id).wake;
  }

  #due(stream: Stream): void {
    for (let turn = 0; turn < 1000; turn++) {
      const events = stream.process.due(stream.state, this.context);
      if (!events.length) return;
      this.#record(stream, events, 'system', null);
    }
    throw new Error(`Time does not come to rest in ${stream.id}.`);
  }

  #turn(stream: Stream): void {
    if (stream.events.length === 0) return;
    this.#due(stream);
    this.#setAlarm(stream);
    const { news } = this.status(stream.id);
    if (stream.owner && news > stream.told) {
      stream.told = news;
      this.#turn(this.#stream(stream.owner));
    }
  }
}

function seal(value: unknown): unknown {
  if (isOpen(value)) return { of: value.of, sealed: 'sealed' };
  if (Array.isArray(value)) return value.map(seal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, seal(v)]));
}
