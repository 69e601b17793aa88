import { makeLookup } from '../../activities/notices/lookup.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import type { Rendered } from '../../notices/layout.ts';
import type { TestEngine } from '../harness/engine.ts';
import { renderUnchecked } from '../notices/render.ts';

export type Letter = ClaimedMessage & Rendered;

/** The letters of a template that a stream, or a round or an offering of it, has in the outbox, as people get them. */
export async function letters({ database }: TestEngine, stream: string, template: string): Promise<Letter[]> {
  const { pool, keys } = database;
  const { rows } = await pool.query<ClaimedMessage>(
    `select id, key, stream, person, template, about, not_before as "notBefore", 0 as finished from outbox
     where template = $2 and (stream = $1
       or stream in (select stream from round where owner = $1)
       or stream in (select stream from offering where cycle = $1)) order by id`,
    [stream, template],
  );
  const written: Letter[] = [];
  for (const message of rows) {
    // As it went out, while it held.
    const lookup = makeLookup({ pool, keys, clock: { now: () => Number(message.notBefore) } });
    const found = await lookup(message);
    if (!found) continue;
    const { recipient, facts } = found;
    const reader = { ...recipient!, recipientName: recipient!.name, publicUrl: 'https://r.example.com' };
    written.push({ ...message, ...renderUnchecked(template, facts, reader) });
  }
  return written;
}
