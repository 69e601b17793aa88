import type { OrganisationState } from '../../organisation/state.ts';
import { points } from '../effect/measure.ts';
import { mergedByNeed } from '../needs/outcomes.ts';
import type { CycleState } from '../state.ts';
import { distinct, type Finding } from './unmet.ts';

interface OpenGap {
  readonly department: string;
  readonly element: string;
  level: number | null;
  /** Person to gap in levels, two decimals, after the course. */
  readonly after: Map<string, number>;
  readonly offerings: Set<string>;
  readonly unaddressed: string[];
  /** Weighted points of those whom nothing was done for. */
  unaddressedPoints: number;
}

/**
 * Gaps that are still open: in people who were taught and rated again, and diagnosed ones for which there was neither a
 * seat nor coaching nor a need that is reported as unmet. One finding for each department and element.
 */
export function openGaps(state: CycleState, organisation: OrganisationState, unmet: readonly Finding[]): Finding[] {
  const found = new Map<string, OpenGap>();
  taught(state, organisation, found);
  overlooked(state, unmet, found);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, gap]) => findingOf(gap));
}

function at(found: Map<string, OpenGap>, department: string, element: string): OpenGap {
  const key = `${department}\n${element}`;
  const gap = found.get(key) ?? {
    ...{ department, element, level: null, after: new Map<string, number>(), offerings: new Set<string>() },
    ...{ unaddressed: [], unaddressedPoints: 0 },
  };
  found.set(key, gap);
  return gap;
}

/** Of somebody who was in two courses for an element, the later one says where they stand. */
function taught(state: CycleState, { people }: OrganisationState, found: Map<string, OpenGap>): void {
  const offerings = Object.values(state.offerings).sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
  for (const { planned, result } of offerings) {
    for (const { person, element, gap } of result?.open ?? []) {
      const department = people.get(person)?.department;
      if (department === undefined || !people.get(person)!.employed) continue;
      const open = at(found, department, element);
      open.after.set(person, gap);
      open.offerings.add(planned.id);
    }
  }
}

const lastDay = ({ planned }: CycleState['offerings'][string]): string => planned.days.at(-1) ?? '';

function overlooked(state: CycleState, unmet: readonly Finding[], found: Map<string, OpenGap>): void {
  const done = addressed(state, unmet);
  for (const { department, element, level, people, points: weighted } of state.findings?.diagnosed ?? []) {
    const left = people.filter((p) => !done.has(`${p}\n${element}`));
    if (left.length === 0) continue;
    const open = at(found, department, element);
    open.level = Math.max(open.level ?? 0, level);
    open.unaddressed.push(...left);
    open.unaddressedPoints += (weighted * left.length) / people.length;
  }
}

/** Person and element for which something was done, or is reported as not done. */
function addressed(state: CycleState, unmet: readonly Finding[]): Set<string> {
  const done = new Set<string>();
  const add = (people: readonly string[], elements: readonly string[]) => {
    for (const p of people) for (const e of elements) done.add(`${p}\n${e}`);
  };
  for (const line of Object.values(state.lines)) add(line.participants, state.courses[line.course]?.elements ?? []);
  const merged = mergedByNeed(state);
  for (const need of Object.values(state.needs)) {
    const coached =
      need.state === 'confirmed' && state.sourcing[merged.get(need.need)?.id ?? '']?.source === 'coaching';
    if (coached && need.element !== null) add(need.people, [need.element]);
  }
  for (const { element, people } of unmet) if (element !== null) add(people, [element]);
  return done;
}

function findingOf({ department, element, level, after, offerings, unaddressed, unaddressedPoints }: OpenGap): Finding {
  const people = distinct([...after.keys(), ...unaddressed]).slice(0, 5000);
  const gap = [...after.values()].reduce((sum, g) => sum + g, 0);
  return {
    ...{ kind: 'gap-open', department, element, level, course: null, trainer: null, people },
    evidence: {
      offerings: distinct([...offerings]),
      openAfterCourse: after.size,
      gapAfterCourse: after.size ? Math.round(gap * 100) / 100 : null,
      unaddressed: new Set(unaddressed).size,
      unaddressedPoints: unaddressed.length ? points(unaddressedPoints) : null,
    },
  };
}
