import { byName, Exact } from '../ranking/method.ts';

/** What a round's answers say about one subject, in the field that its policy tallies. */
export interface Tallied {
  readonly about: string;
  /** The sum of the answers as decimal text, so that it is exact. */
  readonly sum: string;
  readonly answers: number;
}

/** A subject's place by the plain mean of the tallied field. */
export interface StandingLine {
  /** 1 for the best; equal means share a place and the next one is skipped. */
  readonly place: number;
  readonly about: string;
  readonly mean: number;
  readonly answers: number;
}

/**
 * The provisional standing of a round's subjects, best first. Means are compared as fractions, so that equal ones are
 * equal whatever they round to. It decides nothing; a selection's ranking has its own method.
 */
export function standingOf(tallied: readonly Tallied[]): StandingLine[] {
  const lines = tallied
    .map(({ about, sum, answers }) => ({ about, sum, answers, mean: Number(sum) / answers }))
    .sort((a, b) => compare(b, a) || byName(a.about, b.about));
  let place = 0;
  return lines.map((line, i) => {
    if (i === 0 || compare(line, lines[i - 1]!) !== 0) place = i + 1;
    return { place, about: line.about, mean: line.mean, answers: line.answers };
  });
}

interface Mean {
  readonly sum: string;
  readonly answers: number;
  readonly mean: number;
}

/** Only means that are nearly equal need exact arithmetic, and of those not the ones that are written alike. */
const NEARLY = 1e-9;

function compare(a: Mean, b: Mean): number {
  if (a.answers === b.answers && a.sum === b.sum) return 0;
  const apart = a.mean - b.mean;
  if (Math.abs(apart) > NEARLY * Math.max(Math.abs(a.mean), Math.abs(b.mean))) return apart;
  return new Exact(a.sum).mul(b.answers).comparedTo(new Exact(b.sum).mul(a.answers));
}
