import { MB } from '../access/door.ts';
import { refuse } from '../domain/refuse.ts';
import { type Outcome, refusedBy } from '../domain/turn/outcome.ts';
import { PeopleQueue, type Queued, type QueueLimits } from './people-queue.ts';

/** Whoever takes turns looks into the whole body at once, and everybody's commands wait meanwhile. */
const LIMITS: QueueLimits = { atOnce: 2, atOnceOfOne: 1, mostWaiting: 50, mostOfOne: 4, mostBytes: 128 * MB };

const BUSY: Outcome = refusedBy(refuse('engine-unavailable/large-commands', {}));
const TOO_MANY_OF_ONE: Outcome = refusedBy(refuse('too-much-at-once/large-commands', {}));

interface Turn extends Queued {
  readonly begin: () => void;
}

/** Lets few large commands be decided together, of one person one at a time; the others wait, people taking turns. */
export class LargeTurns {
  readonly #queue = new PeopleQueue<Turn>(LIMITS);
  readonly #waitsMs: number;

  /** @param waitsMs how long each waits for its turn, in milliseconds; after that it is never begun */
  constructor(waitsMs: number) {
    this.#waitsMs = waitsMs;
  }

  /** Has the work done in its turn, or gives the refusal, and then it was not begun. @throws what the work throws */
  async do<T>(person: string, size: number, work: () => Promise<T>): Promise<T | { readonly refused: Outcome }> {
    const noRoom = this.#queue.noRoomFor({ person, size });
    if (noRoom) return { refused: noRoom === 'of-one' ? TOO_MANY_OF_ONE : BUSY };
    const turn = await this.#turnOf(person, size);
    if (!turn) return { refused: BUSY };
    try {
      return await work();
    } finally {
      this.#queue.remove(turn);
      this.#goOn();
    }
  }

  #turnOf(person: string, size: number): Promise<Turn | undefined> {
    return new Promise((resolve) => {
      const begin = () => {
        clearTimeout(timer);
        resolve(turn);
      };
      const turn: Turn = { person, size, begin };
      const timer = setTimeout(() => {
        this.#queue.remove(turn);
        resolve(undefined);
      }, this.#waitsMs);
      this.#queue.add(turn);
      this.#goOn();
    });
  }

  #goOn(): void {
    for (let next = this.#queue.take(); next; next = this.#queue.take()) next.begin();
  }
}
