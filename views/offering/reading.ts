import type { Authority } from '../../access/authority.ts';
import { sightOf } from '../../access/sight/offering.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { troubleOf } from '../../contracts/trouble.ts';
import type { OfferingView } from '../../contracts/views/offering.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { troubleIn } from '../../db/streams.ts';
import { namesOf } from '../../db/views/selections.ts';
import type { OfferingState } from '../../domain/offering/state.ts';
import { openRounds } from '../../domain/procedure/rounds.ts';
import { notFoundStream } from '../refused.ts';
import type { Sources } from '../sources.ts';
import { offeringView, peopleOf } from './overview.ts';

/** Reads an offering. @throws Refused `not-found` when there is none */
export async function readOffering(reader: StreamReader, stream: StreamId): Promise<OfferingState> {
  const state = await reader.offering(stream);
  if (!state?.terms) throw notFoundStream(stream);
  return state;
}

/** An offering as somebody sees it. @throws Refused `not-found` when there is none */
export async function offeringSeen(
  { pool, reader }: Pick<Sources, 'pool' | 'reader'>,
  stream: StreamId,
  who: Authority,
): Promise<OfferingView> {
  const state = await readOffering(reader, stream);
  const [organisation, rounds, trouble] = await Promise.all([
    reader.organisation(),
    reader.rounds(who.all ? openRounds(state).map((r) => r.id) : []),
    who.all ? troubleIn(pool, stream) : null,
  ]);
  const seen = offeringView(state, sightOf(organisation, who), { rounds, trouble: troubleOf(trouble) });
  return { ...seen, names: Object.fromEntries(await namesOf(pool, peopleOf(seen))) };
}
