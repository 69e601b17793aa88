import type { Command } from 'commander';
import type { Infeasible, Match } from '../contracts/matching.ts';
import { isInfeasible, match } from '../domain/assignment/match.ts';
import { EXIT, Failure, type Io, print, printJson, say } from './io.ts';
import { type MatchOptions, matchProblemIn } from './match-files.ts';
import { repeated } from './quota.ts';
import { counted, table } from './table.ts';

/** `rostrum match --affinity affinity.csv --per-application 3 --max-load 6` */
export function registerMatch(program: Command, io: Io): void {
  program
    .command('match')
    .description('match reviewers to applications at the exact optimum; needs no server')
    .requiredOption('--affinity <file>', 'application,reviewer,affinity; pairs not listed have affinity 0')
    .option('--conflicts <file>', 'application,reviewer: pairs that must not be')
    .option('--limits <file>', 'reviewer,max_load and further columns as blocks for quotas')
    .requiredOption('--per-application <n>', 'reviewers for each application')
    .option('--max-load <n>', 'applications for each reviewer without a limit of their own (default: no limit)')
    .option('--objective <objective>', 'total, or fair: first the worst-off application (default: total)')
    .option('--keep <file>', 'application,reviewer: an assignment in force, changed as little as possible')
    .option('--listed-only', 'assign only pairs that the affinities list')
    .option(
      '--quota <quota>',
      'reviewers of a block on each application, such as grade=senior:1-2; repeat for more',
      repeated,
    )
    .option('--json', 'print JSON')
    .action((options: MatchOptions) => matching(io, options));
}

async function matching(io: Io, options: MatchOptions): Promise<void> {
  const { problem, remarks } = await matchProblemIn(io, options);
  for (const remark of remarks) say(io, remark);
  const start = performance.now();
  const found = await match(problem);
  const seconds = Number(((performance.now() - start) / 1000).toFixed(3));
  if (isInfeasible(found)) return refuse(io, found, options.json === true);
  if (options.json) return printJson(io, { ...found, seconds });
  print(io, matchText(found, seconds));
}

function refuse(io: Io, { shortages }: Infeasible, json: boolean): never {
  if (json) printJson(io, { infeasible: true, shortages });
  const sentences = shortages.map((s) => s.sentence);
  throw new Failure(
    EXIT.infeasible,
    sentences.join('\n') || 'The quotas and limits cannot be met together; relax one of them.',
  );
}

/** One line per application, the loads, and what the optimum is worth. */
export function matchText(found: Match, seconds: number): string {
  const byApplication = new Map<string, string[]>();
  for (const { application, reviewer, affinity } of found.assignments)
    byApplication.set(application, [...(byApplication.get(application) ?? []), `${reviewer} (${affinity})`]);
  const given = found.objective === 'fair' ? ' with that least' : '';
  const proof = found.bound === found.total ? `none${given} has more` : `none${given} has more than ${found.bound}`;
  const least = found.minimumBound === undefined ? '' : ` (none can give more than ${found.minimumBound})`;
  return [
    table(
      ['APPLICATION', 'REVIEWERS (AFFINITY)'],
      [...byApplication].map(([a, list]) => [a, list.join(', ')]),
    ),
    '',
    table(['REVIEWER', 'LOAD'], Object.entries(found.load)),
    '',
    `${found.objective === 'fair' ? 'Fair' : 'Total'}: ${counted(found.assignments.length, 'assignment')}, total affinity ${found.total} (${proof}), least of an application ${found.minimum}${least}, in ${seconds} s.`,
    ...(found.removed === undefined
      ? []
      : [`Changes: ${found.removed.length} removed, ${found.added?.length ?? 0} added.`]),
  ].join('\n');
}
