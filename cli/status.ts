import type { Command } from 'commander';
import type { RoundView } from '../contracts/views/round.ts';
import type { SelectionLine, SelectionView } from '../contracts/views/selection.ts';
import { Api, type ApiOptions, pathId, withApiOptions } from './api.ts';
import { type Io, print, printJson } from './io.ts';
import { table, when } from './table.ts';

/** `rostrum status`, `rostrum status round:trainers-2027.review` */
export function registerStatus(program: Command, io: Io): void {
  const status = program
    .command('status')
    .description('where a procedure stands, or all of them')
    .argument('[stream]', 'such as selection:trainers-2027 or round:trainers-2027.review');
  withApiOptions(status).action(async (stream: string | undefined, options: ApiOptions) => {
    const api = new Api(io, options);
    if (stream === undefined) await all(api, io, options);
    else if (stream.startsWith('selection:')) await oneSelection(api, io, stream, options);
    else await oneRound(api, io, stream, options);
  });
}

async function all(api: Api, io: Io, { json }: ApiOptions): Promise<void> {
  const { selections } = await api.get<{ selections: SelectionLine[] }>('/api/selections');
  const { rounds } = await api.get<{ rounds: RoundView[] }>('/api/rounds');
  if (json) return printJson(io, { selections, rounds });
  if (!selections.length && !rounds.length) return print(io, 'Nothing has been started yet.');
  const lines = selections.map((s) => [s.id, s.paused ? 'paused' : s.stage]);
  if (lines.length) print(io, `${table(['SELECTION', 'STAGE'], lines)}${rounds.length ? '\n\n' : ''}`);
  if (rounds.length) print(io, roundTable(rounds));
}

function roundTable(rounds: readonly RoundView[]): string {
  return table(
    ['ROUND', 'STATE', 'DUE (UTC)', 'TASKS', 'ANSWERED', 'LATE'],
    rounds.map((r) => [r.id, r.state, when(r.due), r.tasks, r.counts.submitted ?? 0, r.late]),
  );
}

async function oneRound(api: Api, io: Io, stream: string, { json }: ApiOptions): Promise<void> {
  const round = await api.get<RoundView>(`/api/rounds/${pathId(stream)}`);
  if (json) return printJson(io, round);
  print(io, `${round.title.en} (${round.purpose})`);
  print(io, roundTable([round]));
}

async function oneSelection(api: Api, io: Io, stream: string, { json }: ApiOptions): Promise<void> {
  const selection = await api.get<SelectionView>(`/api/selections/${pathId(stream)}`);
  const { rounds } = await api.get<{ rounds: RoundView[] }>(`/api/rounds?owner=${encodeURIComponent(stream)}`);
  if (json) return printJson(io, { ...selection, rounds });
  print(io, `${selection.title.en}${selection.paused ? ' (paused)' : ''}\n\n`);
  const timetable = selection.timetable.map((s) => [s.stage, s.state, when(s.start), when(s.end)]);
  print(io, table(['STAGE', '', 'FROM (UTC)', 'TO (UTC)'], timetable));
  if (rounds.length) print(io, `\n${roundTable(rounds)}`);
  const waiting = selection.machinery?.waiting ?? [];
  if (waiting.length) print(io, '');
  for (const { round, people, what } of waiting) {
    print(io, `Waiting for ${what ?? `${people.join(', ') || 'time'}${round ? ` in ${round}` : ''}`}`);
  }
}
