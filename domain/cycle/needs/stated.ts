import type { StatedNeed } from '../../../contracts/cycle/commands.ts';
import type { NeedFacts } from '../../../contracts/cycle/needs.ts';
import { departmentHead } from '../../organisation/line.ts';
import { faultOfPerson } from '../../organisation/scope.ts';
import type { OrganisationState, PostElement } from '../../organisation/state.ts';
import type { Context } from '../../process.ts';
import { speakerOf } from '../people.ts';
import type { CycleState, Need } from '../state.ts';
import { isDiagnosed } from './diagnosed.ts';

/** Who may state needs of a department: whoever speaks for it in the cycle, and its head. */
export function mayState(state: CycleState, department: string, actor: string, { organisation }: Context): boolean {
  return actor === speakerOf(state, department, organisation) || actor === departmentHead(organisation, department);
}

/** Why somebody may not state needs of a department, with who may, as a sentence; null: they may. */
export function faultOfAuthor(state: CycleState, department: string, actor: string, context: Context): string | null {
  if (mayState(state, department, actor, context)) return null;
  const speaker = speakerOf(state, department, context.organisation);
  const head = departmentHead(context.organisation, department);
  const able = [...new Set([speaker, head])].filter((p) => p !== null);
  return able.length
    ? `Only ${able.join(' or ')} can state needs of department ${department}; ask them, or have operations import it.`
    : `Nobody speaks for department ${department}; ask operations to import its needs.`;
}

/** The first thing that is wrong with a stated need, as a sentence; null when it holds together. */
export function faultOfNeed(state: CycleState, need: StatedNeed, context: Context): string | null {
  const { department, course, element, level } = need;
  if (!state.departments[department]) {
    return `Department ${department} takes no part in this cycle; correct the department.`;
  }
  if (course !== null && !state.courses[course]) {
    return `There is no course ${course} in the catalogue of this cycle; correct its id or set the course first.`;
  }
  return (
    faultOfPeople(need, context) ??
    (element === null && level !== null
      ? `Level ${level} needs an element of ability; name one or leave it out.`
      : null) ??
    (element !== null ? faultOfElement(element, need, context) : null)
  );
}

function faultOfPeople({ department, people }: StatedNeed, { organisation }: Context): string | null {
  const seen = new Set<string>();
  for (const p of people) {
    const fault = faultOfPerson(organisation, p);
    if (fault) return fault;
    if (seen.has(p)) return `Employee ${p} is named twice; name everybody once.`;
    seen.add(p);
  }
  const strangers = people.filter((p) => organisation.people.get(p)!.department !== department);
  if (!strangers.length) return null;
  const some = strangers.slice(0, 10).join(', ');
  const rest = strangers.length > 10 ? ` and ${strangers.length - 10} more` : '';
  return `${some}${rest} ${strangers.length === 1 ? 'is' : 'are'} not in department ${department}; name its own people only.`;
}

function faultOfElement(element: string, need: StatedNeed, { organisation }: Context): string | null {
  if (elementsAt(organisation, need, element).length) return null;
  const whose = need.people.length ? 'these people' : `department ${need.department}`;
  return `No post of ${whose} has the element ${element}; choose one of their ability models, or leave it out.`;
}

const postsOfDepartment = new WeakMap<OrganisationState, Map<string, ReadonlySet<string>>>();

/** The posts that people of each department hold. */
function postsOf(organisation: OrganisationState, department: string): ReadonlySet<string> {
  let known = postsOfDepartment.get(organisation);
  if (!known) {
    const found = new Map<string, Set<string>>();
    for (const { department: d, post, employed } of organisation.people.values()) {
      if (employed) found.set(d, (found.get(d) ?? new Set()).add(post));
    }
    known = found;
    postsOfDepartment.set(organisation, known);
  }
  return known.get(department) ?? new Set();
}

/** The element as the posts of a need's people have it; when it names nobody, the posts of the department. */
function elementsAt(
  organisation: OrganisationState,
  { people, department }: Pick<StatedNeed, 'people' | 'department'>,
  element: string,
): PostElement[] {
  const posts = people.length
    ? new Set(people.map((p) => organisation.people.get(p)!.post))
    : postsOf(organisation, department);
  return [...posts].flatMap((p) => organisation.posts.get(p)?.elements.filter((e) => e.element === element) ?? []);
}

/** A stated need in figures and ids. Without a level it is the highest whole one that these people's posts require. */
export function factsOfStated(state: CycleState, id: string, stated: StatedNeed, context: Context): NeedFacts {
  const { department, element, course, people, urgency, must } = stated;
  const required = element === null ? [] : elementsAt(context.organisation, stated, element);
  const level =
    element === null ? null : (stated.level ?? Math.ceil(Math.max(...required.map((e) => Number(e.level)))));
  const diagnosed = isDiagnosed(state, stated);
  return { need: id, department, origin: 'stated', element, level, course, people, urgency, must, diagnosed };
}

/** What somebody states for a department that has answered already stands at once, behind what was ranked. */
export function spokenState(state: CycleState, department: string): Need['state'] {
  return state.departments[department]?.returned ? 'confirmed' : 'stated';
}
