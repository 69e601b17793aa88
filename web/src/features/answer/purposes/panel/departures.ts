interface Ranked {
  readonly code: string;
  readonly seat: 'yes' | 'no' | 'tie';
}

export interface Departure {
  readonly code: string;
  readonly change: 'in' | 'out';
}

/** Where a choice departs from the ranking: who is in without a seat by it, and who is out with one. A tie is nobody's seat. */
export function departuresFrom(candidates: readonly Ranked[], chosen: readonly string[]): Departure[] {
  if (!chosen.length) return [];
  return candidates.flatMap(({ code, seat }): Departure[] => {
    const isIn = chosen.includes(code);
    if (isIn && seat === 'no') return [{ code, change: 'in' }];
    return !isIn && seat === 'yes' ? [{ code, change: 'out' }] : [];
  });
}
