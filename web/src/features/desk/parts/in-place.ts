import type { DeskGroup } from '../api/get-desk.ts';

/** What is asked for in one or two choices and a text. */
const PURPOSES: ReadonlySet<string> = new Set([
  'agreement',
  'acknowledgement',
  'endorsement',
  'acceptance',
  'cycle-signatures',
  'offering-seats',
]);

/** Whether what a card asks is answered where it is asked; a form that is longer after all opens its page. */
export function isAnsweredInPlace({ purpose, held }: Pick<DeskGroup, 'purpose' | 'held'>): boolean {
  return PURPOSES.has(purpose) && !held;
}

/** What a desk is handed to answer with; it knows no forms itself. */
export interface InPlaceProps {
  readonly round: string;
  readonly task: string;
  readonly takesBack: boolean;
  readonly close: () => void;
}
