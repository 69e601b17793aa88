import type { CycleEvent, CycleEventBodies } from '../../../contracts/cycle/events.ts';
import type { Idp, IdpItem } from '../../../contracts/cycle/needs.ts';
import type { CycleStage } from '../../../contracts/cycle/terms.ts';
import type { Form } from '../../../contracts/form.ts';
import type { PersonId } from '../../../contracts/ids.ts';
import { house } from '../../../contracts/reasons.ts';
import { managerOf } from '../../organisation/line.ts';
import { supervisorOf } from '../../organisation/stand-in.ts';
import type { OrganisationState, Post } from '../../organisation/state.ts';
import { NOTHING_OPEN, order } from '../../procedure/orders.ts';
import { firstOf, task } from '../../procedure/part.ts';
import { childOf, freshTask, openRound } from '../../procedure/rounds.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import { isPending, type PlainAnswer, type Task } from '../../round/state.ts';
import { alarm, ensureRound, event, goOn, notice, type Part, startRound } from '../kit.ts';
import { employeesInScope } from '../people.ts';
import { ratable, ratingFormKey } from '../ratings/forms.ts';
import { supervisorMoves } from '../ratings/supervisors.ts';
import type { CycleState } from '../state.ts';
import { dueIn, dueInStage } from '../timetable.ts';
import { NO_ELEMENT, SIGNATURES_TITLE, signatureForm, TALKS_TITLE, talkForm } from './forms.ts';
import { goalsSaid } from './goals.ts';

/** Stage 3. Supervisor and employee agree on a development plan in a talk; the employee signs it or objects. */
export const talks = {
  folds: {
    IdpProposed(state, idp) {
      state.idps[idp.person] = { ...idp, state: 'proposed' };
    },
    IdpAnswered(state, { person, state: answer }) {
      const idp = state.idps[person];
      if (idp) state.idps[person] = { ...idp, state: answer };
    },
  },
  follows: {
    IdpProposed: (state, { person }, context) => askToSign(state, person, context),
    IdpAnswered: (state, { person, state: answer }) => {
      const idp = state.idps[person];
      if (answer !== 'disputed' || !idp) return [];
      return [
        notice(state, idp.supervisor, 'cycle.planDisputed', { person }),
        ...alarm(state, 'plan-disputed', { people: [person] }),
      ];
    },
  },
  sheets: {
    talks: (state, { due }, { now, organisation }) => {
      const { deputies } = termsOf(state);
      const people = talkers(state, organisation).map(({ person, supervisor }) => ({
        person,
        supervisor: supervisorOf(organisation, person, { from: now, to: due }, deputies) ?? supervisor,
      }));
      const forms = talkForms(state, people, organisation);
      const { byPerson } = ratable(state, organisation);
      return {
        title: TALKS_TITLE,
        form: talkForm([]),
        forms,
        minutes: 15,
        tasks: people.map(({ person, supervisor }) => {
          const post = byPerson.get(person)?.post.code;
          const form = post === undefined ? null : ratingFormKey({ ...state, toolkit: {} }, post);
          return task(person, supervisor, { about: person, aboutPerson: person, form });
        }),
      };
    },
    signatures: () => ({ title: SIGNATURES_TITLE, form: signatureForm, minutes: 5, tasks: [] }),
  },
} satisfies Part;

interface Talk {
  readonly person: PersonId;
  readonly supervisor: PersonId;
}

/** Who is to have a talk, and with whom; a plan that was signed in this cycle stands. */
function talkers(state: CycleState, organisation: OrganisationState): Talk[] {
  const { talks: whose } = termsOf(state);
  if (whose === 'nobody') return [];
  const withGaps = new Set(state.findings?.diagnosed.flatMap((d) => d.people));
  return employeesInScope(termsOf(state), organisation).flatMap(({ id }) => {
    const supervisor = managerOf(organisation, id);
    if (!supervisor || (whose === 'with-gaps' && !withGaps.has(id)) || hasSigned(state, id)) return [];
    return [{ person: id, supervisor }];
  });
}

function hasSigned(state: CycleState, person: PersonId): boolean {
  const idp = state.idps[person];
  return idp?.state === 'signed' && state.rounds[idp.round] !== undefined;
}

/** The stage behind the ratings: there are no talks when nobody is to have one. */
export function nextAfterRatings(state: CycleState, { organisation }: Context): CycleStage {
  return talkers(state, organisation).length ? 'talks' : 'needs';
}

/** A choice holds sixty options, of which one is for any other subject. */
const MOST_ELEMENTS = 59;

function talkForms(state: CycleState, people: readonly Talk[], organisation: OrganisationState): Record<string, Form> {
  const { byPerson } = ratable(state, organisation);
  const posts = new Map(
    people.flatMap(({ person }) => byPerson.get(person) ?? []).map(({ post }) => [post.code, post]),
  );
  const plain = { ...state, toolkit: {} };
  return Object.fromEntries([...posts.values()].map((p) => [ratingFormKey(plain, p.code), talkForm(elementsOf(p))]));
}

function elementsOf({ elements }: Post) {
  const first = [...elements].sort((a, b) => Number(b.importance) - Number(a.importance)).slice(0, MOST_ELEMENTS);
  return first.map(({ element, name, nameZh }) => ({ element, label: { en: name, 'zh-CN': nameZh } }));
}

export function talksDue(state: CycleState, context: Context): readonly CycleEvent[] {
  return firstOf(
    () => start(state, context),
    () => supervisorMoves(state, context),
    () => held(state, context),
    () => answered(state, context),
    () => (isDone(state, context) ? goOn(state, 'needs', context) : []),
  );
}

function start(state: CycleState, context: Context): CycleEvent[] {
  if (state.finished || state.asked.includes('talks') || !talkers(state, context.organisation).length) return [];
  return [startRound(state, 'talks', dueInStage(state, context))];
}

/** Talks that were held, or held once more: each makes a plan that the employee is asked to sign. */
function held(state: CycleState, context: Context): CycleEvent[] {
  const round = openRound(state, 'talks');
  const child = round && childOf(context, round.id);
  if (!round || !child || state.finished) return [];
  const proposed: CycleEvent[] = [];
  for (const talk of child.tasks.values()) {
    if (talk.state !== 'submitted' || !talk.answer || !talk.aboutPerson) continue;
    const items = itemsOf(talk.answer, termsOf(state).period.to);
    const known = state.idps[talk.aboutPerson];
    if (known?.round === round.id && known.task === talk.id && sameItems(known.items, items)) continue;
    const idp = { person: talk.aboutPerson, supervisor: talk.assignee, items, round: round.id, task: talk.id };
    proposed.push(event('IdpProposed', idp));
  }
  if (!proposed.length) return [];
  return [...ensureRound(state, 'signatures', signBy(state, context))[1], ...proposed];
}

function signBy(state: CycleState, context: Context, person: PersonId | null = null): number {
  return dueIn(state.timetable!.signature, termsOf(state), context, person);
}

/** The goals in a talk's record; what is left open is filled as is usual. */
function itemsOf(answer: PlainAnswer, last: string): IdpItem[] {
  return goalsSaid(answer).map((n) => {
    const [element, means, until] = [answer[`element${n}`], answer[`means${n}`], answer[`until${n}`]];
    return {
      element: typeof element === 'string' && element !== NO_ELEMENT ? element : null,
      means: (means ?? 'coaching') as IdpItem['means'],
      until: typeof until === 'string' ? until : last,
    };
  });
}

function sameItems(a: readonly IdpItem[], b: readonly IdpItem[]): boolean {
  return (
    JSON.stringify(a.map(({ element, means, until }) => [element, means, until])) ===
    JSON.stringify(b.map(({ element, means, until }) => [element, means, until]))
  );
}

/** A plan that takes the place of another takes back what was asked about that one. */
function askToSign(state: CycleState, person: PersonId, context: Context) {
  const round = openRound(state, 'signatures');
  if (!round) return [];
  const before = [...(childOf(context, round.id)?.tasks.values() ?? [])]
    .filter((t) => t.aboutPerson === person && isPending(t))
    .map((t) => t.id);
  const id = freshTask(context, round.id, person);
  const due = signBy(state, context, person);
  return [
    ...before.map((b) => order(round.id, 'withdraw', { tasks: [b], reason: house('idp-changed') }, NOTHING_OPEN)),
    order(round.id, 'addTasks', { tasks: [task(id, person, { about: person, aboutPerson: person, due })] }, 'tell'),
  ];
}

function answered(state: CycleState, context: Context): CycleEvent[] {
  const round = openRound(state, 'signatures');
  const child = round && childOf(context, round.id);
  if (!child) return [];
  const last = new Map<PersonId, Task>();
  for (const t of child.tasks.values()) if (t.aboutPerson) last.set(t.aboutPerson, t);
  const talksRound = openRound(state, 'talks')?.id;
  return Object.values<Idp>(state.idps).flatMap((idp) => {
    if (idp.state !== 'proposed' || idp.round !== talksRound) return [];
    const signature = last.get(idp.person);
    const said = signature && !isPending(signature) ? saidIn(signature) : state.finished ? 'unsigned' : null;
    return said ? [event('IdpAnswered', { person: idp.person, state: said })] : [];
  });
}

function saidIn({ state, answer }: Task): CycleEventBodies['IdpAnswered']['state'] {
  if (state !== 'submitted') return 'unsigned';
  return answer?.agrees === true ? 'signed' : 'disputed';
}

/** Done when every talk was held or given up, and every plan was signed, refused, or left. */
function isDone(state: CycleState, context: Context): boolean {
  if (state.finished || !state.asked.includes('talks')) return true;
  const round = openRound(state, 'talks');
  if (round && childOf(context, round.id)?.phase !== 'settled') return false;
  return Object.values<Idp>(state.idps).every((idp) => idp.state !== 'proposed' || idp.round !== round?.id);
}
