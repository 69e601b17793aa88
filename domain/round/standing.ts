import { Exact } from '../ranking/method.ts';
import type { RoundState } from './state.ts';

/** A subject's place by the plain mean of the tally field. */
export interface StandingLine {
  /** 1 for the best; equal means share a place and the next one is skipped. */
  readonly place: number;
  readonly about: string;
  readonly mean: number;
  readonly answers: number;
}

/**
 * The provisional standing of a round's subjects: mean of the field that the policy tallies, best first. Means are
 * compared as fractions of decimal sums, so that equal ones are equal in whatever order the answers came. It decides
 * nothing; a selection's ranking has its own method.
 */
export function standingOf({ tally }: RoundState): StandingLine[] {
  const lines = [...tally]
    .filter(([, answers]) => answers.size > 0)
    .map(([about, answers]) => ({
      about,
      sum: [...answers.values()].reduce((sum, n) => sum.add(n), new Exact(0)),
      answers: answers.size,
    }))
    .sort((a, b) => compare(b, a) || (a.about < b.about ? -1 : 1));
  let place = 0;
  return lines.map((line, i) => {
    const { about, sum, answers } = line;
    if (i === 0 || compare(line, lines[i - 1]!) !== 0) place = i + 1;
    return { place, about, mean: sum.div(answers).toNumber(), answers };
  });
}

type Sum = { readonly sum: Exact; readonly answers: number };

function compare(a: Sum, b: Sum): number {
  return a.sum.mul(b.answers).comparedTo(b.sum.mul(a.answers));
}
