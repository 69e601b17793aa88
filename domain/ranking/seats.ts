import { entryOf } from '../../contracts/entry.ts';
import type { RankingMethod, SeatQuota } from '../../contracts/ranking.ts';

/** Property of applications by application, such as `{A012: {department: 'D07'}}`. */
export type Attributes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** An application in the order of the ranking. */
export interface Candidate {
  readonly application: string;
  readonly eligible: boolean;
}

interface Block {
  readonly attribute: string;
  readonly value: string;
  min: number;
  max: number;
}

/** Gives seats down the ranking, within the quotas; call `fill` as often as orders are to be tried. */
export class Seats {
  readonly seats: number;
  readonly warnings: string[] = [];
  readonly #blocks: readonly Block[];
  readonly #blocksOf: ReadonlyMap<string, readonly number[]>;

  constructor(method: RankingMethod, applications: readonly string[], attributes: Attributes) {
    this.seats = method.seats ?? 0;
    this.#blocks = method.quotas.flatMap((quota) => blocks(quota, applications, attributes));
    const held = applications.map((application): [string, number[]] => [
      application,
      this.#blocks.flatMap((b, i) => (blockOf(attributes, application, b.attribute) === b.value ? [i] : [])),
    ]);
    this.#blocksOf = new Map(held);
  }

  /** True when no quota binds: seats simply go to the best. */
  get free(): boolean {
    return this.#blocks.length === 0;
  }

  /** The applications that get a seat. A candidate is passed over when a maximum or an open minimum would break. */
  fill(candidates: readonly Candidate[]): Set<string> {
    const taken = new Set<string>();
    const counts = this.#blocks.map(() => 0);
    for (const { application, eligible } of candidates) {
      if (taken.size === this.seats) break;
      const own = this.#blocksOf.get(application) ?? [];
      if (!eligible || this.#isFull(counts, own)) continue;
      if (this.#owed(counts, own) > this.seats - taken.size - 1) continue;
      taken.add(application);
      for (const b of own) counts[b]! += 1;
    }
    return taken;
  }

  /**
   * The first candidate who may have a seat beside those taken; undefined: no maximum leaves room for any of them. Where the
   * open minimums want more seats than are left, whoever brings them nearest comes first.
   */
  next(taken: readonly string[], candidates: readonly string[]): string | undefined {
    const counts = this.#blocks.map((_, b) => taken.filter((a) => this.#blocksOf.get(a)?.includes(b)).length);
    const able = candidates.flatMap((application) => {
      const own = this.#blocksOf.get(application) ?? [];
      return this.#isFull(counts, own) ? [] : [{ application, owed: this.#owed(counts, own) }];
    });
    const most = Math.max(this.seats - taken.length - 1, Math.min(...able.map((c) => c.owed)));
    return able.find((c) => c.owed <= most)?.application;
  }

  /** Says which minimums the chosen do not meet. */
  shortfalls(taken: ReadonlySet<string>): string[] {
    return this.#blocks.flatMap((block, b) => {
      const got = [...taken].filter((a) => this.#blocksOf.get(a)?.includes(b)).length;
      if (got >= block.min) return [];
      return [
        `${block.attribute} ${block.value} is to get ${block.min} seats but only ${got} eligible applications are there for it.`,
      ];
    });
  }

  #isFull(counts: readonly number[], own: readonly number[]): boolean {
    return own.some((b) => counts[b]! >= this.#blocks[b]!.max);
  }

  /** Seats that open minimums still need, at the least, once a member of the blocks `own` has been seated. */
  #owed(counts: readonly number[], own: readonly number[]): number {
    const perAttribute = new Map<string, number>();
    this.#blocks.forEach((block, b) => {
      const open = Math.max(0, block.min - counts[b]! - (own.includes(b) ? 1 : 0));
      perAttribute.set(block.attribute, (perAttribute.get(block.attribute) ?? 0) + open);
    });
    return Math.max(0, ...perAttribute.values());
  }
}

function blockOf(attributes: Attributes, application: string, attribute: string): string | undefined {
  const own = entryOf(attributes, application);
  return own && entryOf(own, attribute);
}

function blocks(quota: SeatQuota, applications: readonly string[], attributes: Attributes): Block[] {
  const found = new Set(applications.flatMap((a) => blockOf(attributes, a, quota.attribute) ?? []));
  const values = quota.value === undefined ? [...found].sort() : [quota.value];
  return values.map((value) => ({
    attribute: quota.attribute,
    value,
    min: Math.min(quota.min ?? 0, applications.filter((a) => blockOf(attributes, a, quota.attribute) === value).length),
    max: quota.max ?? Number.POSITIVE_INFINITY,
  }));
}
