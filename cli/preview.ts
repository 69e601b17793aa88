import type { Command } from 'commander';
import type { Preview } from '../contracts/views/preview.ts';
import { Api, type ApiOptions, withApiOptions } from './api.ts';
import { EXIT, Failure, type Io, print, printJson } from './io.ts';
import { namingKinds, termsIn } from './start.ts';
import { table, when } from './table.ts';

/** `rostrum preview cycle --terms terms.yaml` */
export function registerPreview(program: Command, io: Io): void {
  const preview = program
    .command('preview')
    .description('the timetable and every message of a procedure before it is opened; opens nothing')
    .argument('<kind>', 'what would be opened, such as cycle')
    .requiredOption('--terms <file>', 'its terms, YAML or JSON; - reads them from stdin')
    .addHelpText('after', '\nExample:\n  rostrum preview cycle --terms terms.yaml --as E001');
  withApiOptions(preview).action(async (kind: string, options: ApiOptions & { terms: string }) => {
    const terms = await termsIn(io, kind, options.terms);
    const api = new Api(io, options);
    const shown = await namingKinds(api, kind, api.post<Preview>(`/api/${kind}s/preview`, { terms }));
    if (options.json) printJson(io, shown);
    else if (!shown.refusal) print(io, previewText(shown));
    if (shown.refusal) throw new Failure(EXIT.rejected, shown.refusal);
  });
}

/** When each stage runs, and what is sent to how many people on each day. */
function previewText({ notes, stages, messages, total, days, mostInADay }: Preview): string {
  const timetable = stages.map((s) => [s.stage, when(s.start), when(s.end), when(s.latestEnd)]);
  const sent = messages.map((m) => [
    m.local,
    m.stage,
    m.purpose ?? '-',
    m.rung === null ? m.template : `reminder ${m.rung + 1}`,
    `${m.atMost ? 'at most ' : ''}${m.people.length}`,
    m.tasks,
  ]);
  const [most] = mostInADay;
  return [
    ...notes.map((note) => `Note: ${note.en}`),
    table(['STAGE', 'FROM (UTC)', 'TO (UTC)', 'AT THE LATEST'], timetable),
    table(['LOCAL TIME', 'STAGE', 'ROUND', 'MESSAGE', 'PEOPLE', 'TASKS'], sent),
    `${total} messages on ${days.length} days` +
      (most ? `; nobody gets more than ${most.messages} on one day (${most.person} on ${most.day}).` : '.'),
  ].join('\n\n');
}
