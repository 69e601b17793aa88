import type { OfferingView } from '../contracts/views/offering.ts';
import { type Api, pathId } from './api.ts';
import { type Io, print, printJson } from './io.ts';
import { table, when } from './table.ts';
import { troubleLines } from './trouble.ts';

/** Where an offering stands: days, place, seats, and its people as far as the asker may see them. */
export async function offeringStatus(
  api: Api,
  io: Io,
  stream: string,
  { json }: { readonly json?: boolean },
): Promise<void> {
  const offering = await api.get<OfferingView>(`/api/offerings/${pathId(stream)}`);
  if (json) return printJson(io, offering);
  const { title, phase, stage, until, days, place, trainer, provider, seats, names, participants } = offering;
  const who = trainer ? `${names[trainer] ?? trainer}` : (provider ?? 'nobody yet');
  print(
    io,
    [
      `${title.en} (${offering.offering} of ${offering.cycle})`,
      `${days.join(', ')} at ${place}, taught by ${who}`,
      `Stage ${phase === 'running' ? stage : phase}${until === null ? '' : ` until ${when(until)} UTC`}; ` +
        `${seats.taken} of ${seats.offered} seats taken, ${seats.needed} needed, ${seats.waiting} waiting.`,
      ...(participants.length ? ['', people(offering)] : []),
      ...troubleLines('it', offering.trouble),
      ...offering.waiting.map((w) => `Waiting for ${w.what ?? `${w.people.join(', ')} (${w.purpose})`}`),
    ].join('\n'),
  );
}

function people({ participants, names }: OfferingView): string {
  return table(
    ['PERSON', 'NAME', 'SEAT', 'PRESENT', 'SCORE', 'COACHING'],
    participants.map((p) => [
      p.person,
      names[p.person],
      p.waits === null ? p.seat : `waiting ${p.waits}`,
      p.present === null ? '-' : p.present ? 'yes' : 'no',
      p.score,
      p.coaching,
    ]),
  );
}
