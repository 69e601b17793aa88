import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** No timer is longer: who sleeps until an hour of another century looks again four times a year, and no server is asked for more than it can. */
const LONGEST_SLEEP_MS = 90 * 86_400_000;

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

  /** Rings at the instant (milliseconds of workflow time), earlier when that is far away, or not at all. */
  set(at: number | null): void {
    if (at === null || (this.#at !== null && this.#at <= at)) return;
    this.#scope?.cancel();
    this.#at = at;
    const scope = new CancellationScope();
    this.#scope = scope;
    void scope
      .run(() => sleep(Math.min(Math.max(1, at - Date.now()), LONGEST_SLEEP_MS)))
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
