import type { Plan } from '../../contracts/planning.ts';
import type { DifferenceView } from '../../contracts/views/cycle.ts';
import { lastLook } from '../../domain/cycle/approval/looked.ts';
import type { PlanVersion } from '../../domain/cycle/state.ts';
import { planDifference } from '../../domain/planning/difference.ts';
import { factsOfDifference } from './difference-facts.ts';
import { peopleOfPlan, planSeen, versionAsked } from './plan.ts';
import type { CycleReading } from './reading.ts';

export interface DifferenceQuestion {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The two versions that somebody wants to be compared; the former is missing where there is none. */
export interface Compared {
  readonly before: PlanVersion | undefined;
  readonly after: PlanVersion;
  readonly since: DifferenceView['since'];
}

/** Between which versions; by default since the asker last gave their word on the plan. Throws Refused `not-found`. */
export function versionsCompared(reading: CycleReading, { from, to }: DifferenceQuestion): Compared {
  const latest = reading.state.frozen ? undefined : reading.state.versions.at(-1)?.version;
  const after = versionAsked(reading, to ?? latest);
  const [before, since] = beforeIt(reading, after, from);
  return { before, after, since };
}

/** The people whom a difference names to somebody. */
export function peopleOfDifference(reading: CycleReading, { before, after }: Compared): string[] {
  return [before, after].flatMap((version) => (version ? peopleOfPlan(reading, version) : []));
}

/** What has changed in the plan between two versions. */
export function differenceView(
  reading: CycleReading,
  { before, after, since }: Compared,
  names: ReadonlyMap<string, string>,
): DifferenceView {
  if (!before) return { from: null, to: after.version, since, facts: [], difference: null };
  // Both as the asker sees the one of which they see less: else all that is hidden in a draft would be new when it is approved.
  const approved = [before, after].every(({ version }) => version === reading.state.frozen?.version);
  const difference = planDifference(planSeen(before.plan, reading, approved), planSeen(after.plan, reading, approved));
  const counted = (o: Plan['offerings'][number]) => ({ ...o, places: o.participants.length });
  return {
    from: before.version,
    to: after.version,
    since,
    facts: factsOfDifference(difference, reading, names),
    difference: { ...difference, added: difference.added.map(counted), removed: difference.removed.map(counted) },
  };
}

function beforeIt(
  reading: CycleReading,
  after: PlanVersion,
  from: number | undefined,
): [PlanVersion | undefined, DifferenceView['since']] {
  if (from !== undefined) return [versionAsked(reading, from), 'asked'];
  const looked = lastLook(reading.state, reading.sight.person);
  if (looked) return [looked, 'last-look'];
  return [reading.state.versions.filter((v) => v.version < after.version).at(-1), 'version-before'];
}
