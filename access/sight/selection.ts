import { entryOf } from '../../contracts/entry.ts';
import type { PersonId } from '../../contracts/ids.ts';
import type { Sight } from '../../contracts/views/selection.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { place } from '../../domain/selection/kit.ts';
import { panelOf } from '../../domain/selection/people.ts';
import type { Application, SelectionState } from '../../domain/selection/state.ts';
import type { Authority } from '../authority.ts';

/** What of somebody counts for what they see of a selection. */
type Viewer = Pick<Authority, 'person' | 'operations' | 'auditor'>;

/** As what somebody sees an application, the widest sight first; null: they do not see it at all. */
export function sightOf(
  state: SelectionState,
  { person, operations, auditor }: Viewer,
  application: Application,
): Sight | null {
  if (operations) return 'operations';
  if (auditor) return 'auditor';
  if (application.person === person) return 'applicant';
  if (decides(state, person) && application.screening?.eligible) return 'panel';
  if (application.manager === person) return 'manager';
  // Whoever was asked about it before a conflict came up has lost that with the task.
  if (entryOf(state.conflicts, person)?.includes(application.code)) return null;
  if (application.screeningTask?.who === person) return 'screener';
  const objections = Object.values(state.objections).filter((o) => o.about === application.code);
  if (application.objection?.who === person || objections.some((o) => o.asked.who === person)) return 'handler';
  return reviews(state, person, application) ? 'reviewer' : null;
}

/** Members of the panel see the applications that stand for decision, from then on. */
export function decides(state: SelectionState, person: PersonId): boolean {
  return place(state.stage) >= place('decision') && panelOf(state).includes(person);
}

/** Reviewers see what they were given; before that, while they declare conflicts, all that they may be given. */
function reviews(state: SelectionState, person: PersonId, application: Application): boolean {
  if (state.pairs.some((p) => p.application === application.code && p.reviewer === person)) return true;
  if (state.stage !== 'reviewers' || application.withdrawn || !application.screening?.eligible) return false;
  return state.pool.some((r) => r.person === person) && !state.stoodDown[application.code]?.includes(person);
}

/** What rounds are for in which reviewers are asked, as the round says it. */
const REVIEWING = new Set(['review', 'discussion', 'conflict']);

/** The sight of somebody who holds a task about an application, whoever it was first given to. */
export function sightOfTask(purpose: string): Sight {
  return REVIEWING.has(purpose) ? 'reviewer' : 'asked';
}

export function isBlind(state: SelectionState, sight: Sight): boolean {
  return sight === 'reviewer' && termsOf(state).blind;
}

/** Whether a sight shows how an application stands: to its author, and to whoever sees all. */
export function showsProgress(sight: Sight): boolean {
  return sight === 'applicant' || sight === 'operations' || sight === 'auditor';
}
