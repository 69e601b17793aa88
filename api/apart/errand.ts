import { type Problem, problem, SOON } from '../problem.ts';
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

export function stopping(): Problem {
  return problem('engine-unavailable/stopping', {}, SOON);
}

/** Nobody knows how far it has come: a file may be stored already, and is the same file when it is sent again. */
export function ended({ sent, asked }: Errand): Problem {
  if (sent) return problem('engine-unavailable/reading-unheard', {}, SOON);
  return asked.body
    ? problem('engine-unavailable/reading-ended-body', {}, SOON)
    : problem('engine-unavailable/reading-ended', {}, SOON);
}
