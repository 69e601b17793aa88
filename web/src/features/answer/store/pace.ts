/** From so many levels on the own pace says how long the rest takes; only the latest of them count. */
const ENOUGH = 10;
const LATEST = 40;
/** Whoever does nothing for so long has gone away, in milliseconds. */
const AWAY_MS = 60_000;

/** How quickly somebody rates. */
export class Pace {
  #times: number[] = [];

  note(at: number): void {
    this.#times = [...this.#times, at].slice(-LATEST);
  }

  /** How long so many more take, in minutes; undefined: too little is known. */
  minutesFor(count: number): number | undefined {
    if (this.#times.length < ENOUGH) return undefined;
    const gaps = this.#times.slice(1).map((at, i) => Math.min(at - this.#times[i]!, AWAY_MS));
    const each = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    return Math.ceil((each * count) / 60_000);
  }
}
