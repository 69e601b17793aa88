import type { CycleView } from '../contracts/views/cycle.ts';
import type { RoundView } from '../contracts/views/round.ts';
import { type Api, pathId } from './api.ts';
import { type Io, print, printJson } from './io.ts';
import { figure, money } from './money.ts';
import { roundTable } from './round-table.ts';
import { counted, table, when } from './table.ts';
import { troubleLines, troubleOfRounds } from './trouble.ts';

/** Where a training-plan cycle stands: its timetable, rounds, departments, plan, and whom it waits for. */
export async function cycleStatus(
  api: Api,
  io: Io,
  stream: string,
  { json }: { readonly json?: boolean },
): Promise<void> {
  const cycle = await api.get<CycleView>(`/api/cycles/${pathId(stream)}`);
  const { rounds } = await api.get<{ rounds: RoundView[] }>(`/api/rounds?owner=${encodeURIComponent(stream)}`);
  if (json) return printJson(io, { ...cycle, rounds });
  const parts = [
    `${cycle.title.en}${cycle.paused ? ' (paused)' : cycle.cancelled ? ' (cancelled)' : ''}`,
    timetable(cycle),
    ...(rounds.length ? [roundTable(rounds)] : []),
    ...departments(cycle),
    ...plan(cycle),
    ...trouble(cycle, rounds),
    ...waiting(cycle),
  ];
  print(io, parts.join('\n\n'));
}

function timetable(cycle: CycleView): string {
  return table(
    ['STAGE', '', 'FROM (UTC)', 'TO (UTC)'],
    cycle.timetable.map((s) => [s.stage, s.state, when(s.start), when(s.end)]),
  );
}

function departments({ departments: lines, returns }: CycleView): string[] {
  if (!lines.length) return [];
  const rows = lines.map((d) => [
    d.department,
    d.name?.en,
    d.speakerName ?? d.speaker,
    d.mobilised ?? 'asked',
    d.ratings && `${d.ratings.done} of ${d.ratings.done + d.ratings.open + d.ratings.missing}`,
    d.needs,
    d.returned ?? 'open',
  ]);
  const { needs, nil, silent, open } = returns;
  return [
    `${table(['DEPARTMENT', 'NAME', 'SPEAKER', 'TAKES PART', 'RATED', 'NEEDS', 'RETURN'], rows)}\n` +
      `Returns: ${needs} with needs, ${nil} nil, ${silent} silent, ${open} open.`,
  ];
}

function plan({ plan: found, currency }: CycleView): string[] {
  if (!found) return [];
  const { version, digest, frozen, offerings, places, cost, effect, cut } = found;
  return [
    `Plan, version ${version}, ${frozen ? 'approved and frozen' : 'not approved yet'}: ` +
      `${counted(offerings, 'offering')}, ${counted(places, 'place')}, ${money(cost, currency)} ${currency}, ` +
      `${figure(effect)} gap points promised, ${cut} left out.\nDigest ${digest}`,
  ];
}

function trouble({ machinery }: CycleView, rounds: readonly RoundView[]): string[] {
  const lines = [...troubleLines('it', machinery?.trouble ?? null), ...troubleOfRounds(rounds)];
  return lines.length ? [lines.join('\n')] : [];
}

function waiting({ machinery }: CycleView): string[] {
  const lines = (machinery?.waiting ?? []).map(({ round, people, count, what }) => {
    if (what) return `Waiting for operations: ${what}`;
    const more = count > 5 ? ` and ${count - 5} more` : '';
    return `Waiting for ${people.slice(0, 5).join(', ')}${more}${round ? ` in ${round}` : ''}`;
  });
  return lines.length ? [lines.join('\n')] : [];
}
