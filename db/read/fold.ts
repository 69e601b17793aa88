import { type ProcessType, processTypeOf, type StreamId } from '../../contracts/ids.ts';
import { organisationProcess } from '../../domain/organisation/organisation.ts';
import type { Command, DomainEvent, Process } from '../../domain/process.ts';
import { roundProcess } from '../../domain/round/round.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { selectionProcess } from '../../domain/selection/selection.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import type { Pool } from '../connection.ts';
import { current, headsOf, readEntries } from '../ledger.ts';
import { readSnapshot } from '../snapshots.ts';

type AnyProcess = Process<unknown, Command, DomainEvent>;
const PROCESSES = {
  organisation: organisationProcess,
  round: roundProcess,
  selection: selectionProcess,
} as unknown as Record<ProcessType, AnyProcess>;

interface Seen {
  readonly version: number;
  readonly state: unknown;
}

/** How many folded streams are kept at hand. */
const MOST_KEPT = 100;

/**
 * Reads streams as their ledger says they stand, for views that no table holds. A fold that is kept is never changed:
 * one that is behind is made anew, so that whoever still looks at the old one sees one moment.
 */
export class StreamReader {
  readonly #pool: Pool;
  readonly #seen = new Map<StreamId, Seen>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** The selection; undefined when nothing was ever written to its stream. */
  async selection(stream: StreamId): Promise<SelectionState | undefined> {
    return (await this.#states([stream])).get(stream) as SelectionState | undefined;
  }

  /** The rounds that exist, by id. */
  async rounds(streams: readonly StreamId[]): Promise<ReadonlyMap<StreamId, RoundState>> {
    return (await this.#states(streams)) as Map<StreamId, RoundState>;
  }

  async #states(streams: readonly StreamId[]): Promise<Map<StreamId, unknown>> {
    const states = new Map<StreamId, unknown>();
    for (const { stream, version } of (await headsOf(this.#pool, streams)).values()) {
      let seen = this.#seen.get(stream);
      if (seen?.version !== version) {
        seen = { version, state: await foldUpTo(this.#pool, stream, version) };
        this.#keep(stream, seen);
      }
      states.set(stream, seen.state);
    }
    return states;
  }

  #keep(stream: StreamId, seen: Seen): void {
    this.#seen.delete(stream);
    this.#seen.set(stream, seen);
    const oldest = this.#seen.keys().next().value;
    if (this.#seen.size > MOST_KEPT && oldest) this.#seen.delete(oldest);
  }
}

async function foldUpTo(pool: Pool, stream: StreamId, version: number): Promise<unknown> {
  const process = PROCESSES[processTypeOf(stream)];
  const snapshot = await readSnapshot(pool, stream, process.stateVersion);
  const usable = snapshot && snapshot.version <= version ? snapshot : null;
  let state = usable ? process.thaw(usable.frozen) : process.initial(stream);
  for await (const page of readEntries(pool, stream, usable?.version ?? 0, version)) {
    for (const entry of page) state = process.evolve(state, current(entry));
  }
  return state;
}
