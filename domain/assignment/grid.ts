import { type BlockQuota, MatchProblem } from '../../contracts/matching.ts';

/** A matching problem as numbers; applications and reviewers are positions in the sorted lists of names. */
export interface Grid {
  readonly applications: readonly string[];
  readonly reviewers: readonly string[];
  readonly demand: number;
  readonly capacity: Int32Array;
  /** Affinity in whole units of 1 / scale, by application * reviewers + reviewer. */
  readonly affinity: Float64Array;
  readonly scale: number;
  /** 1 where the pair may be assigned. */
  readonly allowed: Uint8Array;
  /** 1 where the pair is in force now. */
  readonly kept: Uint8Array;
  readonly quotas: readonly BlockMembers[];
}

/** One block of reviewers and how many of it each application must or may have. */
export interface BlockMembers {
  readonly name: string;
  readonly members: readonly number[];
  readonly min: number;
  readonly max: number;
}

/** Lays the problem out. Throws one sentence on names that occur twice or that nobody listed. */
export function layOut(input: MatchProblem): Grid {
  const problem = MatchProblem.parse(input);
  const applications = sorted(problem.applications, 'Application');
  const staff = [...problem.reviewers].sort((a, b) => (a.reviewer < b.reviewer ? -1 : 1));
  const reviewers = sorted(
    staff.map((r) => r.reviewer),
    'Reviewer',
  );
  const width = reviewers.length;
  const rowOf = new Map(applications.map((name, i) => [name, i * width]));
  const columnOf = new Map(reviewers.map((name, i) => [name, i]));
  const at = (pair: { application: string; reviewer: string }, where: string) => {
    const [row, column] = [rowOf.get(pair.application), columnOf.get(pair.reviewer)];
    if (row === undefined)
      throw new Error(
        `Application ${pair.application} in the ${where} is not among the applications; add it or drop the row.`,
      );
    if (column === undefined)
      throw new Error(
        `Reviewer ${pair.reviewer} in the ${where} is not among the reviewers; add them or drop the row.`,
      );
    return row + column;
  };
  const scale = scaleOf(problem.affinity.map((a) => a.affinity));
  const size = applications.length * width;
  const digits = problem.affinity.reduce((most, a) => Math.max(most, Math.abs(a.affinity)), 1) * scale;
  if (
    2 * digits * (problem.perApplication * applications.length) ** 2 > Number.MAX_SAFE_INTEGER &&
    problem.keep !== undefined
  )
    throw new Error(
      'The affinities have too many digits to be weighed exactly against keeping; round them to fewer decimals.',
    );
  const affinity = new Float64Array(size);
  const allowed = new Uint8Array(size).fill(problem.listedOnly ? 0 : 1);
  const kept = new Uint8Array(size);
  for (const row of problem.affinity) {
    const i = at(row, 'affinities');
    affinity[i] = Math.round(row.affinity * scale);
    allowed[i] = 1;
  }
  for (const pair of problem.conflicts) {
    const [row, column] = [rowOf.get(pair.application), columnOf.get(pair.reviewer)];
    if (row !== undefined && column !== undefined) allowed[row + column] = 0;
  }
  for (const pair of problem.keep ?? []) {
    const [row, column] = [rowOf.get(pair.application), columnOf.get(pair.reviewer)];
    if (row !== undefined && column !== undefined) kept[row + column] = 1;
  }
  return {
    applications,
    reviewers,
    demand: problem.perApplication,
    capacity: Int32Array.from(staff, (r) => Math.min(r.maxLoad, applications.length)),
    affinity,
    scale,
    allowed,
    kept,
    quotas: problem.quotas.flatMap((q) => membersOf(q, staff)),
  };
}

function sorted(names: readonly string[], what: string): string[] {
  const list = [...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const twice = list.find((name, i) => name === list[i - 1]);
  if (twice !== undefined) throw new Error(`${what} ${twice} is listed twice; keep one.`);
  return list;
}

/** The smallest power of ten, up to a million, that makes every affinity whole. */
function scaleOf(affinities: readonly number[]): number {
  let scale = 1;
  for (const value of affinities)
    while (scale < 1e6 && Math.abs(value * scale - Math.round(value * scale)) > 1e-7) scale *= 10;
  return scale;
}

function membersOf(
  quota: BlockQuota,
  staff: readonly { readonly blocks: ReadonlyMap<string, string> }[],
): BlockMembers[] {
  const values =
    quota.value === undefined
      ? [...new Set(staff.flatMap((r) => r.blocks.get(quota.attribute) ?? []))].sort()
      : [quota.value];
  return values.map((value) => ({
    name: `${quota.attribute} ${value}`,
    members: staff.flatMap((r, i) => (r.blocks.get(quota.attribute) === value ? [i] : [])),
    min: quota.min ?? 0,
    max: quota.max ?? Number.POSITIVE_INFINITY,
  }));
}
