import type { Authority } from '../../access/authority.ts';
import { type CycleSight, sightOf } from '../../access/sight/cycle.ts';
import type { CyclePurpose } from '../../contracts/cycle.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { notFoundStream } from '../refused.ts';

/** A cycle with the company, as somebody sees it. */
export interface CycleReading {
  readonly state: CycleState;
  readonly organisation: OrganisationState;
  readonly sight: CycleSight;
}

/** Reads a cycle for somebody. @throws Refused `not-found` when there is none */
export async function readCycle(reader: StreamReader, stream: StreamId, who: Authority): Promise<CycleReading> {
  const [state, organisation] = await Promise.all([reader.cycle(stream), reader.organisation()]);
  if (!state?.terms) throw notFoundStream(stream);
  return { state, organisation, sight: sightOf(state, organisation, who) };
}

/** The rounds of some purposes that a cycle has opened, concluded ones included. */
export async function roundsFor(
  reader: StreamReader,
  state: CycleState,
  ...purposes: readonly CyclePurpose[]
): Promise<ReadonlyMap<StreamId, RoundState>> {
  const wanted = Object.values(state.rounds).filter((r) => purposes.includes(r.purpose));
  return reader.rounds(wanted.map((r) => r.id));
}
