import type { PersonId } from '../../contracts/ids.ts';
import type { OfferingResult } from '../../contracts/offering/result.ts';
import type { Baseline } from '../../contracts/offering/terms.ts';
import { type GapChange, openGapsBetween } from '../gaps/closing.ts';
import { hundredths, inHundredths, inWeighted, WEIGHTED } from '../gaps/figures.ts';
import type { GapRow } from '../gaps/gap.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { termsOf } from '../procedure/standing.ts';
import { rounded } from './reaction.ts';
import { type OfferingState, plannedOf, type Transfer } from './state.ts';

/**
 * How an offering came out, from what it remembers. Means of fewer answers than the privacy threshold are left out; gap
 * points are sums for the cycle to add up, and whoever shows them hides small groups (`offeringView` does).
 *
 * A gap closed is the gap before less the gap after, both against the level and importance of the baseline, times
 * importance; it may be below 0. It counts people and elements that were rated in the baseline and again at the last
 * follow-up at which any level was given; `gapBefore` counts the same ones, so that their ratio means something.
 */
export function resultOf(state: OfferingState, organisation: OrganisationState): OfferingResult {
  const { privacy } = termsOf(state).delivery;
  const held = state.phase !== 'cancelled' && (state.attendance?.present.length ?? 0) > 0;
  const changes = changesOf(state);
  return {
    held,
    seats: plannedOf(state).seats,
    invited: Object.keys(state.offers).length,
    present: [...(state.attendance?.present ?? [])],
    absent: [...(state.attendance?.absent ?? [])],
    reaction: { answers: state.reaction?.answers ?? 0, mean: state.reaction?.means.overall ?? null },
    trainer: { answers: state.reaction?.answers ?? 0, mean: state.reaction?.means.trainer ?? null },
    learning: learningOf(state),
    transfer: state.transfers.map(({ people }) => ({
      supervisors: meanOf(
        people.map((p) => p.supervisor),
        privacy,
      ),
      participants: meanOf(
        people.map((p) => p.own),
        privacy,
      ),
    })),
    ...gapsOf(changes, importanceIn(state)),
    rated: new Set<PersonId>(changes.map((c) => c.person)).size,
    departments: departmentsOf(changes, privacy, organisation),
    open: changes.flatMap(({ person, element, after }) => (after ? [{ person, element, gap: after }] : [])),
    coached: Object.values(state.coaching).filter((c) => c.done).length,
    // What is held and of which no bill came has cost what the plan says.
    cost: state.costs ?? (held ? plannedOf(state).cost : 0),
    figures: [...state.figures],
  };
}

function meanOf(given: readonly (number | null)[], privacy: number): { answers: number; mean: number | null } {
  const known = given.filter((g): g is number => g !== null);
  const mean = known.length < privacy ? null : rounded(known.reduce((sum, g) => sum + g, 0) / known.length);
  return { answers: known.length, mean };
}

function learningOf(state: OfferingState): OfferingResult['learning'] {
  const { privacy, pass } = termsOf(state).delivery;
  const scores = Object.values(state.tests);
  const enough = scores.length >= privacy;
  return { ...meanOf(scores, privacy), passed: enough ? scores.filter((s) => s >= pass).length : null };
}

/** The gaps that were rated before and again afterwards. */
function changesOf(state: OfferingState): Rated[] {
  const last = state.transfers.findLast((t) => t.people.some((p) => p.levels.length > 0));
  const { baseline } = termsOf(state);
  const changes = openGapsBetween(baseline.map(rowOf), last ? again(last, baseline) : []);
  return changes.filter((c): c is Rated => c.weightedClosed !== null);
}

type Rated = GapChange & { readonly after: number; readonly closed: number; readonly weightedClosed: number };

function rowOf({ person, element, required, importance, rated }: Baseline): GapRow {
  const need = {
    person,
    post: '',
    element,
    importance: hundredths(importance) / 100,
    required: hundredths(required) / 100,
  };
  if (rated === null) return { ...need, rated: null, gap: null, weighted: null, status: 'missing' };
  const gap = Math.max(0, hundredths(required) - inHundredths(rated));
  return { ...need, rated, gap: gap / 100, weighted: (gap * hundredths(importance)) / WEIGHTED, status: 'rated' };
}

/** The levels of a follow-up as ratings against the same model. */
function again({ people }: Transfer, baseline: readonly Baseline[]): GapRow[] {
  const levels = new Map(people.map((p) => [p.person, new Map(p.levels.map((l) => [l.element, l.rated]))]));
  return baseline.map((b) => rowOf({ ...b, rated: levels.get(b.person)?.get(b.element) ?? null }));
}

function importanceIn(state: OfferingState): Map<string, number> {
  return new Map(termsOf(state).baseline.map((b) => [`${b.person} ${b.element}`, hundredths(b.importance)]));
}

function gapsOf(changes: readonly Rated[], importance: ReadonlyMap<string, number>) {
  if (!changes.length) return { gapBefore: null, gapClosed: null };
  const before = changes.reduce(
    (sum, { person, element, before: gap }) => sum + inHundredths(gap) * importance.get(`${person} ${element}`)!,
    0,
  );
  return { gapBefore: before / WEIGHTED, gapClosed: closedBy(changes) };
}

function closedBy(changes: readonly Rated[]): number {
  return changes.reduce((sum, c) => sum + inWeighted(c.weightedClosed), 0) / WEIGHTED;
}

/** By the department in which people are now. */
function departmentsOf(
  changes: readonly Rated[],
  privacy: number,
  { people }: OrganisationState,
): OfferingResult['departments'] {
  const byDepartment = new Map<string, Rated[]>();
  for (const change of changes) {
    const department = people.get(change.person)?.department;
    if (department) byDepartment.set(department, [...(byDepartment.get(department) ?? []), change]);
  }
  return [...byDepartment]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([department, own]) => {
      const counted = new Set<PersonId>(own.map((c) => c.person)).size;
      return counted < privacy ? [] : [{ department, people: counted, gapClosed: closedBy(own) }];
    });
}
