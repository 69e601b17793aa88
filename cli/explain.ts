import type { Command } from 'commander';
import type { ExplanationView } from '../contracts/views/selection.ts';
import { explain } from '../domain/ranking/explain.ts';
import type { Explanation } from '../domain/ranking/explanation.ts';
import { Api, type ApiOptions, pathId, withApiOptions } from './api.ts';
import { EXIT, Failure, type Io, print, printJson } from './io.ts';
import { type ScoringOptions, scoringOf, withScoringOptions } from './scoring.ts';
import { table } from './table.ts';

interface ExplainOptions extends Omit<ScoringOptions, 'scores'>, ApiOptions {
  readonly scores?: string;
  readonly selection?: string;
  readonly application: string;
  readonly against?: string;
  readonly locale?: string;
}

/** `rostrum explain --scores scores.csv --application A012 --against A007` */
export function registerExplain(program: Command, io: Io): void {
  const command = program
    .command('explain')
    .description('why an application stands where it stands, and what that depends on')
    .requiredOption('--application <id>', 'the application to explain')
    .option('--against <id>', 'another application to compare it with (default: the next one before it)')
    .option('--scores <file>', 'reviewer,application,criterion,score; needs no server')
    .option('--selection <id>', 'a running selection, through the API')
    .option('--locale <locale>', 'en or zh-CN (default: en)');
  withApiOptions(withScoringOptions(command)).action((options: ExplainOptions) => explaining(io, options));
}

async function explaining(io: Io, options: ExplainOptions): Promise<void> {
  const locale = localeIn(options.locale);
  if ((options.scores === undefined) === (options.selection === undefined))
    throw new Failure(EXIT.input, 'Say what to explain: either --scores FILE or --selection ID.');
  if (options.selection !== undefined) return explainSelection(io, options, locale);
  const { scores, method, options: rankOptions } = await scoringOf(io, { ...options, scores: options.scores! });
  const found = explained(() => explain(scores, method, options.application, options.against, rankOptions));
  if (options.json) printJson(io, found);
  else print(io, explanationText(found, locale));
}

/** Errors of an explanation are sentences about the applications that were asked for. */
function explained(explanation: () => Explanation): Explanation {
  try {
    return explanation();
  } catch (error) {
    throw new Failure(EXIT.input, (error as Error).message);
  }
}

async function explainSelection(io: Io, options: ExplainOptions, locale: 'en' | 'zh-CN'): Promise<void> {
  const id = pathId(
    options.selection!.startsWith('selection:') ? options.selection! : `selection:${options.selection}`,
  );
  const query = new URLSearchParams({ application: options.application, locale });
  if (options.against !== undefined) query.set('against', options.against);
  const found = await new Api(io, options).get<ExplanationView>(`/api/selections/${id}/explain?${query}`);
  if (options.json) printJson(io, found);
  else print(io, found.sentences.join('\n'));
}

function localeIn(text = 'en'): 'en' | 'zh-CN' {
  if (text === 'en' || text === 'zh-CN') return text;
  throw new Failure(EXIT.input, `--locale ${text} is unknown; use en or zh-CN.`);
}

/** An explanation for people: its sentences, then the figures they rest on. */
export function explanationText(found: Explanation, locale: 'en' | 'zh-CN'): string {
  const heads =
    locale === 'en'
      ? {
          criteria: ['CRITERION', 'WEIGHT', 'VALUE', 'AVERAGE', 'POINTS'],
          reviews: ['REVIEWER', 'TOTAL', 'SEVERITY', 'RANK WITHOUT'],
        }
      : { criteria: ['标准', '权重', '得分', '平均', '贡献'], reviews: ['评审', '总分', '严格程度', '去掉后的名次'] };
  const n = (value: number) => value.toFixed(2);
  return [
    ...found.sentences[locale],
    '',
    table(
      heads.criteria,
      found.criteria.map((c) => [c.criterion, n(c.weight), n(c.value), n(c.usual), n(c.points)]),
    ),
    '',
    table(
      heads.reviews,
      found.reviews.map((r) => [
        r.reviewer,
        n(r.total),
        r.severity === null ? '-' : signed(r.severity),
        r.without?.rank,
      ]),
    ),
  ].join('\n');
}

function signed(value: number): string {
  return `${value >= 0 ? '+' : ''}${value.toFixed(2)}`;
}
