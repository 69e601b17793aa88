import type { Label } from '../../../format/label.ts';
import type { DeskGroup } from '../api/get-desk.ts';

/** From so many cards on one may choose among them. */
export const FILTERED_FROM = 20;

const WEEK_MS = 7 * 86_400_000;

export const WHENS = ['all', 'late', 'week', 'later'] as const;
export type When = (typeof WHENS)[number];

/** Which cards are shown: by when they are due, and of which process; '': of every one. */
export interface Chosen {
  readonly when: When;
  readonly of: string;
}

export const ALL: Chosen = { when: 'all', of: '' };

/** The process of a card, by its name: that is what people choose by. */
export const processOf = ({ of }: Pick<DeskGroup, 'of'>): string => of?.en ?? '';

export function isDue(group: Pick<DeskGroup, 'late' | 'due'>, when: When, now: number): boolean {
  if (when === 'all') return true;
  if (when === 'late') return group.late;
  return !group.late && (when === 'week') === group.due - now < WEEK_MS;
}

/** The cards that are chosen, in their order. */
export function chosenOf(groups: readonly DeskGroup[], { when, of }: Chosen, now: number): readonly DeskGroup[] {
  return groups.filter((group) => isDue(group, when, now) && (of === '' || processOf(group) === of));
}

/** The processes of some cards, each once, as they are called. */
export function processesOf(groups: readonly DeskGroup[]): readonly { readonly id: string; readonly name: Label }[] {
  const found = new Map<string, Label>();
  for (const { of } of groups) if (of) found.set(of.en, of);
  return [...found].map(([id, name]) => ({ id, name }));
}
