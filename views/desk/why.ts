import type { Label } from '../../contracts/form.ts';
import type { PersonId } from '../../contracts/ids.ts';
import { meaningOf } from '../../contracts/purposes.ts';
import type { Why, WhyCode } from '../../contracts/views/why.ts';
import type { HeldTask } from '../../db/views/desk.ts';
import { departmentHead, isInLine, managerOf } from '../../domain/organisation/line.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import { departmentOf, personOf } from './label.ts';

/** What reasons are told from beside the tasks themselves. */
export interface Grounds {
  readonly organisation: OrganisationState;
  /** The selection whose reviews are asked for; undefined: it is another procedure, or none. */
  readonly selection: SelectionState | undefined;
}

/** The purposes whose reason is only told with a look into the selection. */
export function asksSelection({ purpose }: Pick<HeldTask, 'purpose'>): boolean {
  return meaningOf(purpose).why === 'reviewer';
}

/** Why somebody is asked all of some tasks of one round, which are given with the one to go on with first. */
export function whyOf(tasks: readonly HeldTask[], assignee: PersonId, grounds: Grounds): Why {
  const [first] = tasks as [HeldTask, ...HeldTask[]];
  const code = codeOf(first, assignee, grounds.organisation);
  const person = code === 'oneself' ? null : personOf(first);
  const department = departmentOf(first);
  const topics = code === 'reviewer' ? topicsOf(tasks, assignee, grounds.selection) : [];
  return {
    code,
    facts: {
      ...(person && tasks.length === 1 ? { person, ...inPlaceOf(first, code) } : {}),
      ...(person && tasks.length > 1 ? { people: new Set(tasks.map((t) => t.aboutPerson)).size } : {}),
      ...(department ? { department } : {}),
      ...(topics.length ? { topics } : {}),
    },
  };
}

/** Of whom somebody is asked in the place, where they know whom it is about. */
function inPlaceOf({ purpose, manager, managerName }: HeldTask, code: WhyCode): Pick<Why['facts'], 'inPlaceOf'> {
  // Test scores are asked for in the place of the trainer.
  if (manager === null || meaningOf(purpose).why === 'trainer' || !(code === 'next-above' || code === 'instead'))
    return {};
  return { inPlaceOf: { id: manager, name: managerName } };
}

function codeOf(task: HeldTask, assignee: PersonId, organisation: OrganisationState): WhyCode {
  const { owner, purpose, about, aboutPerson, trainer } = task;
  if (owner === null) return 'asked';
  const { why } = meaningOf(purpose);
  if (why === 'trainer') return trainer === assignee ? 'trainer' : 'instead';
  if (departmentOf(task)) {
    if (departmentHead(organisation, about!) === assignee) return 'head';
    return why ?? 'speaker';
  }
  if (why) return why;
  if (aboutPerson === assignee) return 'oneself';
  if (aboutPerson === null) return 'asked';
  if (managerOf(organisation, aboutPerson) === assignee) return 'supervisor';
  return isInLine(organisation, assignee, aboutPerson) ? 'next-above' : 'instead';
}

/** What the applications under review and their reviewer have in common. */
function topicsOf(tasks: readonly HeldTask[], reviewer: PersonId, selection: SelectionState | undefined): Label[] {
  if (!selection?.terms) return [];
  const own = new Set(selection.pool.find((r) => r.person === reviewer)?.topics);
  const asked = new Set(tasks.flatMap(({ about }) => selection.applications[about ?? '']?.topics ?? []));
  return termsOf(selection).topics.flatMap(({ id, label }) => (own.has(id) && asked.has(id) ? [label] : []));
}
