/** The largest-gain assignment problem: every application takes `demand` different reviewers, none above capacity. */
export interface Transport {
  readonly applications: number;
  readonly reviewers: number;
  readonly demand: number;
  readonly capacity: Int32Array;
  /** Whole numbers below 2^53 in any sum, by application * reviewers + reviewer. */
  readonly gain: Float64Array;
  readonly allowed: Uint8Array;
}

export interface Assigned {
  /** 1 where the pair is assigned. */
  readonly assigned: Uint8Array;
  /** Upper bound of the total gain from the reviewers' prices (weak duality), computed apart from the assignment. */
  readonly bound: number;
}

/** No assignment exists: `reviewers` are full, their applications have nowhere else to go, `short` places are missing. */
export interface Full {
  readonly reviewers: readonly number[];
  readonly applications: readonly number[];
  readonly short: number;
}

const NONE = -1;

/**
 * Successive shortest paths on a graph of reviewers only. Each application first takes its best reviewers, as if there
 * were no limits; then each place too many is passed on along the cheapest chain of swaps to a reviewer with room. An
 * edge from r to s costs the least loss of moving one of r's applications to s. With potentials (Ahuja, Magnanti and
 * Orlin 1993, ch. 9.7) every chain is found by Dijkstra's algorithm, and the result is an exact optimum. The work grows
 * with reviewers squared times the places to be passed on, not with the number of pairs.
 *
 * Every application must be allowed at least `demand` reviewers.
 */
export function transport(problem: Transport): Assigned | Full {
  const chains = new Chains(problem);
  const full = chains.settle();
  return full ?? { assigned: chains.assigned, bound: chains.bound() };
}

class Chains {
  readonly assigned: Uint8Array;
  readonly #p: Transport;
  readonly #lists: number[][];
  /** By r * reviewers + s: the least loss of moving an application from r to s, and which one. */
  readonly #loss: Float64Array;
  readonly #mover: Int32Array;
  readonly #potential: Float64Array;
  #sink = 0;

  constructor(problem: Transport) {
    this.#p = problem;
    const { applications, reviewers } = problem;
    this.assigned = new Uint8Array(applications * reviewers);
    this.#lists = Array.from({ length: reviewers }, () => []);
    this.#loss = new Float64Array(reviewers * reviewers).fill(Number.POSITIVE_INFINITY);
    this.#mover = new Int32Array(reviewers * reviewers).fill(NONE);
    this.#potential = new Float64Array(reviewers);
    for (let a = 0; a < applications; a++) for (const r of this.#favourites(a)) this.#put(a, r);
    for (let r = 0; r < reviewers; r++)
      for (const a of this.#lists[r]!) for (let s = 0; s < reviewers; s++) this.#consider(a, r, s);
  }

  /** Passes on every place too many; returns who is full when that is impossible. */
  settle(): Full | null {
    for (;;) {
      const path = this.#shortestChain();
      if (path === 'settled') return null;
      if (path instanceof Set) return this.#full(path);
      this.#pass(path);
    }
  }

  /** Sum over applications of their best `demand` net gains, plus each reviewer's price times capacity. */
  bound(): number {
    const { applications, reviewers, demand, gain, allowed, capacity } = this.#p;
    const price = Float64Array.from(this.#potential, (p) => Math.max(0, this.#sink - p));
    let bound = price.reduce((sum, p, r) => sum + p * capacity[r]!, 0);
    for (let a = 0; a < applications; a++) {
      const net: number[] = [];
      for (let r = 0; r < reviewers; r++)
        if (allowed[a * reviewers + r]) net.push(gain[a * reviewers + r]! - price[r]!);
      net.sort((x, y) => y - x);
      for (let k = 0; k < demand; k++) bound += net[k]!;
    }
    return bound;
  }

  /** The application's best allowed reviewers; among equals those with the fewest so far. */
  #favourites(a: number): number[] {
    const { reviewers, demand, gain, allowed, capacity } = this.#p;
    const row = a * reviewers;
    const room = (r: number) => this.#lists[r]!.length - capacity[r]!;
    const able: number[] = [];
    for (let r = 0; r < reviewers; r++) if (allowed[row + r]) able.push(r);
    able.sort((r, s) => gain[row + s]! - gain[row + r]! || room(r) - room(s) || r - s);
    return able.slice(0, demand);
  }

  #put(a: number, r: number): void {
    this.assigned[a * this.#p.reviewers + r] = 1;
    this.#lists[r]!.push(a);
  }

  /** Looks through all of r's applications for the one that loses least by going to s. */
  #rescan(r: number, s: number): void {
    const edge = r * this.#p.reviewers + s;
    this.#loss[edge] = Number.POSITIVE_INFINITY;
    this.#mover[edge] = NONE;
    for (const a of this.#lists[r]!) this.#consider(a, r, s);
  }

  /** Lets an application of r stand for the edge from r to s if it loses less than the one that does. */
  #consider(a: number, r: number, s: number): void {
    const { reviewers, gain, allowed } = this.#p;
    const row = a * reviewers;
    if (this.assigned[row + s] || !allowed[row + s]) return;
    const edge = r * reviewers + s;
    const lost = gain[row + r]! - gain[row + s]!;
    const least = this.#loss[edge]!;
    // Among equal losses the first application in name order moves: the result must not depend on history.
    if (lost > least || (lost === least && a > this.#mover[edge]!)) return;
    this.#loss[edge] = lost;
    this.#mover[edge] = a;
  }

  /** Brings the edges up to date after an application has moved away from some reviewers and to others. */
  #update(a: number, left: readonly number[]): void {
    const { reviewers } = this.#p;
    const row = a * reviewers;
    for (const r of left)
      for (let s = 0; s < reviewers; s++) if (this.#mover[r * reviewers + s] === a) this.#rescan(r, s);
    for (let r = 0; r < reviewers; r++) {
      if (!this.assigned[row + r]) continue;
      for (let s = 0; s < reviewers; s++) {
        if (this.assigned[row + s] && this.#mover[r * reviewers + s] === a) this.#rescan(r, s);
        else this.#consider(a, r, s);
      }
    }
  }

  /** Reviewers from one with too many to one with room, or `settled`, or the set that can be reached in vain. */
  #shortestChain(): number[] | 'settled' | Set<number> {
    const { reviewers, capacity } = this.#p;
    const [potential, loss] = [this.#potential, this.#loss];
    const distance = new Float64Array(reviewers).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(reviewers).fill(NONE);
    const done = new Uint8Array(reviewers);
    let sources = 0;
    for (let r = 0; r < reviewers; r++)
      if (this.#lists[r]!.length > capacity[r]!) {
        distance[r] = 0;
        sources++;
      }
    if (sources === 0) return 'settled';
    let [target, best] = [NONE, Number.POSITIVE_INFINITY];
    for (;;) {
      let r = NONE;
      for (let s = 0; s < reviewers; s++)
        if (!done[s] && distance[s]! < (r === NONE ? Number.POSITIVE_INFINITY : distance[r]!)) r = s;
      if (r === NONE || distance[r]! >= best) break;
      done[r] = 1;
      const through = distance[r]! + potential[r]! - this.#sink;
      if (this.#lists[r]!.length < capacity[r]! && through < best) [target, best] = [r, through];
      const [base, from] = [distance[r]! + potential[r]!, r * reviewers];
      for (let s = 0; s < reviewers; s++) {
        const reach = base + loss[from + s]! - potential[s]!;
        if (reach < distance[s]! && !done[s]) {
          distance[s] = reach;
          before[s] = r;
        }
      }
    }
    if (target === NONE) return new Set([...done.keys()].filter((r) => done[r]));
    for (let r = 0; r < reviewers; r++) potential[r]! += Math.min(distance[r]!, best);
    this.#sink += best;
    const path = [target];
    while (before[path[0]!] !== NONE) path.unshift(before[path[0]!]!);
    return path;
  }

  #pass(path: readonly number[]): void {
    const { reviewers } = this.#p;
    const moves = path.slice(1).map((to, i) => ({ from: path[i]!, to, a: this.#mover[path[i]! * reviewers + to]! }));
    const left = new Map<number, number[]>();
    for (const { from, to, a } of moves) {
      const list = this.#lists[from]!;
      list[list.indexOf(a)] = list.at(-1)!;
      list.pop();
      this.assigned[a * reviewers + from] = 0;
      this.#put(a, to);
      left.set(a, [...(left.get(a) ?? []), from]);
    }
    for (const [a, from] of left) this.#update(a, from);
  }

  #full(reached: ReadonlySet<number>): Full {
    const reviewers = [...reached].sort((a, b) => a - b);
    const applications = new Set(reviewers.flatMap((r) => this.#lists[r]!));
    const short = reviewers.reduce((sum, r) => sum + this.#lists[r]!.length - this.#p.capacity[r]!, 0);
    return { reviewers, applications: [...applications].sort((a, b) => a - b), short };
  }
}
