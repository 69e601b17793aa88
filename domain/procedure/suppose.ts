import type { PersonId } from '../../contracts/ids.ts';
import type { Context } from '../process.ts';

/** A command that a preview supposes. */
export interface Act {
  readonly type: string;
  readonly body: unknown;
}

/**
 * What a preview supposes of a procedure where it waits for somebody. Of itself it supposes that nobody answers before
 * silence has its meaning; that what waits for an answer all the same gets the least that its form takes once nobody is
 * reminded any more; and that whoever runs it ends a stage that nothing else ends.
 */
export interface Suppositions<S = unknown, Terms = unknown> {
  /** The terms as they ask the most people, where it depends on answers whom they ask. */
  readonly terms?: (terms: Terms) => Terms;
  /** What people do by themselves when a stage has begun, by its name. */
  readonly acts?: Readonly<
    Record<string, (state: S, context: Context) => readonly (Act & { readonly by: PersonId })[]>
  >;
  /**
   * The rounds, by what they are for, without whose answers it does not go on: whoever is asked answers at the last moment,
   * before silence has its meaning. `least`: with the least that the form takes; `most`: with the highest marks, and all that can
   * be chosen.
   */
  readonly answers?: Readonly<Record<string, 'least' | 'most'>>;
  /** The result of each kind of slow work. */
  readonly work?: Readonly<Record<string, (state: S, key: string, context: Context) => Act>>;
  /** Whether a round for something asks these people at most: whom it asks depends on answers to come. */
  readonly atMost?: (terms: Terms, purpose: string) => boolean;
  /** The first stage of which nothing can be supposed: the preview ends where it begins. */
  readonly before?: string;
}
