import type { Authority } from '../../access/authority.ts';
import { type Instant, ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { TaskView } from '../../contracts/views/round.ts';
import type { HeldTask } from '../../db/views/desk.ts';
import { tasksOfHolder } from '../../db/views/tasks.ts';
import { emptyOrganisation, type OrganisationState } from '../../domain/organisation/state.ts';
import { actsOn, changeableUntil } from '../../domain/round/acts.ts';
import type { RoundState } from '../../domain/round/state.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import { anchored } from '../desk/anchored.ts';
import { labelOf } from '../desk/label.ts';
import { guidesOf } from '../desk/sitting.ts';
import { whyOf } from '../desk/why.ts';
import { matterOf } from '../matter/matter.ts';
import { applicationOfTask, isOfSelection } from '../selection/seen.ts';
import type { Sources } from '../sources.ts';
import { taskSeen } from './reading.ts';

/**
 * A task with what it is about and how it came to its assignee, for them and whoever sees all.
 * @throws Refused `not-found` for everybody else, as for one that is not there
 */
export async function taskWithMatter(
  sources: Sources,
  asked: { readonly round: StreamId; readonly task: string },
  who: Authority,
  now: Instant,
): Promise<TaskView> {
  const { pool, reader } = sources;
  const { view, owner, held } = await taskSeen(sources, asked, who, now);
  // What a task of nobody's procedure is about, it says itself.
  const owned = owner === null ? [] : [owner as StreamId, asked.round];
  const [states, holding] = await Promise.all([
    reader.states([ORGANISATION, ...owned]),
    tasksOfHolder(pool, asked.round, view.assignee),
  ]);
  const organisation = (states.get(ORGANISATION) as OrganisationState | undefined) ?? emptyOrganisation();
  const own = states.get(owner as StreamId);
  const selection = owner?.startsWith('selection:') ? (own as SelectionState | undefined) : undefined;
  const at = holding.indexOf(view.task);
  const standing = { ...held, round: held.roundState };
  const application = isOfSelection(owner, view.about)
    ? await applicationOfTask(sources, { ...view, owner }, who)
    : null;
  const matter =
    owner === null || !isByLedger(states.get(asked.round) as RoundState | undefined, held, view.assignee)
      ? null
      : await matterOf({
          ...{ sources, who, owner: owner as StreamId, state: own, organisation, held, view, application, now },
        });
  return {
    ...view,
    form: anchored(view.form, organisation),
    of: held.of,
    label: labelOf(held),
    why: whyOf([held], view.assignee, { organisation, selection }),
    position: {
      ...{ at: at + 1, of: holding.length },
      previous: (at > 0 && holding[at - 1]) || null,
      next: (at >= 0 && holding[at + 1]) || null,
    },
    may: view.assignee === who.person ? actsOn(held.policy, standing) : [],
    changeableUntil: changeableUntil(held.policy, standing),
    guide: guidesOf(view.purpose, own),
    matter,
  };
}

/** Whether a task is as the ledger of its round says: rows open nothing of what it is about. */
function isByLedger(round: RoundState | undefined, held: HeldTask, assignee: string): boolean {
  const { spec } = round ?? {};
  const task = round?.tasks.get(held.task);
  if (!spec || !task || spec.owner !== held.owner || spec.purpose !== held.purpose) return false;
  const isSame = task.about === held.about && task.aboutPerson === held.aboutPerson;
  return isSame && task.assignee === assignee && task.state === held.state;
}
