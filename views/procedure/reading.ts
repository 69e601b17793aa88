import type { Authority } from '../../access/authority.ts';
import { doorsOf } from '../../access/commands.ts';
import type { Instant, ProcessType, StreamId } from '../../contracts/ids.ts';
import { kindNames, wordsOf } from '../../contracts/kinds.ts';
import { troubleOf } from '../../contracts/trouble.ts';
import type { ProcedureLine, ProcedureView } from '../../contracts/views/procedure.ts';
import { troubleIn } from '../../db/streams.ts';
import { procedureLine, procedureLines, type StandingLine } from '../../db/views/procedures.ts';
import { rolesInForce } from '../../db/views/roles.ts';
import { roundViews } from '../../db/views/round.ts';
import { processOf } from '../../domain/kinds.ts';
import type { Timed } from '../../domain/procedure/steering.ts';
import { notFoundStream } from '../refused.ts';
import type { Sources } from '../sources.ts';

/** Whether people open procedures of a kind; the others Rostrum opens itself. */
export function isOpenedByPeople(kind: ProcessType): boolean {
  return doorsOf(kind).open?.by === 'operations';
}

/** Procedures as somebody sees them, newest first: those that people open, and for whoever sees all those of Rostrum as well. */
export async function proceduresSeen(
  { pool, keys }: Pick<Sources, 'pool' | 'keys'>,
  { kind, open }: { readonly kind?: string | undefined; readonly open: boolean },
  { all }: Pick<Authority, 'all'>,
  now: Instant,
): Promise<ProcedureLine[]> {
  const kinds = kindNames().filter(
    (name) => wordsOf(name).procedure && (kind === undefined || kind === name) && (isOpenedByPeople(name) || all),
  );
  const [lines, isMissing] = await Promise.all([
    procedureLines(pool, { kinds, open }),
    missingRunners({ pool, keys }, all, now),
  ]);
  return lines.map((line) => ({ ...line, needsHand: isMissing(line) }));
}

/** Whether whoever runs a procedure that is open is not of operations any more; only for whoever sees everything. */
async function missingRunners(
  { pool, keys }: Pick<Sources, 'pool' | 'keys'>,
  all: boolean,
  now: Instant,
): Promise<(line: StandingLine) => boolean> {
  if (!all) return () => false;
  const able = new Set((await rolesInForce(pool, keys, now, { role: 'operations' })).map(({ person }) => person));
  return ({ owner, closed }) => !closed && owner !== null && !able.has(owner);
}

/** A procedure by what is known of every kind. @throws Refused `not-found` when there is none */
export async function procedureSeen(
  { pool, keys, reader }: Sources,
  stream: StreamId,
  { person, all }: Pick<Authority, 'person' | 'all'>,
  now: Instant,
): Promise<ProcedureView> {
  const [line, states, organisation, rounds, trouble, isMissing] = await Promise.all([
    procedureLine(pool, stream),
    reader.states([stream]),
    reader.organisation(),
    all ? roundViews(pool, { owner: stream, state: 'open' }, now) : [],
    all ? troubleIn(pool, stream) : null,
    missingRunners({ pool, keys }, all, now),
  ]);
  if (!line) throw notFoundStream(stream);
  const state = states.get(stream);
  const { plan = {} } = state as Partial<Timed>;
  const own = processOf(stream).shownTo?.(state, { person, all, organisation }) ?? {};
  return { ...line, needsHand: isMissing(line), plan, own: { ...own }, rounds, trouble: troubleOf(trouble) };
}
