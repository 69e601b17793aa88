import type { Command } from 'commander';
import { messageOf } from '../contracts/failure.ts';
import type { RankingMethod, Score } from '../contracts/ranking.ts';
import { rankingMethod } from '../domain/ranking/method.ts';
import type { RankOptions } from '../domain/ranking/rank.ts';
import { readCriteria, readScores } from '../files/scores.ts';
import type { Table } from '../files/table.ts';
import { EXIT, Failure, type Io, say } from './io.ts';
import { quotaIn, repeated } from './quota.ts';
import { lineOf, mended, sheetIn, withColumns } from './sheet.ts';

export interface ScoringOptions {
  readonly scores: string;
  readonly criteria?: string;
  readonly method?: string;
  readonly trim?: string;
  readonly decimals?: string;
  readonly threshold?: string;
  readonly seats?: string;
  readonly quota?: readonly string[];
  readonly tieBreak?: readonly string[];
  readonly applications?: string;
  readonly seed?: string;
}

/** Adds the options of a command that ranks scores from files. */
export function withScoringOptions(command: Command): Command {
  return command
    .option('--criteria <file>', 'criterion,weight,minimum (default: all criteria weigh the same)')
    .option('--method <method>', 'mean, trimmed or calibrated (default: mean)')
    .option('--trim <n>', 'trimmed: drop so many highest and lowest scores (default: 1)')
    .option('--decimals <n>', "round each criterion's average half up to so many decimals")
    .option('--threshold <score>', 'an application below it takes no seat')
    .option('--seats <n>', 'how many places there are')
    .option('--quota <quota>', 'seats of a block, such as department=D07:1-3 or topic:0-2; repeat for more', repeated)
    .option('--tie-break <name>', 'a criterion, median or highest-minimum; repeat in order', repeated)
    .option('--applications <file>', 'application and further columns: names all that count, and blocks for quotas')
    .option('--seed <n>', 'of the draws behind rank intervals (default: 1)');
}

export interface Scoring {
  readonly scores: Score[];
  readonly method: RankingMethod;
  readonly options: RankOptions;
}

/** Scores, method and options from files and flags; ends the command with a sentence for everything wrong in them. */
export async function scoringOf(io: Io, given: ScoringOptions): Promise<Scoring> {
  const table = await sheetIn(io, given.scores);
  const scores = await scoresIn(table);
  const criteria = given.criteria === undefined ? [] : await criteriaIn(io, given.criteria, table);
  const method = methodIn(given, criteria);
  for (const remark of unheeded(given, method.method)) say(io, remark);
  return {
    scores,
    method,
    options: given.applications === undefined ? {} : await applicationsIn(io, given.applications),
  };
}

/** The scores of a table; refuses one reviewer alone, whose word nothing can be compared with. */
export async function scoresIn(table: Table): Promise<Score[]> {
  const scores = await mended(() => readScores(withColumns(table, ['reviewer', 'application', 'criterion', 'score'])));
  const [first, ...others] = new Set(scores.map((s) => s.reviewer));
  if (first === undefined) throw new Failure(EXIT.input, `${table.name} has no scores below its first line.`);
  if (others.length === 0)
    throw new Failure(
      EXIT.input,
      `${table.name} line ${lineOf(table, 'reviewer', first)}: ${first} is the only reviewer in the file; at least two are needed.`,
    );
  return scores;
}

async function criteriaIn(io: Io, file: string, scores: Table) {
  const table = withColumns(await sheetIn(io, file), ['criterion', 'weight']);
  const criteria = await mended(() => readCriteria(table));
  const known = new Set(criteria.map((c) => c.criterion));
  const faults = scores.rows
    .filter((row) => !known.has(row.cells.criterion?.trim() ?? ''))
    .map(
      (row) =>
        `${scores.name} line ${row.line}, column criterion: "${row.cells.criterion}" is not in ${file}; add it there or drop the row.`,
    );
  if (faults.length > 20) faults.splice(20, faults.length, `${scores.name}: and ${faults.length - 20} more.`);
  if (faults.length > 0) throw new Failure(EXIT.input, faults.join('\n'));
  return criteria;
}

function methodIn(given: ScoringOptions, criteria: RankingMethod['criteria']): RankingMethod {
  const whole = (text: string | undefined, option: string) => {
    if (text === undefined) return {};
    if (!/^\d{1,9}$/.test(text))
      throw new Failure(EXIT.input, `--${option} ${text} is not a whole number of 0 or more.`);
    return { [option]: Number(text) };
  };
  if (given.method !== undefined && !['mean', 'trimmed', 'calibrated'].includes(given.method))
    throw new Failure(EXIT.input, `--method ${given.method} is unknown; use mean, trimmed or calibrated.`);
  if (given.threshold !== undefined && !/^-?\d{1,9}(\.\d{1,9})?$/.test(given.threshold))
    throw new Failure(EXIT.input, `--threshold ${given.threshold} is not a number.`);
  try {
    return rankingMethod({
      criteria,
      ...(given.method === undefined ? {} : { method: given.method }),
      ...(given.threshold === undefined ? {} : { threshold: given.threshold }),
      ...(given.tieBreak === undefined ? {} : { tieBreaks: given.tieBreak }),
      quotas: (given.quota ?? []).map(quotaIn),
      ...whole(given.trim, 'trim'),
      ...whole(given.decimals, 'decimals'),
      ...whole(given.seats, 'seats'),
      ...whole(given.seed, 'seed'),
    });
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(EXIT.input, sentenceOf(error));
  }
}

/** Options that the method has no use for: said, lest somebody believes in them. */
function unheeded({ trim, decimals }: ScoringOptions, method: RankingMethod['method']): string[] {
  return [
    ...(trim !== undefined && method !== 'trimmed' ? [`--trim means nothing under --method ${method}.`] : []),
    ...(decimals !== undefined && method === 'calibrated'
      ? ['--decimals means nothing under --method calibrated.']
      : []),
  ];
}

/** A schema's complaint about an option, or a sentence as it is. */
function sentenceOf(error: unknown): string {
  const issues = (error as { issues?: { path: (string | number)[]; message: string }[] }).issues;
  if (issues?.[0]) return `--${issues[0].path[0]}: ${issues[0].message}.`;
  return messageOf(error);
}

/** All applications that count, and their blocks by column. */
async function applicationsIn(io: Io, file: string): Promise<RankOptions> {
  const table = withColumns(await sheetIn(io, file), ['application']);
  const rows = table.rows.map(({ cells: { application = '', ...blocks } }) => [application.trim(), blocks] as const);
  return { applications: rows.map(([name]) => name), attributes: Object.fromEntries(rows) };
}
