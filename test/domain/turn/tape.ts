import type { StreamId } from '../../../contracts/ids.ts';
import { processTypeOf } from '../../../contracts/ids.ts';
import type { OrganisationState } from '../../../domain/organisation/state.ts';
import type { Rejection } from '../../../domain/process.ts';
import type { Ordered } from '../../../domain/turn/made.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import type { Standing } from '../../../domain/turn/memory-streams.ts';

/** What was done to a memory from outside. */
type Deed = (memory: Memory) => Rejection | null | Promise<unknown>;

/** An order as it was given the first time, and what it takes to have it given once more. */
export interface Given {
  /** Who gives what to whom, because of which event, and what its refusal means. */
  readonly kind: string;
  readonly ordered: Ordered;
  /** A memory as it stood before, of its own each time. */
  readonly before: () => Memory;
  readonly deed: Deed;
}

/** A stream at one moment. */
type Kept = Required<Standing> & { readonly state: unknown };

/** Writes down each kind of order that is given in a memory, with how everything stood before. */
export class Tape {
  readonly given = new Map<string, Given>();
  readonly #memory: Memory;
  readonly #kept = new Map<StreamId, Kept>();
  #open: { readonly before: () => Memory; readonly deed: Deed; readonly from: number } | null = null;

  constructor(memory: Memory) {
    this.#memory = memory;
    const { send, sleep, poke } = memory;
    memory.send = (...args) => this.#during((m) => send.apply(m, args));
    memory.poke = (...args) => this.#during((m) => poke.apply(m, args) ?? null);
    memory.sleep = () => this.#during((m) => sleep.apply(m));
  }

  /** Slow work that follows is a deed of its own, so what a deed has ordered is written down when the next begins. */
  #during<T>(deed: (memory: Memory) => T): T {
    this.#write();
    this.#open = { before: this.#moment(), deed: deed as unknown as Deed, from: this.#memory.orders.length };
    const done = deed(this.#memory);
    if (!(done instanceof Promise)) this.#write();
    return done;
  }

  /** Writes down the last deed too. */
  end(): Map<string, Given> {
    this.#write();
    return this.given;
  }

  #write(): void {
    if (!this.#open) return;
    const { before, deed, from } = this.#open;
    this.#open = null;
    for (const ordered of this.#memory.orders.slice(from)) {
      const kind = this.#kindOf(ordered);
      if (!this.given.has(kind)) this.given.set(kind, { kind, ordered, before, deed });
    }
  }

  #kindOf({ key, from, order: { to, command, refused } }: Ordered): string {
    const first = Number(/@(\d+)\./.exec(key)![1]);
    const recorded = this.#memory.streams.get(from)!.events.filter((e) => e.version >= first);
    const cause = (recorded.find((e) => e.type !== 'RoundStarted') ?? recorded[0]!).type;
    const meaning = typeof refused === 'object' ? 'moot' : refused;
    return `${processTypeOf(from)} ${cause}: ${command.type} to ${processTypeOf(to)} (${meaning})`;
  }

  #moment(): () => Memory {
    const { now, organisation } = this.#memory;
    const streams = [...this.#memory.streams.keys()].map((id) => [id, this.#keptOf(id)] as const);
    return () => memoryOf(now, organisation, streams);
  }

  /** The state is copied once for each time it moves. */
  #keptOf(id: StreamId): Kept {
    const { state, ...standing } = standingOf(this.#memory, id);
    const known = this.#kept.get(id);
    const copy = known?.version === standing.version ? known.state : structuredClone(state);
    const kept = { ...standing, state: copy };
    this.#kept.set(id, kept);
    return kept;
  }
}

function standingOf(memory: Memory, id: StreamId): Kept {
  const { state, version, owner, at, closed, news, wake } = memory.streams.get(id)!;
  return { state, version, owner, at, closed, news, wake };
}

function memoryOf(now: number, organisation: OrganisationState, streams: readonly (readonly [StreamId, Kept])[]) {
  const memory = new Memory(organisation, now);
  for (const [id, { state, ...standing }] of streams) memory.put(id, structuredClone(state), standing);
  return memory;
}
