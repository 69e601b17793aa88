import type { Merged, Sourcing } from '../../../contracts/cycle/needs.ts';
import type { PersonId } from '../../../contracts/ids.ts';
import type { Course, PlanDemand } from '../../../contracts/planning.ts';
import type { GapRow } from '../../gaps/gap.ts';
import type { OrganisationState } from '../../organisation/state.ts';
import { termsOf } from '../../procedure/standing.ts';
import { employeesInScope } from '../people.ts';
import type { CycleState } from '../state.ts';
import { prioritiesOf } from '../summary/priorities.ts';
import { isMust, windowOf } from './limits.ts';

/** What a place is worth when no gap is known: so little that it promises nothing, and more than an empty seat. */
export const NOMINAL = 0.01;

/** Person and element to weighted gap points. */
type Points = ReadonlyMap<string, number>;

/** What the plan has to meet: every merged need that a course, from inside or outside, was chosen for. */
export function demandsOf(state: CycleState, organisation: OrganisationState, gaps: readonly GapRow[]): PlanDemand[] {
  const points = new Map(gaps.flatMap((g) => (g.weighted === null ? [] : [[`${g.person}|${g.element}`, g.weighted]])));
  const priorities = prioritiesOf(state);
  const inScope = new Set(employeesInScope(termsOf(state), organisation).map((p) => p.id));
  return Object.values(state.merged)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((merged) => {
      const sourcing = state.sourcing[merged.id];
      const course = sourcing?.course ? state.courses[sourcing.course] : undefined;
      const people = peopleOf(state, merged, inScope);
      if (!sourcing || !course || people.length === 0 || !isTaught(state, sourcing)) return [];
      return [
        demandOf(state, organisation, {
          merged,
          sourcing,
          course,
          people,
          points,
          priority: priorities.get(merged.id) ?? 9,
        }),
      ];
    });
}

function isTaught(state: CycleState, { source, quote }: Sourcing): boolean {
  return source === 'internal' || (source === 'outside' && quote !== null && state.quotes[quote] !== undefined);
}

/** Everybody for whom one of its needs stands, and who still works in the departments of the cycle. */
function peopleOf(state: CycleState, { needs }: Merged, inScope: ReadonlySet<PersonId>): PersonId[] {
  const asked = needs.flatMap((n) => (state.needs[n]?.state === 'confirmed' ? state.needs[n].people : []));
  return [...new Set(asked)].filter((p) => inScope.has(p)).sort();
}

interface Asked {
  readonly merged: Merged;
  readonly sourcing: Sourcing;
  readonly course: Course;
  readonly people: PersonId[];
  readonly points: Points;
  readonly priority: number;
}

function demandOf(state: CycleState, organisation: OrganisationState, asked: Asked): PlanDemand {
  const { merged, sourcing, course, people, points, priority } = asked;
  const elements = merged.element === null ? course.elements : [merged.element];
  return {
    need: merged.id,
    course: course.id,
    source: sourcing.source === 'outside' ? 'outside' : 'internal',
    quote: sourcing.source === 'outside' ? sourcing.quote : null,
    must: isMust(state, merged.id),
    priority,
    people,
    effect: people.map((person) => effectOn(person, elements, course.closes, points)),
    window: windowOf(state, merged.id),
    budgetLine: budgetLineOf(state, organisation, people),
  };
}

/** Weighted gap points that a course is expected to close for one person, four decimals. */
function effectOn(person: PersonId, elements: readonly string[], closes: number, points: Points): number {
  const gap = elements.reduce((sum, element) => sum + (points.get(`${person}|${element}`) ?? 0), 0);
  return Math.max(NOMINAL, Math.round(gap * closes * 10_000) / 10_000);
}

/** The line that pays for the department with the most of these people; the line that names none pays for the rest. */
export function budgetLineOf(state: CycleState, organisation: OrganisationState, people: readonly PersonId[]): string {
  const { budget } = termsOf(state);
  const counts = new Map<string, number>();
  for (const p of people) {
    const department = organisation.people.get(p)?.department;
    if (department !== undefined) counts.set(department, (counts.get(department) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const own = most && budget.find((b) => b.departments.includes(most[0]));
  return (own ?? budget.find((b) => b.departments.length === 0) ?? budget[0]!).id;
}
