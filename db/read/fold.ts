import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { OfferingState } from '../../domain/offering/state.ts';
import { emptyOrganisation, type OrganisationState } from '../../domain/organisation/state.ts';
import type { RoundState } from '../../domain/round/state.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import type { Pool } from '../connection.ts';
import { type Folded, fold, foldOn, processOf } from '../fold.ts';
import { headsOf } from '../ledger.ts';

/** How many folded streams are kept at hand. */
const MOST_KEPT = 100;

/**
 * Reads streams as their ledger says they stand, for views that no table holds. A fold that is kept is never changed:
 * one that is behind is made anew, or a copy of it is folded on, so that whoever still looks at the old one sees one
 * moment.
 */
export class StreamReader {
  readonly #pool: Pool;
  readonly #seen = new Map<StreamId, Folded>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** The selection; undefined when nothing was ever written to its stream. */
  async selection(stream: StreamId): Promise<SelectionState | undefined> {
    return (await this.#states([stream])).get(stream) as SelectionState | undefined;
  }

  /** The training-plan cycle; undefined when nothing was ever written to its stream. */
  async cycle(stream: StreamId): Promise<CycleState | undefined> {
    return (await this.#states([stream])).get(stream) as CycleState | undefined;
  }

  /** The offering; undefined when nothing was ever written to its stream. */
  async offering(stream: StreamId): Promise<OfferingState | undefined> {
    return (await this.offerings([stream])).get(stream);
  }

  /** The offerings that exist, by id. */
  async offerings(streams: readonly StreamId[]): Promise<ReadonlyMap<StreamId, OfferingState>> {
    return (await this.#states(streams)) as Map<StreamId, OfferingState>;
  }

  /** The company as it is now; an empty one before anything was imported. */
  async organisation(): Promise<OrganisationState> {
    const found = (await this.#states([ORGANISATION])).get(ORGANISATION);
    return (found as OrganisationState | undefined) ?? emptyOrganisation();
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
        seen = await this.#foldAfter(seen, stream, version);
        this.#keep(stream, seen);
      }
      states.set(stream, seen.state);
    }
    return states;
  }

  async #foldAfter(seen: Folded | undefined, stream: StreamId, version: number): Promise<Folded> {
    const { copy } = processOf(stream);
    if (!copy || !seen || seen.version > version) return fold(this.#pool, stream, version);
    const next = { ...seen, state: copy(seen.state) };
    await foldOn(this.#pool, next, version);
    return next;
  }

  #keep(stream: StreamId, seen: Folded): void {
    this.#seen.delete(stream);
    this.#seen.set(stream, seen);
    const oldest = this.#seen.keys().next().value;
    if (this.#seen.size > MOST_KEPT && oldest) this.#seen.delete(oldest);
  }
}
