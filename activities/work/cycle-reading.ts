import type { CyclePurpose } from '../../contracts/cycle/terms.ts';
import { type Instant, ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { Pool } from '../../db/connection.ts';
import { fold } from '../../db/fold.ts';
import { headsOf } from '../../db/ledger.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type { RoundState } from '../../domain/round/state.ts';

/** A training-plan cycle as the ledger tells it now, with the rounds that a piece of work needs and the organisation. */
export interface CycleReading {
  readonly stream: StreamId;
  readonly now: Instant;
  readonly state: CycleState;
  readonly organisation: OrganisationState;
  readonly rounds: ReadonlyMap<StreamId, RoundState>;
}

/** Makes the reading of work that looks into the rounds of some purposes, concluded ones included. */
export function readCycle(
  ...purposes: readonly CyclePurpose[]
): (pool: Pool, stream: StreamId, now: Instant) => Promise<CycleReading> {
  return async (pool, stream, now) => {
    const heads = await headsOf(pool, [stream, ORGANISATION]);
    const state = (await fold(pool, stream, heads.get(stream)?.version ?? 0)).state as CycleState;
    const organisation = await fold(pool, ORGANISATION, heads.get(ORGANISATION)?.version ?? 0);
    const wanted = Object.values(state.rounds).filter((r) => purposes.includes(r.purpose));
    const rounds = new Map<StreamId, RoundState>();
    const found = await headsOf(
      pool,
      wanted.map((r) => r.id),
    );
    for (const [id, head] of found) rounds.set(id, (await fold(pool, id, head.version)).state as RoundState);
    return { stream, now, state, organisation: organisation.state as OrganisationState, rounds };
  };
}
