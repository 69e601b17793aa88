/**
 * Seeded chance (mulberry32). It uses 32-bit integers, addition and multiplication only, so that a seed gives the same
 * numbers on every machine and in every version of Node.
 */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** 0 to below 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.roll() < probability;
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.roll() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.roll() * items.length)]!;
  }

  /** About normal: mean 0, standard deviation about 0.7, never beyond 3. */
  bell(): number {
    let sum = -3;
    for (let n = 0; n < 6; n++) sum += this.roll();
    return sum;
  }
}
