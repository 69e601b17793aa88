import type { Authority } from '../../access/authority.ts';
import { decides } from '../../access/sight/selection.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { troubleOf } from '../../contracts/trouble.ts';
import type { SelectionView } from '../../contracts/views/selection.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { troubleIn } from '../../db/streams.ts';
import { namesOf } from '../../db/views/selections.ts';
import { openRounds } from '../../domain/procedure/rounds.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import { notFoundStream, Refused } from '../refused.ts';
import type { Sources } from '../sources.ts';
import { peopleShown, selectionView } from './overview.ts';

/** Reads a selection. @throws Refused `not-found` when there is none */
export async function readSelection(reader: StreamReader, stream: StreamId): Promise<SelectionState> {
  const state = await reader.selection(stream);
  if (!state) throw notFoundStream(stream);
  return state;
}

/** A selection as somebody sees it. @throws Refused `not-found` when there is none */
export async function selectionSeen(
  { pool, reader }: Pick<Sources, 'pool' | 'reader'>,
  stream: StreamId,
  who: Authority,
): Promise<SelectionView> {
  const state = await readSelection(reader, stream);
  const [names, rounds, trouble] = await Promise.all([
    namesOf(pool, peopleShown(state)),
    reader.rounds(who.all ? openRounds(state).map((r) => r.id) : []),
    who.all ? troubleIn(pool, stream) : null,
  ]);
  return selectionView(state, who, { names, rounds, trouble: troubleOf(trouble) });
}

/** Reads a selection for somebody who asks for its ranking. @throws Refused `forbidden` where it is not for them */
export async function readRanked(reader: StreamReader, stream: StreamId, who: Authority): Promise<SelectionState> {
  const state = await readSelection(reader, stream);
  if (who.all || decides(state, who.person)) return state;
  throw new Refused(
    'forbidden',
    'The ranking is for operations and auditors, and for the panel when it decides; your own result comes to you.',
  );
}
