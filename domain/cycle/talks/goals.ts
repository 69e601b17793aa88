/** Goals that one talk may set. */
export const MOST_GOALS = 3;

/** The numbers of the goals in a talk's record: one counts when an ability, a means or a day is said of it. */
export function goalsSaid(record: Readonly<Record<string, unknown>>): number[] {
  const all = Array.from({ length: MOST_GOALS }, (_, i) => i + 1);
  return all.filter((n) => ['element', 'means', 'until'].some((part) => record[`${part}${n}`] != null));
}
