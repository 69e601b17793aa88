import { ApiProblem } from '../../../api/problem.ts';
import { type Content, isSame } from './draft.ts';

/**
 * The id under which an answer is sent. Where nothing was heard the same answer goes under the same id again, so that it is one
 * answer; whatever was refused, or says something else, is another one, since the API keeps what it has said to an id.
 */
export class AnswerId {
  #latest: { readonly answer: Content; readonly id: string } | undefined;

  of(answer: Content): string {
    if (!this.#latest || !isSame(this.#latest.answer, answer)) this.#latest = { answer, id: crypto.randomUUID() };
    return this.#latest.id;
  }

  /** Why the latest was not taken. From 500 on nobody knows whether it was. */
  hear(error: unknown): void {
    if (error instanceof ApiProblem && error.status < 500) this.#latest = undefined;
  }
}
