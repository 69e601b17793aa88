import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * One timer, whatever there is to wait for. It is set anew only when the instant moves forward; when it moves back,
 * the old one rings early, finds nothing to do, and is set again: cheaper than a new timer for every answer.
 */
export class Alarm {
  #at: number | null = null;
  #scope: CancellationScope | undefined;
  #ringing = false;

  /** True once after the timer has rung. */
  takeRing(): boolean {
    const rang = this.#ringing;
    this.#ringing = false;
    return rang;
  }

  get rings(): boolean {
    return this.#ringing;
  }

  /** Rings at the instant (milliseconds of workflow time), or not at all. */
  set(at: number | null): void {
    if (at === null || (this.#at !== null && this.#at <= at)) return;
    this.#scope?.cancel();
    this.#at = at;
    const scope = new CancellationScope();
    this.#scope = scope;
    void scope
      .run(() => sleep(Math.max(1, at - Date.now())))
      .then(() => {
        if (this.#scope !== scope) return;
        this.#at = null;
        this.#ringing = true;
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  stop(): void {
    this.#scope?.cancel();
  }
}
