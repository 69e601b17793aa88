import type { Authority } from '../../access/authority.ts';
import { sightOf } from '../../access/sight/cycle.ts';
import type { CyclePurpose } from '../../contracts/cycle.ts';
import type { PersonId, StreamId } from '../../contracts/ids.ts';
import type { OfCycle } from '../../contracts/views/people/ability.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { cycleLines } from '../../db/views/cycles.ts';
import { employeesInScope } from '../../domain/cycle/people.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { RoundState } from '../../domain/round/state.ts';
import type { CycleReading } from '../cycle/reading.ts';
import { notFoundStream } from '../refused.ts';
import type { Sources } from '../sources.ts';

/** So many of the newest cycles are looked through for one that is about somebody. */
const LOOKED_THROUGH = 4;

/** The cycle that is about some people, and the one before it. */
export interface PeopleReading extends CycleReading {
  /** Undefined: there was none, or it is not known here. */
  readonly before: CycleState | undefined;
  /** What a cycle asked about their abilities and plans, of both cycles. */
  readonly rounds: ReadonlyMap<StreamId, RoundState>;
}

/**
 * The newest cycle that is about one of these people, or the one that is asked for; undefined: none is about them.
 * @throws Refused `not-found` when the one that is asked for is not there
 */
export async function readCycleAbout(
  { pool, reader }: Pick<Sources, 'pool' | 'reader'>,
  people: ReadonlySet<PersonId>,
  who: Authority,
  { cycle, purposes }: { readonly cycle?: StreamId | undefined; readonly purposes: readonly CyclePurpose[] },
): Promise<PeopleReading | undefined> {
  const organisation = await reader.organisation();
  const known = cycle === undefined ? await newest(pool) : [cycle];
  const states = (await reader.states(known)) as ReadonlyMap<StreamId, CycleState>;
  const found = known.find((id) => isAbout(states.get(id)));
  if (cycle !== undefined && !states.get(cycle)?.terms) throw notFoundStream(cycle);
  const state = found && states.get(found);
  if (!state) return undefined;
  const before = await readBefore(reader, states, termsOf(state).previous as StreamId | null);
  const rounds = await reader.rounds([...roundsOf(state, purposes), ...(before ? roundsOf(before, purposes) : [])]);
  return { state, organisation, sight: sightOf(state, organisation, who), before, rounds };

  function isAbout(one: CycleState | undefined): boolean {
    return one?.terms != null && employeesInScope(one.terms, organisation).some((p) => people.has(p.id));
  }
}

async function newest(pool: Sources['pool']): Promise<StreamId[]> {
  const lines = await cycleLines(pool);
  return lines
    .filter((line) => !line.cancelled)
    .slice(0, LOOKED_THROUGH)
    .map((line) => line.id as StreamId);
}

async function readBefore(
  reader: StreamReader,
  read: ReadonlyMap<StreamId, CycleState>,
  previous: StreamId | null,
): Promise<CycleState | undefined> {
  if (previous === null) return undefined;
  const before = read.get(previous) ?? (await reader.cycle(previous));
  return before?.terms ? before : undefined;
}

function roundsOf(state: CycleState, purposes: readonly CyclePurpose[]): StreamId[] {
  return Object.values(state.rounds)
    .filter((r) => purposes.includes(r.purpose))
    .map((r) => r.id);
}

/** A cycle as it is named above what is shown of it. */
export function ofCycle(state: CycleState): OfCycle {
  const { title, gapFrom } = termsOf(state);
  return { id: state.stream, title, stage: state.stage, gapFrom };
}
