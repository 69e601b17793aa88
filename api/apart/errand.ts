import { Problem, SOON } from '../problem.ts';
import type { Answered, Asked } from './words.ts';

/** A request that is handed to a thread, from when it is asked until somebody hears its answer. */
export interface Errand {
  readonly number: number;
  readonly asked: Asked;
  readonly person: string;
  /** Of its body, in bytes. */
  readonly size: number;
  /** undefined: whoever asked has gone away. */
  readonly resolve: (answered: Answered | undefined) => void;
  readonly reject: (problem: Problem) => void;
  /** Runs until its turn comes, and then until it has to be done. */
  timer?: NodeJS.Timeout | undefined;
  /** Whether a command was sent that its body has become. */
  sent: boolean;
  /** Whether nobody waits for its answer any more. */
  gone: boolean;
}

/** The lane has no room, or had no turn, for it. */
export function unavailable(sentence: string): Problem {
  return new Problem('engine-unavailable', sentence, SOON);
}

/** Whoever asks has too much under way. */
export function tooMuchAtOnce(sentence: string): Problem {
  return new Problem('too-much-at-once', sentence, SOON);
}

export function stopping(): Problem {
  return unavailable('The API stops; ask again in a moment.');
}

/** Nobody knows how far it has come: a file may be stored already, and is the same file when it is sent again. */
export function ended({ sent, asked }: Errand): Problem {
  const again = asked.body ? 'it does no harm to send the same again, or less of it,' : 'ask again';
  return unavailable(
    sent
      ? 'Reading ended before it was heard whether this was taken in; look whether it was, or send it again.'
      : `Reading ended unexpectedly; ${again} in a moment.`,
  );
}
