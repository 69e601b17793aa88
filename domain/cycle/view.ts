import type { PersonId, StreamId } from '../../contracts/ids.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { isPending, type RoundState } from '../round/state.ts';
import { ratable } from './rating-forms.ts';
import { openRound } from './rounds.ts';
import type { CycleState } from './state.ts';

type Child = (id: StreamId) => RoundState | undefined;

/** How far a department is with the ratings of its people. */
interface RatingsOfDepartment {
  readonly done: number;
  readonly open: number;
  /** Given up without an answer: missing, never zero. */
  readonly missing: number;
}

/** How the latest ratings of supervisors stand, by the department of the person who is rated. */
export function ratingsByDepartment(
  state: CycleState,
  child: Child,
  organisation: OrganisationState,
): Map<string, RatingsOfDepartment> {
  const counts = new Map<string, { done: number; open: number; missing: number }>();
  const round = Object.values(state.rounds).findLast((r) => r.purpose === 'ratings');
  const latest = new Map<PersonId, 'done' | 'open' | 'missing'>();
  for (const task of (round && child(round.id))?.tasks.values() ?? []) {
    const person = task.aboutPerson;
    if (!person || (task.state === 'withdrawn' && latest.has(person))) continue;
    latest.set(person, isPending(task) ? 'open' : task.state === 'submitted' ? 'done' : 'missing');
  }
  for (const [person, standing] of latest) {
    const { department, employed } = organisation.people.get(person) ?? { department: '', employed: false };
    if (!employed) continue;
    const count = counts.get(department) ?? { done: 0, open: 0, missing: 0 };
    counts.set(department, count);
    count[standing]++;
  }
  return counts;
}

/** So many names stand in a sentence; the rest is counted. */
const MOST_NAMED = 10;

/** What only operations can mend or have to do, each as one sentence. */
export function waitingForOperations(state: CycleState, organisation: OrganisationState): string[] {
  if (state.phase === 'paused') return ['The cycle is paused; resume it or cancel it.'];
  if (state.phase !== 'running') return [];
  const sentences: string[] = [];
  const mute = Object.values(state.departments).filter((d) => (d.speaker ?? d.asked) === null);
  if (mute.length) {
    sentences.push(
      `Nobody speaks for ${named(mute.map((d) => d.department))}; name a head and import the organisation.`,
    );
  }
  if (state.stage === 'mobilisation' || state.stage === 'ratings') {
    const { obstacles } = ratable(state, organisation);
    if (obstacles.length) {
      sentences.push(
        `The posts ${named(obstacles)} have no ability model that fits a form; import one before the ratings.`,
      );
    }
  }
  if (state.conflict) sentences.push(`There is no plan: ${state.conflict.sentence}`);
  if (state.stage === 'approval' && !openRound(state, 'approval')) {
    const missing = state.approval?.missing ?? [];
    if (missing.length) {
      sentences.push(
        `Nobody may approve for ${named(missing.map((m) => m.department ?? m.person))}; correct absences, deputies or the line.`,
      );
    }
  }
  const own = OWN_WORK[state.stage];
  if (own && !state.finished) sentences.push(own);
  return sentences;
}

/** Stages in which operations work themselves, and end when they have done so or their date comes. */
const OWN_WORK: Readonly<Partial<Record<CycleState['stage'], string>>> = {
  summary:
    'Look through the merged needs, merge or split where the rule did not see it, and finish the stage "summary".',
  sourcing:
    'Look through the sources of the needs, choose where a person knows better, and finish the stage "sourcing".',
  compiling: 'Look through the plan, move limits or amend offerings, and finish the stage "compiling".',
  feedback:
    'Look through the proposals for the next cycle, drop what should not go on, and finish the stage "feedback".',
};

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).join(', ');
  return names.length > MOST_NAMED ? `${shown} and ${names.length - MOST_NAMED} more` : shown;
}
