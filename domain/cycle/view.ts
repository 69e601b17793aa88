import type { OrganisationState } from '../organisation/state.ts';
import { refusalsToMend } from '../procedure/refused-orders.ts';
import { openRound } from '../procedure/rounds.ts';
import { ratable } from './ratings/forms.ts';
import type { CycleState } from './state.ts';

/** So many names stand in a sentence; the rest is counted. */
const MOST_NAMED = 10;

/** What only operations can mend or have to do, each as one sentence. */
export function waitingForOperations(state: CycleState, organisation: OrganisationState): string[] {
  const sentences = refusalsToMend(state);
  if (state.phase === 'paused') return [...sentences, 'The cycle is paused; resume it or cancel it.'];
  if (state.phase !== 'running') return sentences;
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
  if (state.conflict) sentences.push(`There is no plan: ${state.conflict.sentence.en}`);
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
