import type { Label } from '../../contracts/form.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { processOf } from '../../domain/kinds.ts';
import type { OfferingState } from '../../domain/offering/state.ts';
import { emptyOrganisation, type OrganisationState } from '../../domain/organisation/state.ts';
import type { RoundState } from '../../domain/round/state.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import type { Pool } from '../connection.ts';
import { copyOf, type Folded, foldMany } from '../fold.ts';
import type { KeyRing } from '../keys.ts';
import { type Head, headsOf } from '../ledger.ts';
import { KeptFolds } from './kept-folds.ts';

/** What is kept at hand, in characters of events: more than a cycle of 10,000 people with all its offerings. */
const BUDGET = 50_000_000;

type Folds = ReadonlyMap<StreamId, Folded>;
const NONE: Folds = new Map();

/**
 * Reads streams as their ledger says they stand, for views that no table holds. A look takes the same number of queries
 * for one stream as for a thousand. A fold that is kept is never changed: a copy of it is folded on, so that whoever
 * still looks at the old one sees one moment. Those who ask at the same time for the same stream share one fold.
 */
export class StreamReader {
  readonly #pool: Pool;
  readonly #keys: Pick<KeyRing, 'verifier'>;
  readonly #kept: KeptFolds;
  /** Streams that are being folded, with the folds of the look that does it; it gives none when it fails. */
  readonly #underWay = new Map<StreamId, Promise<Folds>>();

  /** @param budget how much to keep at hand, in characters of events */
  constructor(pool: Pool, keys: Pick<KeyRing, 'verifier'>, budget = BUDGET) {
    this.#pool = pool;
    this.#keys = keys;
    this.#kept = new KeptFolds(budget);
  }

  /** The selection; undefined when nothing was ever written to its stream. */
  async selection(stream: StreamId): Promise<SelectionState | undefined> {
    return (await this.states([stream])).get(stream) as SelectionState | undefined;
  }

  /** The training-plan cycle; undefined when nothing was ever written to its stream. */
  async cycle(stream: StreamId): Promise<CycleState | undefined> {
    return (await this.states([stream])).get(stream) as CycleState | undefined;
  }

  /** The offering; undefined when nothing was ever written to its stream. */
  async offering(stream: StreamId): Promise<OfferingState | undefined> {
    return (await this.offerings([stream])).get(stream);
  }

  /** The offerings that exist, by id. */
  async offerings(streams: readonly StreamId[]): Promise<ReadonlyMap<StreamId, OfferingState>> {
    return (await this.states(streams)) as Map<StreamId, OfferingState>;
  }

  /** The company as it is now; an empty one before anything was imported. */
  async organisation(): Promise<OrganisationState> {
    const found = (await this.states([ORGANISATION])).get(ORGANISATION);
    return (found as OrganisationState | undefined) ?? emptyOrganisation();
  }

  /** The rounds that exist, by id. */
  async rounds(streams: readonly StreamId[]): Promise<ReadonlyMap<StreamId, RoundState>> {
    return (await this.states(streams)) as Map<StreamId, RoundState>;
  }

  /** What a procedure is called; null: nothing was ever written to its stream, or it is no procedure. */
  async title(stream: StreamId): Promise<Label | null> {
    const state = (await this.states([stream])).get(stream);
    return state === undefined ? null : (processOf(stream).titleOf?.(state) ?? null);
  }

  /** The states of streams that exist, by id. */
  async states(streams: readonly StreamId[]): Promise<Map<StreamId, unknown>> {
    const heads = [...(await headsOf(this.#pool, streams)).values()];
    const folds = await this.#reach(heads);
    return new Map(heads.map(({ stream }) => [stream, folds.get(stream)!.state]));
  }

  /** Folds of streams, each of the version that was asked for or a later one. */
  async #reach(heads: readonly Head[]): Promise<Folds> {
    const reached = new Map<StreamId, Folded>();
    for (;;) {
      for (const { stream, version } of heads) {
        const kept = this.#kept.get(stream);
        if (kept && kept.version >= version) reached.set(stream, kept);
      }
      const behind = heads.filter(({ stream }) => !reached.has(stream));
      if (!behind.length) return reached;
      const others = new Set(behind.flatMap(({ stream }) => this.#underWay.get(stream) ?? []));
      const idle = behind.filter(({ stream }) => !this.#underWay.has(stream));
      const [own] = await Promise.all([idle.length ? this.#begin(idle) : NONE, ...others]);
      for (const [stream, folded] of own) reached.set(stream, folded);
    }
  }

  /** Folds streams for whoever asks, and for all others who ask for one of them meanwhile. */
  #begin(heads: readonly Head[]): Promise<Folds> {
    const work = this.#fold(heads);
    const over = (folds: Folds) => {
      for (const { stream } of heads) this.#underWay.delete(stream);
      return folds;
    };
    // Others are not to fail over a stream that they have not asked for: they try again by themselves.
    const shared = work.then(over, () => over(NONE));
    for (const { stream } of heads) this.#underWay.set(stream, shared);
    return work;
  }

  async #fold(heads: readonly Head[]): Promise<Folds> {
    const wanted = heads.map((head) => ({ ...head, have: this.#copyOf(head.stream) }));
    const folds = await foldMany(this.#pool, this.#keys, wanted);
    this.#kept.put(folds);
    return folds;
  }

  #copyOf(stream: StreamId): Folded | undefined {
    const kept = this.#kept.get(stream);
    return kept && copyOf(kept);
  }
}
