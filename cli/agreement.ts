import type { Command } from 'commander';
import { agreement } from '../domain/agreement/agreement.ts';
import type { Agreement } from '../domain/agreement/statistics.ts';
import { EXIT, Failure, type Io, print, printJson } from './io.ts';
import { scoresIn } from './scoring.ts';
import { sheetIn } from './sheet.ts';
import { counted, table } from './table.ts';

interface AgreementOptions {
  readonly scores: string;
  readonly criterion?: string;
  readonly json?: boolean;
}

/** `rostrum agreement --scores scores.csv --criterion clarity` */
export function registerAgreement(program: Command, io: Io): void {
  program
    .command('agreement')
    .description('how far reviewers agree: alpha, intraclass correlations, W; needs no server')
    .requiredOption('--scores <file>', 'reviewer,application,criterion,score; an empty score is missing')
    .option('--criterion <name>', "only this criterion (default: each review's average over criteria)")
    .option('--json', 'print JSON')
    .action((options: AgreementOptions) => agreeing(io, options));
}

async function agreeing(io: Io, options: AgreementOptions): Promise<void> {
  const scores = await scoresIn(await sheetIn(io, options.scores));
  const known = [...new Set(scores.map((s) => s.criterion))].sort();
  if (options.criterion !== undefined && !known.includes(options.criterion))
    throw new Failure(
      EXIT.input,
      `--criterion ${options.criterion} is not in ${options.scores}; it has ${known.join(', ')}.`,
    );
  const found = agreement(scores, options.criterion);
  if (options.json) printJson(io, found);
  else print(io, agreementText(found));
}

const ALPHA = 'Krippendorff 2004';
const ICC = 'Shrout and Fleiss 1979';

/** The statistics in a table with their sources, then what they mean. */
export function agreementText(a: Agreement): string {
  const n = (value: number | null) => (value === null ? '-' : value.toFixed(3));
  const rows = [
    ...Object.entries(a.alpha).map(([level, value]) => [`alpha, ${level}`, n(value), '-', ALPHA]),
    ...Object.entries(a.icc).map(([form, value]) => {
      const ends = a.icc_intervals[form as keyof typeof a.icc];
      return [`ICC (${form})`, n(value), ends === null ? '-' : `${n(ends[0])} to ${n(ends[1])}`, ICC];
    }),
    ["Kendall's W", n(a.kendall_w), '-', 'Kendall 1970'],
  ];
  return [
    `${counted(a.reviewers, 'reviewer')}, ${counted(a.applications, 'application')}`,
    '',
    table(['STATISTIC', 'VALUE', '95 % OF CASES', 'SOURCE'], rows),
    '',
    ...a.sentences.map((s) => s.en),
  ].join('\n');
}
