import type { Command } from 'commander';
import { entryOf } from '../contracts/entry.ts';
import type { Ranking, RankingMethod } from '../contracts/ranking.ts';
import { rank } from '../domain/ranking/rank.ts';
import { type Move, type Sensitivity, sensitivity } from '../domain/ranking/sensitivity.ts';
import { type ApiOptions, withApiOptions } from './api.ts';
import { EXIT, Failure, type Io, print, printJson, say } from './io.ts';
import { type ScoringOptions, scoringOf, withScoringOptions } from './scoring.ts';
import { showRanking } from './selection-ranking.ts';
import { table } from './table.ts';

interface RankOptions extends Omit<ScoringOptions, 'scores'>, ApiOptions {
  readonly scores?: string;
  readonly selection?: string;
  readonly number?: string;
  readonly sensitivity?: boolean;
}

/** `rostrum rank --scores scores.csv --method calibrated --seats 5` */
export function registerRank(program: Command, io: Io): void {
  const command = program
    .command('rank')
    .description(
      'rank applications by the scores of reviewers, and say how sure the order is; or show a recorded order',
    )
    .option('--scores <file>', 'reviewer,application,criterion,score, an empty score is missing; needs no server')
    .option('--selection <id>', 'show the ranking of a running selection as it was recorded, through the API')
    .option('--number <n>', 'with --selection: an earlier ranking (default: the latest)')
    .option('--sensitivity', 'with --scores: also tell who moves when a weight or a reviewer changes');
  withApiOptions(withScoringOptions(command)).action((options: RankOptions) => ranking(io, options));
}

async function ranking(io: Io, options: RankOptions): Promise<void> {
  if ((options.scores === undefined) === (options.selection === undefined))
    throw new Failure(EXIT.input, 'Say what to rank: either --scores FILE or --selection ID.');
  if (options.selection !== undefined) return showRanking(io, { ...options, selection: options.selection });
  const { scores, method, options: rankOptions } = await scoringOf(io, { ...options, scores: options.scores! });
  const found = rank(scores, method, rankOptions);
  const firm = options.sensitivity ? sensitivity(scores, method) : null;
  if (options.json) return printJson(io, firm === null ? found : { ...found, sensitivity: firm });
  print(io, rankingText(found, method));
  if (firm !== null) print(io, `\n${sensitivityText(firm)}`);
  for (const warning of found.warnings) say(io, warning);
}

/** A ranking for people: the order, what is tied or left out, and the reviewers. */
export function rankingText(found: Ranking, method: RankingMethod): string {
  return [
    orderTable(found, method),
    ...found.ties.map((tie) => `Tied, for the panel to decide: ${tie.join(', ')}.`),
    ...found.unranked.map(({ application, reason }) => `${application} is not ranked. ${reason}`),
    '',
    reviewerTable(found),
  ].join('\n');
}

function orderTable(found: Ranking, method: RankingMethod): string {
  const criteria = [...new Set(found.ranking.flatMap((r) => Object.keys(r.criteria)))];
  const seats = method.seats !== undefined;
  const heading = [
    'RANK',
    'APPLICATION',
    'SCORE',
    '90 % OF CASES',
    'RANKS',
    ...criteria,
    'REVIEWS',
    ...(seats ? ['SEAT'] : []),
  ];
  const rows = found.ranking.map((r) => [
    r.rank,
    r.application,
    figure(r.score),
    r.low === null || r.high === null ? '-' : `${figure(r.low)} to ${figure(r.high)}`,
    r.rankLow === null ? '-' : r.rankLow === r.rankHigh ? `${r.rankLow}` : `${r.rankLow} to ${r.rankHigh}`,
    ...criteria.map((c) => {
      const value = entryOf(r.criteria, c);
      return value === undefined ? '-' : figure(value);
    }),
    r.reviews,
    ...(seats ? [seatOf(r)] : []),
  ]);
  return table(heading, rows);
}

function seatOf({ seat, seatChance, below }: Ranking['ranking'][number]): string {
  if (below.length > 0) return `no (below ${below.join(', ')})`;
  const sure = { sure: 'sure', unlikely: 'unlikely', 'toss-up': 'toss-up' };
  const chance = seatChance === undefined ? '' : `, ${sure[seatChance]}`;
  return `${seat === 'tie' ? 'tie for the last' : seat}${seat === 'no' && seatChance === 'unlikely' ? '' : chance}`;
}

/** Beyond so many, reviewers of whom nothing can be said are counted and not listed. */
const LISTED = 30;

function reviewerTable({ reviewers }: Ranking): string {
  const silent = reviewers.filter((r) => r.severity === null && r.flags.every((f) => f === 'single-review'));
  if (reviewers.length <= LISTED || silent.length === 0) return reviewerRows(reviewers);
  const counted = `${silent.length} reviewers have one review each: nothing can be said about their severity.`;
  const left = new Set(silent);
  const rest = reviewers.filter((r) => !left.has(r));
  return rest.length === 0 ? counted : `${reviewerRows(rest)}\n${counted}`;
}

function reviewerRows(reviewers: Ranking['reviewers']): string {
  const rows = reviewers.map((r) => [
    r.reviewer,
    r.reviews,
    r.severity === null ? 'unknown' : signed(r.severity),
    r.spread === null ? 'unknown' : figure(r.spread),
    r.consistency === null ? 'unknown' : figure(r.consistency),
    r.flags.join(', ') || '-',
  ]);
  return table(['REVIEWER', 'REVIEWS', 'SEVERITY', 'SPREAD', 'CONSISTENCY', 'FLAGS'], rows);
}

/** Who moves, in one line a change. */
function sensitivityText({ weights, reviewers }: Sensitivity): string {
  const lines = [
    ...weights.map((w) => [`weight of ${w.criterion} ${signedPercent(w.change)}`, moved(w.moves)]),
    ...reviewers.map((r) => [`without ${r.reviewer}`, moved(r.moves)]),
  ];
  return table(['IF', 'THEN'], lines);
}

function moved(moves: readonly Move[]): string {
  const seen = moves.filter((m) => m.to > 0);
  if (seen.length === 0) return 'nobody moves';
  const shown = seen.slice(0, 6).map((m) => `${m.application} ${m.from} to ${m.to}`);
  return [...shown, ...(seen.length > 6 ? [`and ${seen.length - 6} more`] : [])].join(', ');
}

function figure(value: number): string {
  return value.toFixed(2);
}

function signed(value: number): string {
  return `${value >= 0 ? '+' : ''}${value.toFixed(2)}`;
}

function signedPercent(share: number): string {
  return `${share > 0 ? '+' : ''}${Math.round(100 * share)} %`;
}
