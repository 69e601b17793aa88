import type { RoundCommandBodies, RoundEvent } from '../../contracts/round.ts';
import type { Command, Context, Decision } from '../process.ts';
import { refuse } from '../refuse.ts';
import { named } from './evolve.ts';
import { faultOfScope } from './refusals.ts';
import type { RoundState } from './state.ts';
import { waitsFor } from './waits.ts';

/** Nobody is written to about the same twice within so long. */
const APART_MS = 3_600_000;

/** Writes now to whoever owes an answer, and has not been written to about it just before. */
export function remind(
  state: RoundState,
  { body }: Command<'remind', RoundCommandBodies['remind']>,
  context: Context,
): Decision<RoundEvent> {
  const { now } = context;
  if (state.phase === 'held') return refuse('not-allowed/held-no-reminder', { title: state.spec!.title });
  const fault = faultOfScope(state, body.tasks);
  if (fault) return fault;
  const tasks = named(state, body.tasks === 'all' ? 'all' : [...new Set(body.tasks)]).filter((id) => {
    const { armed, read } = state.tasks.get(id)!;
    return armed + APART_MS <= now && read <= now;
  });
  if (!tasks.length) return refuse('already-so/reminded-just-now', {});
  // Like every reminder it comes at a civil hour, though they may be due before.
  const asked = tasks.map((id) => ({ assignee: state.tasks.get(id)!.assignee, due: now }));
  return [{ type: 'TasksReminded', body: { tasks, waits: waitsFor(asked, context) } }];
}
