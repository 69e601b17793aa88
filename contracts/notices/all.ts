import { CYCLE_NOTICES } from './cycle.ts';
import type { AboutIn, NoticeKind } from './kind.ts';
import { OFFERING_NOTICES } from './offering.ts';
import { OPERATIONS_NOTICES } from './operations.ts';
import { ROUND_NOTICES } from './round.ts';
import { SELECTION_NOTICES } from './selection.ts';
import { SESSION_NOTICES } from './session.ts';

/**
 * Every letter of the house, by the name that the outbox carries: what the domain says of it. The template of that name
 * writes it, from facts that are looked up at delivery; each of the three is typed by the one before it.
 */
export const NOTICES = {
  ...ROUND_NOTICES,
  ...SELECTION_NOTICES,
  ...OFFERING_NOTICES,
  ...CYCLE_NOTICES,
  ...OPERATIONS_NOTICES,
  ...SESSION_NOTICES,
} as const;
/** The name of a letter of the house. One of a kind that was admitted has another, which no type can know. */
export type NoticeName = keyof typeof NOTICES;
export type AboutOf<N extends NoticeName> = AboutIn<typeof NOTICES>[N];
/** Whose letters there are in the house: kinds of process, and operations. */
export type Writer<N extends NoticeName = NoticeName> = N extends `${infer Kind}.${string}` ? Kind : never;

const letters = new Map<string, NoticeKind>(Object.entries(NOTICES));

/** What is known of a letter, of the house or of a kind from outside; undefined where there is none of that name. */
export function noticeOf(name: string): NoticeKind | undefined {
  return letters.get(name);
}

/** The names of the letters of a kind, of the house or from outside. */
export function noticesOf(kind: string): string[] {
  return [...letters.keys()].filter((name) => name.startsWith(`${kind}.`));
}

/**
 * Makes the letters of a kind from outside known.
 * @throws where the name of one is taken, or is not the kind's
 */
export function admitNotices(kind: string, of: Readonly<Record<string, NoticeKind>>): void {
  for (const [name, notice] of Object.entries(of)) {
    if (letters.has(name) || !name.startsWith(`${kind}.`))
      throw new Error(
        `The letter "${name}" cannot be one of "${kind}"; give it a name of its own, as in "${kind}.decided".`,
      );
    letters.set(name, notice);
  }
}
