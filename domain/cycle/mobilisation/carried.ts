import type { CycleEvent, CycleEventBodies } from '../../../contracts/cycle/events.ts';
import type { Idp, NeedFacts, Proposal } from '../../../contracts/cycle/needs.ts';
import type { PersonId, StreamId } from '../../../contracts/ids.ts';
import { isEmployed } from '../../organisation/scope.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import { alarm, event, type Part } from '../kit.ts';
import { departmentsInScope } from '../people.ts';
import type { CycleState, Need } from '../state.ts';

type CarriedNeed = CycleEventBodies['Carried']['needs'][number];

const UNSPOKEN = { by: null, goal: null, problem: null };

/** What the cycle before has left: proposals that were kept, development plans, needs that were not met. */
export const carry = {
  folds: {
    Carried(state, carried) {
      state.carried = carried;
      for (const p of carried.proposals) state.proposals[p.id] ??= { ...p, kept: true };
      for (const idp of carried.idps) state.idps[idp.person] ??= idp;
      for (const { words = UNSPOKEN, ...facts } of carried.needs) {
        state.needs[facts.need] ??= {
          ...facts,
          ...words,
          state: 'proposed',
          rank: null,
          question: null,
        };
      }
    },
  },
  follows: {
    Carried: (state, { from }, context) =>
      isOver(previousIn(context, from)) ? [] : alarm(state, 'previous-not-closed', { previous: from }),
  },
} satisfies Part;

function previousIn(context: Context, id: StreamId): CycleState | undefined {
  return context.child(id) as CycleState | undefined;
}

const isOver = (previous: CycleState | undefined) => previous?.phase === 'closed';

/** Takes over once, as soon as the cycle runs; from a cycle that is not closed, or does not exist, nothing. */
export function carryDue(state: CycleState, context: Context): readonly CycleEvent[] {
  const { previous } = termsOf(state);
  if (!previous || state.carried) return [];
  const last = previousIn(context, previous);
  if (!last || !isOver(last)) return [event('Carried', { from: previous, proposals: [], idps: [], needs: [] })];
  return [
    event('Carried', {
      from: previous,
      proposals: keptProposals(last),
      idps: openPlans(state, last, context),
      needs: unmetNeeds(state, last, context),
    }),
  ];
}

function keptProposals(last: CycleState): Proposal[] {
  return Object.values(last.proposals)
    .filter((p) => p.kept)
    .map(({ kept: _, ...proposal }) => proposal);
}

/** Plans of people who still work here, signed or not; one whose last date is before the new period has run out. */
function openPlans(state: CycleState, last: CycleState, { organisation }: Context): Idp[] {
  const { from } = termsOf(state).period;
  return Object.values(last.idps).filter(
    (idp) => isEmployed(organisation, idp.person) && idp.items.some((item) => item.until >= from),
  );
}

/** Needs that were cut, and findings that somebody has kept; each for its department's head to confirm. */
function unmetNeeds(state: CycleState, last: CycleState, { organisation }: Context): CarriedNeed[] {
  const inScope = new Set(departmentsInScope(termsOf(state), organisation));
  const cut = Object.entries(last.outcomes ?? {}).flatMap(([id, end]) => (end === 'cut' ? (last.needs[id] ?? []) : []));
  const dropped = Object.values(last.proposals).filter((p) => !p.kept);
  const facts: Omit<CarriedNeed, 'need'>[] = [
    ...cut.filter((n) => !dropped.some((p) => isAbout(p, n))).map((n) => ({ ...n, words: wordsOf(n) })),
    ...Object.values(last.proposals)
      .filter((p) => p.kept && p.kind === 'need-unmet' && !cut.some((n) => isAbout(p, n)))
      .flatMap((p) => (p.department === null ? [] : [fromProposal(p, p.department)])),
  ];
  return facts
    .map((f) => ({ ...f, people: f.people.filter((p) => isEmployed(organisation, p as PersonId)) }))
    .filter((f) => inScope.has(f.department) && f.people.length > 0)
    .map(({ department, element, level, course, people, urgency, must, diagnosed, words }, i) => ({
      need: `N-${String(Object.keys(state.needs).length + i + 1).padStart(5, '0')}`,
      department,
      origin: 'carried' as const,
      element,
      level,
      course,
      people,
      urgency,
      must,
      diagnosed,
      ...(words ? { words } : {}),
    }));
}

/** The words stay under the key of whoever wrote them, and go with that key. */
function wordsOf({ by, goal, problem }: Need): CarriedNeed['words'] {
  return goal || problem ? { by, goal, problem } : undefined;
}

function isAbout(p: Proposal, n: Pick<NeedFacts, 'department' | 'element' | 'level' | 'course'>): boolean {
  if (p.kind !== 'need-unmet') return false;
  const here = p.department === null || p.department === n.department;
  return here && p.element === n.element && p.level === n.level && p.course === n.course;
}

function fromProposal(p: Proposal, department: string): Omit<NeedFacts, 'need'> {
  const { element, level, course, people } = p;
  return { department, origin: 'carried', element, level, course, people, urgency: 2, must: false, diagnosed: false };
}
