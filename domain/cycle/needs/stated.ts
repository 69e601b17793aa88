import type { StatedNeed } from '../../../contracts/cycle/commands.ts';
import type { NeedFacts } from '../../../contracts/cycle/needs.ts';
import { departmentHead } from '../../organisation/line.ts';
import { refusalOfPerson } from '../../organisation/scope.ts';
import type { OrganisationState, PostElement } from '../../organisation/state.ts';
import type { Context, Rejection } from '../../process.ts';
import { refuse } from '../../refuse.ts';
import { speakerOf } from '../people.ts';
import type { CycleState, Need } from '../state.ts';
import { isDiagnosed } from './diagnosed.ts';

/** So many of those who are of other departments are named. */
const MOST_NAMED = 10;

/** Who may state needs of a department: whoever speaks for it in the cycle, and its head. */
export function mayState(state: CycleState, department: string, actor: string, { organisation }: Context): boolean {
  return actor === speakerOf(state, department, organisation) || actor === departmentHead(organisation, department);
}

/** Why somebody may not state needs of a department, with who may; null: they may. */
export function faultOfAuthor(
  state: CycleState,
  department: string,
  actor: string,
  context: Context,
): Rejection | null {
  if (mayState(state, department, actor, context)) return null;
  const speaker = speakerOf(state, department, context.organisation);
  const head = departmentHead(context.organisation, department);
  const able = [...new Set([speaker, head])].filter((p) => p !== null);
  return able.length
    ? refuse('not-yours/states-needs', { speakers: able, department })
    : refuse('not-yours/nobody-speaks', { department });
}

/** The first thing that is wrong with a stated need; null when it holds together. */
export function faultOfNeed(state: CycleState, need: StatedNeed, context: Context): Rejection | null {
  const { department, course, element, level } = need;
  if (!state.departments[department]) {
    return refuse('answer-invalid/department-takes-no-part', { department });
  }
  if (course !== null && !state.courses[course]) {
    return refuse('answer-invalid/course-not-in-catalogue', { course });
  }
  return (
    faultOfPeople(need, context) ??
    (element === null && level !== null ? refuse('answer-invalid/level-without-element', { level }) : null) ??
    (element !== null ? faultOfElement(element, need, context) : null)
  );
}

function faultOfPeople({ department, people }: StatedNeed, { organisation }: Context): Rejection | null {
  const seen = new Set<string>();
  for (const p of people) {
    const fault = refusalOfPerson(organisation, p);
    if (fault) return fault;
    if (seen.has(p)) return refuse('answer-invalid/employee-twice', { person: p });
    seen.add(p);
  }
  const strangers = people.filter((p) => organisation.people.get(p)!.department !== department);
  if (!strangers.length) return null;
  const facts = { people: strangers.slice(0, MOST_NAMED), department };
  if (strangers.length === 1) return refuse('answer-invalid/of-another-department', facts);
  const more = strangers.length - MOST_NAMED;
  return more > 0
    ? refuse('answer-invalid/of-other-departments-more', { ...facts, more })
    : refuse('answer-invalid/of-other-departments', facts);
}

function faultOfElement(element: string, need: StatedNeed, { organisation }: Context): Rejection | null {
  if (elementsAt(organisation, need, element).length) return null;
  return need.people.length
    ? refuse('answer-invalid/element-of-nobody', { element })
    : refuse('answer-invalid/element-of-no-post', { element, department: need.department });
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
