import { cut } from '../../../contracts/cleaned.ts';
import type { Field, Form, Label } from '../../../contracts/form.ts';
import type { PersonId } from '../../../contracts/ids.ts';
import { MOST_FORMS } from '../../../contracts/round.ts';
import { obstacleToRating, ratingForm } from '../../gaps/form.ts';
import { managerOf } from '../../organisation/line.ts';
import type { OrganisationState, Person, Post } from '../../organisation/state.ts';
import { say, text } from '../../procedure/fields.ts';
import { termsOf } from '../../procedure/standing.ts';
import { employeesInScope } from '../people.ts';
import type { CycleState } from '../state.ts';

/** What the rounds of ratings are called. */
export const RATING_TITLES = {
  ratings: say('Ability ratings of your people', '下属能力评定'),
  'self-ratings': say('Your own ability rating', '能力自评'),
} as const;

const MOST_FIELDS = 60;
const LONGEST_CODE = 48;
const LONGEST_LABEL = 400;

/** The rating scales that hold now, with their versions. */
function scalesOf(state: CycleState): { title: Label; version: number }[] {
  return Object.values(state.toolkit)
    .filter(({ method }) => method.kind === 'rating-scale')
    .map(({ method, version }) => ({ title: method.title, version }));
}

/** The name of a post's form in the rating rounds; it is another one after each change of a rating scale. */
export function ratingFormKey(state: CycleState, post: string): string {
  const changes = scalesOf(state).reduce((sum, { version }) => sum + version - 1, 0);
  return changes === 0 ? shortened(post) : `${shortened(post)}:v${changes + 1}`;
}

/** Whether a form of the rating rounds has the name of a post, whatever the scale by which it was rated. */
export function isRatingFormOf(key: string, post: string): boolean {
  return key.replace(/:v\d+$/, '') === shortened(post);
}

const shortened = (post: string) =>
  post.length <= LONGEST_CODE ? post : `${post.slice(0, LONGEST_CODE - 9)}-${checksum(post)}`;

/** FNV-1a, in hexadecimal: tells long codes apart that begin alike. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** Room for words under a rating, and by which version of the scale it was rated. */
function ratingRemarks(scales: readonly { readonly title: Label; readonly version: number }[]): Field {
  const en = scales.map((s) => `“${s.title.en}”, version ${s.version}`).join('; ');
  const zh = scales.map((s) => `“${s.title['zh-CN']}”第 ${s.version} 版`).join('；');
  const label = scales.length
    ? say(cut(`Remarks (rated by ${en})`, LONGEST_LABEL), cut(`备注（依据${zh}）`, LONGEST_LABEL))
    : say('Remarks', '备注');
  return text('remarks', label);
}

/** The form on which people in a post are rated: a level for each element, and under them by which scale. */
export function ratingFormOf(state: CycleState, post: Post): Form {
  const { fields } = ratingForm(post);
  return { fields: fields.length < MOST_FIELDS ? [...fields, ratingRemarks(scalesOf(state))] : fields };
}

/** Somebody who is to be rated, and by whom: the direct supervisor, or whoever is next above when that one has left. */
export interface Rated {
  readonly person: Person;
  readonly supervisor: PersonId;
  readonly post: Post;
}

interface Ratable {
  readonly rated: readonly Rated[];
  readonly byPerson: ReadonlyMap<PersonId, Rated>;
  /** Posts in scope whose people cannot be rated: without an ability model, or with one that no form holds. */
  readonly obstacles: readonly string[];
}

const known = new WeakMap<OrganisationState, Map<string, Ratable>>();

/** Who in scope can be rated now; the head of the company has nobody above to do it. */
export function ratable(state: CycleState, organisation: OrganisationState): Ratable {
  const terms = termsOf(state);
  const scopes = known.get(organisation) ?? new Map<string, Ratable>();
  known.set(organisation, scopes);
  const key = terms.departments.join('\n');
  let found = scopes.get(key);
  if (!found) {
    found = ratableIn(employeesInScope(terms, organisation), organisation);
    scopes.set(key, found);
  }
  return found;
}

function ratableIn(people: readonly Person[], organisation: OrganisationState): Ratable {
  const posts = new Map<string, Post | null>();
  const rated: Rated[] = [];
  let forms = 0;
  for (const person of people) {
    let post = posts.get(person.post);
    if (post === undefined) {
      const model = organisation.posts.get(person.post);
      post = model && obstacleToRating(model) === null && forms < MOST_FORMS ? model : null;
      if (post) forms++;
      posts.set(person.post, post);
    }
    const supervisor = post && managerOf(organisation, person.id);
    if (post && supervisor) rated.push({ person, supervisor, post });
  }
  const obstacles = [...posts].filter(([, post]) => post === null).map(([code]) => code);
  return { rated, byPerson: new Map(rated.map((r) => [r.person.id, r])), obstacles: obstacles.sort() };
}

/** The form of each post among some people, by its key. */
export function ratingForms(state: CycleState, rated: readonly Rated[]): Record<string, Form> {
  const posts = new Map(rated.map(({ post }) => [post.code, post]));
  return Object.fromEntries([...posts.values()].map((p) => [ratingFormKey(state, p.code), ratingFormOf(state, p)]));
}
