import { entryOf } from '../../contracts/entry.ts';
import type { RankedApplication, Ranking, RankingMethod, Score, Unranked } from '../../contracts/ranking.ts';
import type { Because } from '../../contracts/refusals/refusal.ts';
import type { Language } from '../../contracts/settings.ts';
import { because, refuse, SaidNo } from '../refuse.ts';
import { fixed } from './bytes.ts';
import { type Called, calledIn } from './called.ts';
import { type Absence, compare, type Weights, withoutEach } from './comparison.ts';
import type { CriterionPart, Explanation, ReviewerPart } from './explanation.ts';
import { weightedCriteria } from './method.ts';
import { type RankOptions, rank } from './rank.ts';
import { reviewsOf, tabulate } from './scores.ts';
import { sentences } from './sentences.ts';

/**
 * Why an application stands where it stands, what would have to change for it to draw level with another, and which
 * weights and reviewers that depends on, in sentences that say of criteria what they are `called`. Throws one sentence when an application is not in the ranking.
 */
export function explain(
  scores: readonly Score[],
  method: RankingMethod,
  application: string,
  against?: string,
  options: RankOptions = {},
  called: Called = {},
): Explanation {
  const ranking = rank(scores, method, options);
  const own = find(ranking, application);
  const other = against === undefined ? neighbour(ranking, own) : find(ranking, against);
  if (other?.application === own.application)
    throw new SaidNo(refuse('not-found/compared-with-itself', { application }));
  const weights = weightsOf(scores, method);
  const absences = withoutEach(scores, method, own, other);
  const comparison = other === null ? null : compare(method, weights, own, other, absences, scores);
  const facts = {
    application,
    method: method.method,
    rank: own.rank,
    of: ranking.ranking.length,
    score: own.score,
    low: own.low,
    high: own.high,
    rankLow: own.rankLow,
    rankHigh: own.rankHigh,
    below: own.below,
    seat: own.seat ?? null,
    seatChance: own.seatChance ?? null,
    seatShare: own.seatShare ?? null,
    tiedWith: ranking.ties.find((tie) => tie.includes(application))?.filter((name) => name !== application) ?? [],
    criteria: parts(ranking, weights, own),
    reviews: reviewerParts(scores, method, application, absences, ranking),
    comparison,
  };
  const said = (language: Language) => sentences(calledIn(facts, called, language), language);
  return { ...facts, sentences: { en: said('en'), 'zh-CN': said('zh-CN') } };
}

function find(ranking: Ranking, application: string): RankedApplication {
  const row = ranking.ranking.find((r) => r.application === application);
  if (row) return row;
  const unranked = ranking.unranked.find((u) => u.application === application);
  throw new SaidNo(
    unranked
      ? refuse('not-found/not-ranked-because', { application, fault: saidOf(unranked) })
      : refuse('not-found/no-application-in-scores', { application }),
  );
}

/** Why an application is not ranked, in both languages. */
function saidOf({ lacks }: Unranked): Because {
  return lacks === null
    ? because('not-found/has-no-score', {})
    : because('not-found/lacks-scores', { criteria: lacks });
}

function neighbour(ranking: Ranking, own: RankedApplication): RankedApplication | null {
  const before = ranking.ranking.filter((r) => r.rank < own.rank).at(-1);
  return before ?? ranking.ranking.find((r) => r.rank > own.rank) ?? null;
}

function weightsOf(scores: readonly Score[], method: RankingMethod): Weights {
  const found = [...new Set(scores.map((s) => s.criterion))].sort();
  return weightedCriteria(method, found).map((c) => ({ criterion: c.criterion, weight: c.weight.toNumber() }));
}

function parts(ranking: Ranking, weights: Weights, own: RankedApplication): CriterionPart[] {
  return weights.flatMap(({ criterion, weight }) => {
    const value = entryOf(own.criteria, criterion);
    if (value === undefined) return [];
    const all = ranking.ranking.flatMap((r) => entryOf(r.criteria, criterion) ?? []);
    const usual = fixed(all.reduce((s, v) => s + v, 0) / all.length);
    return [{ criterion, weight: fixed(weight), value, points: fixed(weight * value), usual }];
  });
}

function reviewerParts(
  scores: readonly Score[],
  method: RankingMethod,
  application: string,
  absences: readonly Absence[],
  ranking: Ranking,
): ReviewerPart[] {
  const severity = new Map(ranking.reviewers.map((r) => [r.reviewer, r.severity]));
  const table = tabulate(scores, method);
  const a = table.applications.indexOf(application);
  return reviewsOf(table)
    .filter((r) => r.application === a)
    .map((r) => {
      const reviewer = table.reviewers[r.reviewer]!;
      return {
        reviewer,
        total: fixed(r.total),
        severity: severity.get(reviewer) ?? null,
        without: absences.find((x) => x.reviewer === reviewer)?.own ?? null,
      };
    });
}
