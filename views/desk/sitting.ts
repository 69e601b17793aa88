import type { Answer, Form, Label } from '../../contracts/form.ts';
import { type Instant, ORGANISATION, type PersonId, type StreamId } from '../../contracts/ids.ts';
import type { Guide, Sitting } from '../../contracts/views/sitting.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import { contentOf, type OpenDraft } from '../../db/sealed-draft.ts';
import { formsOf, heldIn, type SealedTask } from '../../db/views/desk.ts';
import { guidesTo } from '../../domain/cycle/needs/guides.ts';
import { isRatingFormOf } from '../../domain/cycle/ratings/forms.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { emptyOrganisation, type OrganisationState } from '../../domain/organisation/state.ts';
import { actsIn, changeableUntil } from '../../domain/round/acts.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import { notFoundStream } from '../refused.ts';
import type { Sources } from '../sources.ts';
import { anchored } from './anchored.ts';
import { labelOf } from './label.ts';
import { asksSelection, whyOf } from './why.ts';

/**
 * All that a round asks of somebody, for themselves alone.
 * @throws Refused `not-found` where they have no part in it, as for one that is not there
 */
export async function sittingOf(
  { pool, keys, reader }: Sources,
  round: StreamId,
  person: PersonId,
  now: Instant,
): Promise<Sitting> {
  const held = await heldIn(pool, keys, { round, person, now });
  const [first] = held;
  if (!first) throw notFoundStream(round);
  const owner = asksSelection(first) || first.owner?.startsWith('cycle:') ? [first.owner as StreamId] : [];
  const [forms, states, clear] = await Promise.all([
    formsOf(pool, round),
    reader.states([ORGANISATION, ...owner]),
    unsealed(pool, keys, held.map(wordsOf)) as Promise<Words[]>,
  ]);
  const organisation = (states.get(ORGANISATION) as OrganisationState | undefined) ?? emptyOrganisation();
  const own = first.owner === null ? undefined : states.get(first.owner as StreamId);
  const selection = asksSelection(first) ? (own as SelectionState | undefined) : undefined;
  const { purpose, title, of, roundDue, roundState, minutes, policy } = first;
  const used = new Set(held.map((t) => t.formKey));
  return {
    ...{ round, purpose, title, of, due: roundDue, state: roundState, minutes },
    why: whyOf(held, person, { organisation, selection }),
    may: actsIn(policy),
    forms: [...used].map((key) => ({
      key,
      form: anchored(forms.get(key) as Form, organisation),
      post: RATINGS.has(purpose) && key !== null ? postOf(key, organisation) : null,
    })),
    tasks: held.map((task, i) => taskOf(task, clear[i]!, person)),
    guide: guidesOf(purpose, own),
    earlier: earlierIn(held, clear),
  };
}

/** In these rounds a form is that of a post. */
const RATINGS: ReadonlySet<string> = new Set(['cycle-ratings', 'cycle-self-ratings']);

function postOf(key: string, { posts }: OrganisationState): Label | null {
  const post = [...posts.values()].find(({ code }) => isRatingFormOf(key, code));
  return post ? { en: post.title, 'zh-CN': post.titleZh } : null;
}

/** What people have written, as it is sealed and then in the clear. */
type Words = { readonly answer: Answer | null; readonly draft: OpenDraft<Answer> | null };

const wordsOf = ({ answer, draft }: SealedTask) => ({ answer, draft: draft?.content ?? null });

function taskOf(held: SealedTask, { answer, draft }: Words, person: PersonId): Sitting['tasks'][number] {
  const { task, about, formKey, state, due, overdue, revision, policy, roundState } = held;
  return {
    ...{ task, about, label: labelOf(held), formKey, due, revision, answer },
    state: state as Sitting['tasks'][number]['state'],
    late: state !== 'submitted' && overdue,
    draft: held.draft &&
      draft && {
        revision: held.draft.revision,
        content: contentOf(draft, { stream: held.round, task: held.task, person }),
      },
    changeableUntil: changeableUntil(policy, { ...held, round: roundState }),
  };
}

/** Scores that stand, by field, in the order of the tasks. */
function earlierIn(held: readonly SealedTask[], clear: readonly Words[]): Sitting['earlier'] {
  const earlier: Record<string, { task: string; score: number }[]> = {};
  for (const [i, { task, state }] of held.entries()) {
    if (state !== 'submitted') continue;
    for (const [key, score] of Object.entries(clear[i]!.answer ?? {})) {
      if (typeof score !== 'number') continue;
      earlier[key] ??= [];
      earlier[key].push({ task, score });
    }
  }
  return earlier;
}

/** How to answer: what the toolkit of a cycle gives for that. */
export function guidesOf(purpose: string, owner: unknown): Guide[] {
  return purpose.startsWith('cycle-') && owner ? guidesTo(owner as CycleState, purpose.slice('cycle-'.length)) : [];
}
