import { type Actor, ownerInRoundId, roundIdOf, type StreamId, SYSTEM } from '../../contracts/ids.ts';
import { kindNames } from '../../contracts/kinds.ts';
import type { RoundCommandBodies, RoundEvent, RoundSpec } from '../../contracts/round.ts';
import { type Command, type Context, type Decision, isRejection, reject } from '../process.ts';
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
  const fault = faultOfOwner(state.stream, body.spec.owner, actor);
  if (fault) return reject('not-allowed', fault);
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
function faultOfOwner(round: StreamId, owner: StreamId | null, actor: Actor): string | null {
  if (actor !== SYSTEM && owner !== null)
    return `Only ${owner} itself can open a round of its own; leave the owner of ${round} out.`;
  const space = ownerInRoundId(round);
  if (space === owner) return null;
  return owner === null
    ? `Rounds whose ids begin as ${round} does are opened by procedures; choose an id that begins with none of ${kindNames()
        .map((type) => `"${type}."`)
        .join(', ')}.`
    : `${round} is no id for a round of ${owner}; its rounds are called like ${roundIdOf(owner, 'name')}.`;
}
