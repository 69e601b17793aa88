import { randomUUID } from 'node:crypto';
import type { StreamId } from '../contracts/ids.ts';
import type { Turns } from '../engine/gateway.ts';
import type { TurnThread } from '../engine/turn-thread.ts';

/**
 * What there is for practice only, until it is over: a round, and people who do not exist and answer in it. Nobody else
 * knows its name or their word, which are made of random numbers.
 */
export class Practice {
  readonly name = `practice-${randomUUID()}`;
  readonly stream: StreamId = `round:${this.name}`;
  readonly #word = `Bearer practice:${randomUUID()}:`;
  #isOver = false;

  /** The Authorization header of somebody who practises. */
  authorizationOf(person: string): string {
    return this.#word + person;
  }

  /** Whose header it is; undefined: not of anybody who practises. */
  personOf(authorization: string): string | undefined {
    return !this.#isOver && authorization.startsWith(this.#word) ? authorization.slice(this.#word.length) : undefined;
  }

  isThere(stream: StreamId): boolean {
    return !this.#isOver && stream === this.stream;
  }

  /** Takes the turns of the practice round for practice, and all others in earnest. */
  turnsOf(thread: Turns & Pick<TurnThread, 'practise'>): Turns {
    return {
      decide: (stream, commands, patience) => {
        if (stream !== this.stream) return thread.decide(stream, commands, patience);
        if (this.#isOver) return Promise.reject(new Error('The practice is over.'));
        return thread.practise(stream, commands, patience);
      },
      decideLarge: (large, patience) => thread.decideLarge(large, patience),
    };
  }

  end(): void {
    this.#isOver = true;
  }
}
