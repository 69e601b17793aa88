import type { CyclePurpose } from '../../contracts/cycle/terms.ts';
import { type Instant, ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { snapshot } from '../../db/connection.ts';
import { foldNow } from '../../db/fold.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { roundsNow, type Sources } from './reading.ts';

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
): (sources: Sources, stream: StreamId, now: Instant) => Promise<CycleReading> {
  return async ({ pool, keys }, stream, now) =>
    snapshot(pool, async (connection) => {
      const folds = await foldNow(connection, keys, [stream, ORGANISATION]);
      const state = folds.get(stream)!.state as CycleState;
      const wanted = Object.values(state.rounds).filter((r) => purposes.includes(r.purpose));
      return {
        stream,
        now,
        state,
        organisation: folds.get(ORGANISATION)!.state as OrganisationState,
        rounds: await roundsNow(
          connection,
          keys,
          wanted.map((r) => r.id),
        ),
      };
    });
}
