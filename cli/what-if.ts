import type { Command } from 'commander';
import { AnyStreamId } from '../contracts/ids.ts';
import type { WhatIf } from '../contracts/views/what-if.ts';
import { Api, type ApiOptions, streamPath, withApiOptions } from './api.ts';
import { checked, jsonIn, valueIn } from './input.ts';
import { EXIT, Failure, type Io, print, printJson } from './io.ts';
import { table, when } from './table.ts';

interface WhatIfOptions extends ApiOptions {
  readonly body?: string;
  readonly file?: string;
  readonly days: string;
}

/** `rostrum what-if selection:trainers-2027 pause --body '{"reason": "strike"}'` */
export function registerWhatIf(program: Command, io: Io): void {
  const asked = program
    .command('what-if')
    .description(
      'what a command would bring about: messages, tasks, stages and money that come, go or move; does nothing',
    )
    .argument('<stream>', 'such as selection:trainers-2027')
    .argument('<command>', 'such as pause')
    .option('--body <json>', 'its body')
    .option('--file <file>', 'its body in a JSON or YAML file; - for stdin')
    .option('--days <days>', 'how far to look ahead', '60')
    .addHelpText('after', `\nExample:\n  rostrum what-if selection:trainers-2027 pause --body '{"reason": "strike"}'`);
  withApiOptions(asked).action(async (stream: string, command: string, options: WhatIfOptions) => {
    checked(AnyStreamId, stream, stream);
    if (stream.startsWith('organisation:'))
      throw new Failure(
        EXIT.input,
        'what-if looks at selections, cycles, courses and rounds, not at the organisation.',
      );
    const body = options.file ? await valueIn(io, options.file) : jsonIn(options.body ?? '{}', '--body');
    const question = { type: command, body, days: Number(options.days) };
    const told = await new Api(io, options).post<WhatIf>(`${streamPath(stream)}/what-if`, question);
    if (options.json) printJson(io, told);
    else print(io, textOf(command, told));
  });
}

function textOf(command: string, { refusal, stages, tasks, money, more, fewer }: WhatIf): string {
  if (refusal !== null) return `${command} would be refused: ${refusal}`;
  const span = (at: { readonly start: number | null; readonly end: number | null } | null) =>
    at ? `${when(at.start)} to ${when(at.end)}` : null;
  const parts = [
    stages.length
      ? table(
          ['STAGE', 'OF', 'BEFORE', 'AFTER'],
          stages.map((s) => [s.stage, s.stream, span(s.before), span(s.after)]),
        )
      : 'No stage begins or ends at another time.',
    tasks.length
      ? table(
          ['ROUND', 'NEW', 'GONE', 'MOVED', 'TO'],
          tasks.map((t) => [t.round, t.added, t.gone, t.moved, when(t.movedTo)]),
        )
      : 'No task comes, goes or moves at once.',
    ...(money.length
      ? [
          table(
            ['BUDGET LINE', 'OF', 'LIMIT BEFORE', 'AFTER', 'PLANNED BEFORE', 'AFTER'],
            money.map((m) => [
              ...[m.line, m.stream, m.before?.limit, m.after?.limit],
              ...[m.before?.planned, m.after?.planned],
            ]),
          ),
        ]
      : []),
    ...letters('MORE MESSAGES', more),
    ...letters('NO MORE SENT', fewer),
  ];
  return parts.join('\n\n');
}

function letters(heading: string, { messages, people, lines }: WhatIf['more']): string[] {
  if (!messages) return [];
  const rows = lines.map(({ template, at, people: to }) => [template, when(at), to.length] as const);
  return [
    `${messages} to ${people === 1 ? '1 person' : `${people} people`}:\n${table([heading, 'AT', 'PEOPLE'], rows)}`,
  ];
}
