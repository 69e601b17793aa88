// The job: every application is scored by three reviewers, in an order that a seed decides.

export const DAY_MS = 86_400_000;
export const REVIEWS_EACH = 3;

/** A generator of numbers in [0, 1), the same for the same seed (mulberry32). */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Who scores what: reviews go round the table, so that loads differ by one at most. */
export function assessmentsOf(applications, reviewers) {
  return Array.from({ length: applications * REVIEWS_EACH }, (_, id) => ({
    id,
    application: Math.floor(id / REVIEWS_EACH),
    reviewer: id % reviewers,
  }));
}

/** All assessments with a score from 1 to 10, in the shuffled order in which they are sent. */
export function submissionsOf(applications, reviewers, seed) {
  const next = numbersFrom(seed);
  const all = assessmentsOf(applications, reviewers).map((a) => ({ ...a, score: 1 + Math.floor(next() * 10) }));
  for (let last = all.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [all[last], all[other]] = [all[other], all[last]];
  }
  return all;
}

/** The standing computed aside: mean per application, best first, equal means by number. */
export function expectedStanding(submissions) {
  const scores = new Map();
  for (const { application, score } of submissions) {
    scores.set(application, [...(scores.get(application) ?? []), score]);
  }
  return [...scores]
    .map(([application, of]) => ({ application, mean: of.reduce((sum, s) => sum + s, 0) / of.length }))
    .sort((a, b) => b.mean - a.mean || a.application - b.application);
}
