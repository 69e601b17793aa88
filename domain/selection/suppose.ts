import type { PersonId } from '../../contracts/ids.ts';
import type { SelectionTerms } from '../../contracts/selection/terms.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { childOf } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Suppositions } from '../procedure/suppose.ts';
import type { Context } from '../process.ts';
import { rankingBytes } from '../ranking/bytes.ts';
import { rank } from '../ranking/rank.ts';
import { certificatesWanted } from './certificates.ts';
import { methodOf } from './criteria.ts';
import { judge } from './eligibility.ts';
import { isConflicted, peopleInScope, reviewersOf } from './people.ts';
import { nextRanking } from './ranking.ts';
import { reviewRoundsOf, scoresOf } from './scores.ts';
import { eligible, type SelectionState } from './state.ts';
import { localDay } from './timetable.ts';

/** So many apply for each seat. */
const APPLY = 2;
const WORDS = { en: 'preview', 'zh-CN': '预览' };
/** In the place of a digest. */
const NO_DIGEST = '0'.repeat(64);

/**
 * What a preview supposes of a selection: two people of those who may apply do so for each seat, and every expert who is
 * asked finds them good enough. Who is asked about applications is therefore said as the most it may be of them.
 */
export const suppositions: Suppositions<SelectionState, SelectionTerms> = {
  acts: {
    measures: (state) => [
      {
        type: 'publishMeasures',
        body: {
          texts: { incentives: WORDS, workloadProtection: WORDS, duties: WORDS, term: WORDS, useOfResults: WORDS },
        },
        by: state.owner!,
      },
    ],
    call: (state, context) =>
      applicants(state, context).map((by) => ({ type: 'apply', body: applicationBy(state), by })),
  },
  answers: {
    agreements: 'least',
    screening: 'least',
    review: 'most',
    discussion: 'most',
    panel: 'most',
    acceptance: 'least',
  },
  work: {
    matchReviewers: (state, key, { organisation }) => ({
      type: 'recordMatch',
      body: { key, pairs: pairsOf(state, organisation), shortages: [] },
    }),
    findDisagreements: (_state, key) => ({ type: 'recordDisagreements', body: { key, disagreements: [] } }),
    rank: (state, _key, context) => ({
      type: 'recordRanking',
      body: { number: nextRanking(state), bytes: rankingOf(state, context), digest: NO_DIGEST },
    }),
    makeCertificates: (state, key, { now }) => ({
      type: 'recordCertificates',
      body: {
        key,
        documents: certificatesWanted(state).map(({ person }) => ({ person, document: null })),
        from: localDay(now, termsOf(state).timeZone),
      },
    }),
  },
  atMost: (_terms, purpose) => ABOUT_APPLICATIONS.includes(purpose),
};

const ABOUT_APPLICATIONS = ['agreements', 'screening', 'conflicts', 'review', 'discussion', 'panel', 'acceptance'];

/** Whom the rule admits and who has no part in the decision. */
function applicants(state: SelectionState, { now, organisation }: Context): PersonId[] {
  const terms = termsOf(state);
  const judges = new Set([
    ...[...terms.screeners, ...terms.panel.members, ...terms.handlers],
    ...terms.reviewers.map((r) => r.person),
  ]);
  return [...peopleInScope(state, organisation).values()]
    .flat()
    .filter((id) => !judges.has(id))
    .filter((id) => {
      const { against, doubts } = judge(terms.eligibility, organisation.people.get(id), 'agreed', now);
      return against.length + doubts.length === 0;
    })
    .slice(0, APPLY * terms.seats);
}

function applicationBy(state: SelectionState): object {
  const topics = termsOf(state).topics.map(({ id }) => id);
  return { profile: 'preview', topics: topics.slice(0, 1), evidence: [], outline: 'preview', hoursPerMonth: 1 };
}

/** The reviews that are wanted, of each application by the first reviewers whom nothing keeps from it and who have room. */
function pairsOf(state: SelectionState, organisation: OrganisationState): { application: string; reviewer: string }[] {
  const load = new Map<PersonId, number>();
  const wanted = state.reviews === 'everyone' ? Number.POSITIVE_INFINITY : state.reviews;
  return eligible(state).flatMap((application) => {
    const free = reviewersOf(state, organisation)
      .filter((r) => !isConflicted(state, organisation, r.person, application))
      .sort((a, b) => (load.get(a.person) ?? 0) / a.limit - (load.get(b.person) ?? 0) / b.limit)
      .slice(0, wanted);
    for (const { person } of free) load.set(person, (load.get(person) ?? 0) + 1);
    return free.map(({ person }) => ({ application: application.code, reviewer: person }));
  });
}

function rankingOf(state: SelectionState, context: Context): string {
  const rounds = new Map(
    reviewRoundsOf(state).flatMap((id) => {
      const round = childOf(context, id);
      return round ? [[id, round] as const] : [];
    }),
  );
  const applications = eligible(state)
    .map((a) => a.code)
    .sort();
  return rankingBytes(rank(scoresOf(state, rounds), methodOf(state), { applications }));
}
