import type { CycleTerms } from '../../contracts/cycle/terms.ts';
import type { Course, Plan, PlannedOffering } from '../../contracts/planning.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Suppositions } from '../procedure/suppose.ts';
import { employeesInScope } from './people.ts';
import type { CycleState } from './state.ts';

const WORDS = { en: 'preview', 'zh-CN': '预览' };
const COURSE: Course = {
  ...{ id: 'preview', title: WORDS, benefit: WORDS, goal: WORDS, elements: ['preview'], level: 1, form: 'lecture' },
  ...{ hours: 1, days: 1, minSeats: 1, maxSeats: 1, room: false, topics: [], runCost: 0, seatCost: 0, closes: 0 },
};

/**
 * What a preview supposes of a cycle: nobody is rated, everybody who may be asked to a talk is, and a plan has people of
 * every department in it. What courses and changes bring depends on the plan itself.
 */
export const suppositions: Suppositions<CycleState, CycleTerms> = {
  terms: (terms) => (terms.talks === 'with-gaps' ? { ...terms, talks: 'everyone' } : terms),
  // The plan that is supposed needs a course.
  acts: { mobilisation: (state) => [{ type: 'setCourses', body: { courses: [COURSE] }, by: state.owner! }] },
  work: {
    analyseGaps: (_state, key) => ({
      type: 'recordGaps',
      body: { key, findings: { departments: [], diagnosed: [], rated: 0, missing: 0, apart: 0 } },
    }),
    compilePlan: (state, key, { organisation }) => ({
      type: 'recordPlan',
      body: { key, outcome: { feasible: true, plan: planFor(state, organisation) }, digest: '' },
    }),
  },
  // Whose people are in the plan is not known, so all heads are asked for their word on it.
  atMost: ({ talks }, purpose) => (purpose === 'talks' && talks === 'with-gaps') || purpose === 'approval',
  before: 'execution',
};

/** A plan with somebody of every department in it, and nothing else that anybody could be asked about. */
function planFor(state: CycleState, organisation: OrganisationState): Plan {
  const people = new Map(employeesInScope(termsOf(state), organisation).map((p) => [p.department, p.id]));
  const offering: PlannedOffering = {
    ...{ id: 'O-001', course: COURSE.id, needs: ['preview'], days: [termsOf(state).period.from] },
    ...{ room: null, trainer: null, quote: null, seats: people.size, participants: [...people.values()] },
    ...{ cost: 0, budgetLine: 'preview', hours: 0, effect: 0 },
  };
  return { offerings: [offering], cuts: [], budget: [], trainers: [], effect: 0, bound: 0 };
}
