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
 * The provisional standing of a round's subjects: mean of the field that the policy tallies, best first. It decides
 * nothing; a selection's ranking has its own method.
 */
export function standingOf(state: RoundState): StandingLine[] {
  const means = [...state.tally]
    .filter(([, line]) => line.answers.size > 0)
    .map(([about, line]) => ({ about, mean: line.sum / line.answers.size, answers: line.answers.size }))
    .sort((a, b) => b.mean - a.mean || (a.about < b.about ? -1 : 1));
  let place = 0;
  return means.map((line, i) => {
    if (i === 0 || line.mean !== means[i - 1]!.mean) place = i + 1;
    return { place, ...line };
  });
}
