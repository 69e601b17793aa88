import type { GapFindings } from '../../../contracts/cycle/gaps.ts';
import type { NeedFacts } from '../../../contracts/cycle/needs.ts';
import type { PersonId } from '../../../contracts/ids.ts';
import type { CycleState } from '../state.ts';

/** From this mean gap on, in levels over everybody rated in the department, a need is for now; then for this year. */
export const URGENT_FROM = 2;
export const THIS_YEAR_FROM = 1;

/** What the size of a department's mean gap makes of the urgency: 1 now, 2 this year, 3 can wait. */
export function urgencyOfGap(meanGap: number | null): NeedFacts['urgency'] {
  if (meanGap === null || meanGap < THIS_YEAR_FROM) return 3;
  return meanGap < URGENT_FROM ? 2 : 1;
}

const gapped = new WeakMap<GapFindings, ReadonlyMap<string, ReadonlySet<PersonId>>>();

/** The people of a department who have a diagnosed gap in an element. */
function peopleWithGap(findings: GapFindings, department: string, element: string): ReadonlySet<PersonId> {
  let known = gapped.get(findings);
  if (!known) {
    const found = new Map<string, Set<PersonId>>();
    for (const { department: d, element: e, people } of findings.diagnosed) {
      const key = `${d} ${e}`;
      const set = found.get(key) ?? new Set();
      found.set(key, set);
      for (const p of people) set.add(p);
    }
    known = found;
    gapped.set(findings, known);
  }
  return known.get(`${department} ${element}`) ?? new Set();
}

/** True when some of a need's people have a diagnosed gap in its element. */
export function isDiagnosed(
  { findings }: Pick<CycleState, 'findings'>,
  { department, element, people }: Pick<NeedFacts, 'department' | 'element' | 'people'>,
): boolean {
  if (!findings || element === null) return false;
  const gaps = peopleWithGap(findings, department, element);
  return people.some((p) => gaps.has(p));
}
