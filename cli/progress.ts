import type { Io } from './io.ts';

/** Shows how far long work has come, on one line of a terminal; elsewhere it shows nothing. */
export class Progress {
  readonly #io: Io;
  #drawnAt = 0;

  constructor(io: Io) {
    this.#io = io;
  }

  /** At most ten times a second. */
  show(text: string): void {
    const now = performance.now();
    if (!this.#io.terminal || now - this.#drawnAt < 100) return;
    this.#drawnAt = now;
    this.#io.stderr.write(`\r\u001b[K${text}`);
  }

  done(): void {
    if (this.#drawnAt > 0) this.#io.stderr.write('\r\u001b[K');
    this.#drawnAt = 0;
  }
}
