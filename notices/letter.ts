import type { CalendarEntry } from './calendar.ts';

/** A passage of a letter: a paragraph, a list, or somebody's own words. */
export type Passage =
  | string
  | { readonly list: readonly string[] }
  | { readonly quote: string; readonly by: string | null };

/** What a template says, before it becomes plain text and HTML. Every text in it is plain, never markup. */
export interface Letter {
  readonly subject: string;
  /** What it says where it stands among others, and its subject alone would not tell it apart. */
  readonly line?: string;
  /** null and false are left out, so that a template can write `reason && …`. */
  readonly body: readonly (Passage | null | false | undefined | '')[];
  /**
   * The one link of the letter: what it says and a path of the app, such as `/desk`. `minutes`: it is there to sign in with, and is
   * good for so long; absent: as long as what it leads to.
   */
  readonly action: { readonly label: string; readonly path: string; readonly minutes?: number };
  /** An entry for the reader's calendar. */
  readonly calendar?: CalendarEntry | null;
}
