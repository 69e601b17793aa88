import type { Ranking } from '../contracts/ranking.ts';
import { Api, type ApiOptions, pathId } from './api.ts';
import { type Io, print, printJson, say } from './io.ts';
import { table } from './table.ts';

/** Shows the ranking of a selection as it was recorded; `number` for an earlier one than the latest. */
export async function showRanking(
  io: Io,
  { selection, number, ...options }: ApiOptions & { readonly selection: string; readonly number?: string },
): Promise<void> {
  const query = number ? `?number=${encodeURIComponent(number)}` : '';
  const ranking = await new Api(io, options).get<Ranking>(`/api/selections/${pathId(selection)}/ranking${query}`);
  if (options.json) return printJson(io, ranking);
  const seats = { yes: 'seat', tie: 'tie', no: '' };
  const rows = ranking.ranking.map((a) => [
    a.rank,
    a.application,
    a.score.toFixed(3),
    a.low === null || a.high === null ? '-' : `${a.low.toFixed(2)} to ${a.high.toFixed(2)}`,
    a.reviews,
    [a.seat ? seats[a.seat] : '', ...a.below.map((b) => `below ${b}`)].filter(Boolean).join(', '),
  ]);
  print(io, table(['RANK', 'APPLICATION', 'SCORE', '90 % INTERVAL', 'REVIEWS', ''], rows));
  for (const { application, reason } of ranking.unranked) print(io, `${application} is not ranked: ${reason}`);
  for (const warning of ranking.warnings) say(io, warning);
}
