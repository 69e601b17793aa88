import { type Instant, ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { Pool } from '../../db/connection.ts';
import { fold } from '../../db/fold.ts';
import { headsOf } from '../../db/ledger.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { reviewRoundsOf } from '../../domain/selection/scores.ts';
import type { SelectionState } from '../../domain/selection/state.ts';

/** A selection as the ledger tells it now, with its review rounds and the organisation. */
export interface Reading {
  readonly stream: StreamId;
  readonly now: Instant;
  readonly state: SelectionState;
  /** The chain's link at the version that was read, in hexadecimal. */
  readonly link: string;
  readonly organisation: OrganisationState;
  readonly rounds: ReadonlyMap<StreamId, RoundState>;
}

export async function readSelection(pool: Pool, stream: StreamId, now: Instant): Promise<Reading> {
  const heads = await headsOf(pool, [stream, ORGANISATION]);
  const folded = await fold(pool, stream, heads.get(stream)?.version ?? 0);
  const state = folded.state as SelectionState;
  const organisation = await fold(pool, ORGANISATION, heads.get(ORGANISATION)?.version ?? 0);
  const rounds = new Map<StreamId, RoundState>();
  for (const [id, head] of await headsOf(pool, reviewRoundsOf(state))) {
    rounds.set(id, (await fold(pool, id, head.version)).state as RoundState);
  }
  return {
    stream,
    now,
    state,
    link: folded.hash.toString('hex'),
    organisation: organisation.state as OrganisationState,
    rounds,
  };
}
