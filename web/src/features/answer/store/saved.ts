import type { Saved } from './draft.ts';

/** Whatever needs a person first comes first. */
const WORST: readonly Saved['state'][] = [
  ...(['conflict', 'elsewhere', 'closed', 'signed-out', 'failed'] as const),
  ...(['kept', 'saving', 'saved', 'untouched'] as const),
];

/** Where all of several drafts are: the worst that is so of any of them. */
export function savedOfAll(all: readonly Saved[]): Saved {
  const state = WORST.find((one) => all.some((saved) => saved.state === one)) ?? 'untouched';
  const those = all.filter((saved) => saved.state === state);
  if (state === 'saved') return { state, at: Math.max(...those.map((saved) => ('at' in saved ? saved.at : 0))) };
  if (state === 'kept')
    return { state, since: Math.min(...those.map((saved) => ('since' in saved ? saved.since : 0))) };
  return those[0] ?? { state: 'untouched' };
}
