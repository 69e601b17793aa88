import type { Authority } from '../../access/authority.ts';
import { decides } from '../../access/sight/selection.ts';
import { type Instant, ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { troubleOf } from '../../contracts/trouble.ts';
import type { SelectionView } from '../../contracts/views/selection.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import { troubleIn } from '../../db/streams.ts';
import { provenAnswers } from '../../db/views/answers.ts';
import { namesOf } from '../../db/views/selections.ts';
import { emptyOrganisation, type OrganisationState } from '../../domain/organisation/state.ts';
import { openRounds, roundsOf } from '../../domain/procedure/rounds.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import { notFoundStream, refusing } from '../refused.ts';
import type { Sources } from '../sources.ts';
import { peopleShown, selectionView } from './overview.ts';

/** Reads a selection. @throws Refused `not-found` when there is none */
export async function readSelection(reader: StreamReader, stream: StreamId): Promise<SelectionState> {
  const state = await reader.selection(stream);
  if (!state) throw notFoundStream(stream);
  return state;
}

/** Reads a selection together with the company, in one look. @throws Refused `not-found` when there is none */
export async function readInCompany(
  reader: StreamReader,
  stream: StreamId,
): Promise<{ readonly state: SelectionState; readonly organisation: OrganisationState }> {
  const states = await reader.states([stream, ORGANISATION]);
  const state = states.get(stream) as SelectionState | undefined;
  if (!state) throw notFoundStream(stream);
  return { state, organisation: (states.get(ORGANISATION) as OrganisationState | undefined) ?? emptyOrganisation() };
}

/** A selection as somebody sees it. @throws Refused `not-found` when there is none */
export async function selectionSeen(
  { pool, keys, reader }: Sources,
  stream: StreamId,
  who: Authority,
  now: Instant,
): Promise<SelectionView> {
  const { state, organisation } = await readInCompany(reader, stream);
  const supporting = state.endorsements?.supporting ?? [];
  const [names, rounds, trouble, words] = await Promise.all([
    namesOf(pool, [...peopleShown(state), ...supporting]),
    reader.rounds(who.all ? openRounds(state).map((r) => r.id) : []),
    who.all ? troubleIn(pool, stream) : null,
    wordsOf({ pool, keys }, state),
  ]);
  const endorsements = supporting.map((person) => {
    return { person, name: names.get(person) ?? null, words: words.get(person) ?? null };
  });
  return selectionView(state, who, { names, rounds, trouble: troubleOf(trouble), endorsements, organisation, now });
}

/** What leaders have said for it, which everybody may read; nothing before all were heard. */
async function wordsOf({ pool, keys }: Pick<Sources, 'pool' | 'keys'>, state: SelectionState) {
  const [round] = state.endorsements?.supporting.length ? roundsOf(state, 'endorsements') : [];
  const given = await provenAnswers(pool, keys, round ? [round.id] : []);
  const clear = (await unsealed(
    pool,
    keys,
    given.map((a) => a.answer),
  )) as { readonly words?: unknown }[];
  return new Map(
    given.map(({ assignee }, i) => [
      assignee,
      typeof clear[i]!.words === 'string' ? (clear[i]!.words as string) : null,
    ]),
  );
}

/** Reads a selection for somebody who asks for its ranking. @throws Refused `forbidden` where it is not for them */
export async function readRanked(reader: StreamReader, stream: StreamId, who: Authority): Promise<SelectionState> {
  const state = await readSelection(reader, stream);
  if (who.all || decides(state, who.person)) return state;
  throw refusing('forbidden/ranking', {});
}
