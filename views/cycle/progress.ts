import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { Pool } from '../../db/connection.ts';
import { headsOf } from '../../db/ledger.ts';
import { type Progress, progressByDepartment } from '../../db/views/cycles.ts';

type Counted = ReadonlyMap<string, Progress>;

/** So many rounds are remembered. */
const MOST_KEPT = 100;

/** How far departments are with rounds about their people, counted anew only when the round or the company has changed. */
export class RoundProgress {
  readonly #pool: Pool;
  readonly #known = new Map<StreamId, { readonly versions: string; readonly counted: Counted }>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** By department; nothing when there is no such round. */
  async of(round: StreamId | undefined): Promise<Counted> {
    if (round === undefined) return new Map();
    // Read before it is counted: whatever is written meanwhile has it counted once more.
    const heads = await headsOf(this.#pool, [round, ORGANISATION]);
    const versions = [round, ORGANISATION].map((id) => heads.get(id as StreamId)?.version ?? 0).join();
    const known = this.#known.get(round);
    if (known?.versions === versions) return known.counted;
    const counted = await progressByDepartment(this.#pool, round);
    this.#known.set(round, { versions, counted });
    const oldest = this.#known.keys().next().value;
    if (this.#known.size > MOST_KEPT && oldest) this.#known.delete(oldest);
    return counted;
  }
}
