/** Ratings of units (applications) by raters (reviewers): `values[unit][rater]`, null where missing. */
export type Ratings = readonly (readonly (number | null)[])[];

/** True when every rater has rated every unit. */
export function isComplete(ratings: Ratings): ratings is readonly (readonly number[])[] {
  return ratings.every((row) => row.every((value) => value !== null));
}

/** The given values of a unit. */
export function given(row: readonly (number | null)[]): number[] {
  return row.filter((value) => value !== null);
}
