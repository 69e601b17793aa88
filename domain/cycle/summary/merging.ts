import type { Merged } from '../../../contracts/cycle/needs.ts';
import type { Need } from '../state.ts';

type Facts = Pick<Need, 'need' | 'element' | 'level' | 'course'>;

/** The number of a merged need, from 1, as its id. */
export function mergedId(number: number): string {
  return `M-${String(number).padStart(4, '0')}`;
}

/** What needs have to share to be met together; null: it stands by itself. */
function keyOf({ element, level, course }: Pick<Merged, 'element' | 'level' | 'course'>): string | null {
  if (element !== null) return `element ${element} ${level}`;
  return course === null ? null : `course ${course}`;
}

/**
 * Merges needs of the same element and level across departments; without an element, those of the same course; all others
 * stand alone. Needs that join an earlier merged need are added to it; new ones are numbered on from `soFar`. Returned is
 * what is new or has grown, in the order of the first need of each; which needs asked for it is kept in `needs`.
 */
export function mergeNeeds(needs: readonly Facts[], before: readonly Merged[] = [], soFar = 0): Merged[] {
  const open = new Map<string, Merged>();
  for (const merged of before) {
    const key = keyOf(merged);
    if (key !== null && !open.has(key)) open.set(key, merged);
  }
  const changed = new Map<string, Merged>();
  let number = soFar;
  for (const need of needs) {
    const key = keyOf(need);
    const found = key === null ? undefined : open.get(key);
    if (found && changed.has(found.id)) {
      found.needs.push(need.need);
      continue;
    }
    const { element, level } = need;
    const grown = found
      ? { ...found, needs: [...found.needs, need.need] }
      : { id: mergedId(++number), element, level, course: null, needs: [need.need] };
    if (key !== null) open.set(key, grown);
    changed.set(grown.id, grown);
  }
  const courses = new Map([...needs].map((n) => [n.need, n.course]));
  return [...changed.values()].map((m) => ({ ...m, course: m.course ?? commonCourse(m.needs, courses) }));
}

/** The course that all of them who have one in mind agree on. */
function commonCourse(needs: readonly string[], courses: ReadonlyMap<string, string | null>): string | null {
  const named = new Set(needs.map((n) => courses.get(n) ?? null).filter((c) => c !== null));
  return named.size === 1 ? [...named][0]! : null;
}

/** Needs that are met together because somebody says so: what they share is kept, the highest level of one element. */
export function mergedOf(id: string, needs: readonly Facts[]): Merged {
  const elements = new Set(needs.map((n) => n.element));
  const element = elements.size === 1 ? needs[0]!.element : null;
  const level = element === null ? null : Math.max(...needs.map((n) => n.level ?? 0));
  const courses = new Map(needs.map((n) => [n.need, n.course]));
  return { id, element, level, course: commonCourse([...courses.keys()], courses), needs: [...courses.keys()] };
}
