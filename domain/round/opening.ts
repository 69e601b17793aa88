import { type Actor, ownerInRoundId, roundIdOf, type StreamId, SYSTEM } from '../../contracts/ids.ts';
import { kindNames } from '../../contracts/kinds.ts';
import type { RoundCommandBodies, RoundEvent, RoundSpec } from '../../contracts/round.ts';
import { type Command, type Context, type Decision, isRejection, type Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { withSubjects } from './by-hand.ts';
import { addTasks } from './holders.ts';
import { inOrder } from './ladder.ts';
import { placeOf } from './place.ts';
import { pastDue } from './refusals.ts';
import type { RoundState } from './state.ts';

/** Opens a round with its first tasks. */
export function open(
  state: RoundState,
  command: Command<'open', RoundCommandBodies['open']>,
  context: Context,
): Decision<RoundEvent> {
  if (state.spec) return refuse('already-so/round-open', { round: state.stream });
  const { actor, body } = command;
  const fault = refusalOfOwner(state.stream, body.spec.owner, actor);
  if (fault) return fault;
  const past = pastDue([body.spec, ...body.tasks], actor, context);
  if (past) return past;
  const spec = specOf(body.spec, actor, context);
  const tasks = withSubjects({ ...state, spec }, body.tasks, actor);
  if (isRejection(tasks)) return tasks;
  const added = addTasks({ ...state, spec }, tasks, context);
  return Array.isArray(added) ? [{ type: 'RoundOpened', body: spec }, ...added] : added;
}

/** A round as it is kept: whoever opens it by hand runs it, and its ladder is in order. */
function specOf(asked: RoundSpec, actor: Actor, { organisation }: Context): RoundSpec {
  const spec = actor === SYSTEM ? asked : { ...asked, owners: [actor], place: null };
  const ladder = inOrder(spec.policy.ladder, spec.due, placeOf(spec, organisation));
  return { ...spec, policy: { ...spec.policy, ladder } };
}

/** A procedure finds its rounds by their ids, so nobody else may open one where it will look. */
function refusalOfOwner(round: StreamId, owner: StreamId | null, actor: Actor): Rejection | null {
  if (actor !== SYSTEM && owner !== null) return refuse('not-allowed/round-of-owner', { owner, round });
  const space = ownerInRoundId(round);
  if (space === owner) return null;
  return owner === null
    ? refuse('not-allowed/round-id-of-procedures', { round, kinds: kindNames().map((type) => `"${type}."`) })
    : refuse('not-allowed/round-id-not-of-owner', { round, owner, like: roundIdOf(owner, 'name') });
}
