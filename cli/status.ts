import type { Command } from 'commander';
import type { ProcedureLine, ProcedureView } from '../contracts/views/procedure.ts';
import type { RoundView } from '../contracts/views/round.ts';
import type { SelectionView } from '../contracts/views/selection.ts';
import { Api, type ApiOptions, pathId, streamPath, withApiOptions } from './api.ts';
import { cycleStatus } from './cycle-status.ts';
import { type Io, print, printJson } from './io.ts';
import { offeringStatus } from './offering-status.ts';
import { roundTable } from './round-table.ts';
import { table, when } from './table.ts';
import { troubleLines, troubleOfRounds } from './trouble.ts';

/** `rostrum status`, `rostrum status round:selection.trainers-2027.review` */
export function registerStatus(program: Command, io: Io): void {
  const status = program
    .command('status')
    .description('where a procedure stands, or all of them')
    .argument(
      '[stream]',
      'such as selection:trainers-2027, cycle:plan-2027, offering:plan-2027.O-001 or round:selection.trainers-2027.review',
    );
  withApiOptions(status).action(async (stream: string | undefined, options: ApiOptions) => {
    const api = new Api(io, options);
    if (stream === undefined) await all(api, io, options);
    else if (stream.startsWith('cycle:')) await cycleStatus(api, io, stream, options);
    else if (stream.startsWith('offering:')) await offeringStatus(api, io, stream, options);
    else if (stream.startsWith('selection:')) await oneSelection(api, io, stream, options);
    else if (stream.startsWith('round:') || !stream.includes(':')) await oneRound(api, io, stream, options);
    else await oneProcedure(api, io, stream, options);
  });
}

async function all(api: Api, io: Io, { json }: ApiOptions): Promise<void> {
  const { procedures } = await api.get<{ procedures: ProcedureLine[] }>('/api/procedures?open=true');
  const { rounds } = await api.get<{ rounds: RoundView[] }>('/api/rounds');
  if (json) return printJson(io, { procedures, rounds });
  const tables = [
    ...stagesTable(procedures),
    ...procedures.filter((p) => p.needsHand).map(handLine),
    ...(rounds.length ? [roundTable(rounds)] : []),
    ...troubleOfRounds(rounds),
  ];
  print(io, tables.length ? tables.join('\n\n') : 'Nothing has been started yet.');
}

function stagesTable(lines: readonly ProcedureLine[]): string[] {
  if (!lines.length) return [];
  return [
    table(
      ['PROCEDURE', 'STAGE', 'UNTIL (UTC)'],
      lines.map((s) => [s.id, s.paused ? 'paused' : s.stage, when(s.until)]),
    ),
  ];
}

function handLine({ id, owner }: ProcedureLine): string {
  const body = '{"to": "E003", "reason": "They have left operations."}';
  return `${owner} runs ${id} and is not of operations any more: hand it over with rostrum send ${id} handOver --body '${body}'`;
}

/** A procedure whose kind has no view of its own. */
async function oneProcedure(api: Api, io: Io, stream: string, { json }: ApiOptions): Promise<void> {
  const seen = await api.get<ProcedureView>(streamPath(stream));
  if (json) return printJson(io, seen);
  print(io, `${seen.title.en}${seen.paused ? ' (paused)' : ''}: ${seen.stage}`);
  const plan = Object.entries(seen.plan).map(([stage, { start, end }]) => [stage, when(start), when(end)]);
  if (plan.length) print(io, `\n${table(['STAGE', 'FROM (UTC)', 'TO (UTC)'], plan)}`);
  if (seen.rounds.length) print(io, `\n${roundTable(seen.rounds)}`);
  for (const line of [...troubleLines('it', seen.trouble), ...troubleOfRounds(seen.rounds)]) print(io, line);
}

async function oneRound(api: Api, io: Io, stream: string, { json }: ApiOptions): Promise<void> {
  const round = await api.get<RoundView>(`/api/rounds/${pathId(stream)}`);
  if (json) return printJson(io, round);
  print(io, `${round.title.en} (${round.purpose})`);
  print(io, roundTable([round]));
  for (const line of troubleLines('it', round.trouble)) print(io, line);
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
  const trouble = [...troubleLines('it', selection.machinery?.trouble ?? null), ...troubleOfRounds(rounds)];
  if (waiting.length || trouble.length) print(io, '');
  for (const line of trouble) print(io, line);
  for (const { round, people, what } of waiting) {
    print(io, `Waiting for ${what ?? `${people.join(', ') || 'time'}${round ? ` in ${round}` : ''}`}`);
  }
}
