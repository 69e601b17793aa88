import { CYCLE_NOTICES } from './cycle.ts';
import type { AboutIn } from './kind.ts';
import { OFFERING_NOTICES } from './offering.ts';
import { OPERATIONS_NOTICES } from './operations.ts';
import { ROUND_NOTICES } from './round.ts';
import { SELECTION_NOTICES } from './selection.ts';

/**
 * Every letter that Rostrum sends, by the name that the outbox carries: what the domain says of it. The template of that name
 * writes it, from facts that are looked up at delivery; each of the three is typed by the one before it.
 */
export const NOTICES = {
  ...ROUND_NOTICES,
  ...SELECTION_NOTICES,
  ...OFFERING_NOTICES,
  ...CYCLE_NOTICES,
  ...OPERATIONS_NOTICES,
} as const;
export type NoticeName = keyof typeof NOTICES;
export type AboutOf<N extends NoticeName> = AboutIn<typeof NOTICES>[N];

export function isNoticeName(name: string): name is NoticeName {
  return Object.hasOwn(NOTICES, name);
}
