import { z } from 'zod';
import type { MatchProblem, Pair } from '../contracts/matching.ts';
import { FileFaults } from '../files/faults.ts';
import { cellFault, figure, readRows, Text } from '../files/rows.ts';
import type { Table } from '../files/table.ts';
import { EXIT, Failure, type Io } from './io.ts';
import { quotaIn } from './quota.ts';
import { mended, sheetIn, withColumns } from './sheet.ts';

export interface MatchOptions {
  readonly affinity: string;
  readonly conflicts?: string;
  readonly limits?: string;
  readonly perApplication: string;
  readonly maxLoad?: string;
  readonly objective?: string;
  readonly keep?: string;
  readonly listedOnly?: boolean;
  readonly quota?: readonly string[];
  readonly json?: boolean;
}

const AffinityRow = z.object({ application: Text, reviewer: Text, affinity: figure(-1_000_000, 1_000_000) });
const PairRow = z.object({ application: Text, reviewer: Text });
const LimitRow = z.object({
  reviewer: Text,
  max_load: z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, 'must be a whole number of 0 or more'),
});

/** The problem that files and flags describe, and remarks on what was left out of account. */
export async function matchProblemIn(
  io: Io,
  options: MatchOptions,
): Promise<{ problem: MatchProblem; remarks: string[] }> {
  const read = async (file: string, columns: readonly string[]) => withColumns(await sheetIn(io, file), columns);
  const sheet = (file: string | undefined, columns: readonly string[]) =>
    file === undefined ? null : read(file, columns);
  const pair = ['application', 'reviewer'];
  const table = await read(options.affinity, [...pair, 'affinity']);
  const [conflictTable, limitTable, keepTable] = [
    await sheet(options.conflicts, pair),
    await sheet(options.limits, ['reviewer', 'max_load']),
    await sheet(options.keep, pair),
  ];
  const affinity = (await mended(() => readRows(table, AffinityRow, ['application', 'reviewer']))).map(({ row }) => ({
    ...row,
    affinity: Number(row.affinity),
  }));
  const limits = limitTable === null ? new Map<string, Limit>() : await mended(() => limitsIn(limitTable));
  const names = {
    applications: new Set(affinity.map((a) => a.application)),
    reviewers: new Set([...affinity.map((a) => a.reviewer), ...limits.keys()]),
  };
  if (names.applications.size === 0) throw new Failure(EXIT.input, `${table.name} has no rows below its first line.`);
  const conflicts = conflictTable === null ? [] : await mended(() => knownPairs(conflictTable, table, names));
  const keep = keepTable === null ? null : await mended(() => keptPairs(keepTable, names));
  const most = options.maxLoad === undefined ? names.applications.size : whole(options.maxLoad, 'max-load', 0);
  const problem = {
    applications: [...names.applications],
    reviewers: [...names.reviewers].map((reviewer) => ({
      reviewer,
      maxLoad: limits.get(reviewer)?.maxLoad ?? most,
      blocks: limits.get(reviewer)?.blocks ?? new Map(),
    })),
    affinity,
    conflicts,
    perApplication: whole(options.perApplication, 'per-application', 1),
    objective: objectiveIn(options.objective),
    listedOnly: options.listedOnly === true,
    quotas: (options.quota ?? []).map((text) => knownQuota(text, limitTable)),
    ...(keep === null ? {} : { keep: keep.pairs }),
  };
  return { problem, remarks: keep?.remarks ?? [] };
}

/** A quota on a column that no file has would make every matching impossible, or bind nobody. */
function knownQuota(text: string, limits: Table | null): ReturnType<typeof quotaIn> {
  const quota = quotaIn(text);
  const blocks = (limits?.columns ?? []).filter((column) => column !== 'reviewer' && column !== 'max_load');
  if (blocks.includes(quota.attribute)) return quota;
  const have = limits === null ? 'give it with --limits' : `${limits.name} has ${blocks.join(', ') || 'none'}`;
  throw new Failure(EXIT.input, `--quota ${text}: there is no column ${quota.attribute} of reviewers; ${have}.`);
}

interface Names {
  readonly applications: ReadonlySet<string>;
  readonly reviewers: ReadonlySet<string>;
}

interface Limit {
  readonly maxLoad: number;
  readonly blocks: Map<string, string>;
}

function limitsIn(table: Table): Map<string, Limit> {
  const rows = readRows(table, LimitRow, ['reviewer']);
  return new Map(
    rows.map(({ row }, i) => {
      const { reviewer: _reviewer, max_load: _load, ...blocks } = table.rows[i]!.cells;
      return [row.reviewer, { maxLoad: Number(row.max_load), blocks: new Map(Object.entries(blocks)) }];
    }),
  );
}

/** Conflicts must name who is there: a mistyped name would let a conflict through. */
function knownPairs(table: Table, affinities: Table, names: Names): Pair[] {
  const rows = readRows(table, PairRow, ['application', 'reviewer']);
  const faults = rows.flatMap(({ row }, i) => {
    const at = table.rows[i]!;
    return [
      ...(names.applications.has(row.application)
        ? []
        : [cellFault(table, at, 'application', `is not in ${affinities.name}`)]),
      ...(names.reviewers.has(row.reviewer)
        ? []
        : [cellFault(table, at, 'reviewer', `is neither in ${affinities.name} nor among the limits`)]),
    ];
  });
  if (faults.length > 0) throw new FileFaults(faults);
  return rows.map(({ row }) => row);
}

/** An assignment in force may name people who have left since; that is what matching anew is for. */
function keptPairs(table: Table, names: Names): { pairs: Pair[]; remarks: string[] } {
  const pairs = readRows(table, PairRow, ['application', 'reviewer']).map(({ row }) => row);
  const gone = pairs.filter((p) => !names.applications.has(p.application) || !names.reviewers.has(p.reviewer));
  const remarks =
    gone.length === 0
      ? []
      : [
          `${table.name}: ${gone.length} of ${pairs.length} pairs name somebody who is no longer there; they are replaced.`,
        ];
  return { pairs, remarks };
}

function whole(text: string, option: string, least: number): number {
  if (/^\d{1,6}$/.test(text) && Number(text) >= least) return Number(text);
  throw new Failure(EXIT.input, `--${option} ${text} is not a whole number of ${least} or more.`);
}

function objectiveIn(text = 'total'): 'total' | 'fair' {
  if (text === 'total' || text === 'fair') return text;
  throw new Failure(EXIT.input, `--objective ${text} is unknown; use total or fair.`);
}
