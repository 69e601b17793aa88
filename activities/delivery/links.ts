import { processTypeOf, type StreamId } from '../../contracts/ids.ts';
import type { Clock } from '../../db/clock.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import { dueOfReader, makeLink } from '../../db/links.ts';
import { newLinkToken } from '../../db/opaque-token.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { DAY_MS, MINUTE_MS } from '../../domain/calendar/day.ts';
import type { Letter } from '../../notices/letter.ts';

/** A link is good so long after what it leads to is due: answers are taken late. */
const GRACE_MS = 3 * DAY_MS;

/** How the links of letters sign their readers in. */
export interface LinkParts {
  readonly db: Pool;
  readonly keys: Pick<KeyRing, 'secretOfLetters'>;
  readonly clock: Pick<Clock, 'toReal'>;
  /** For so many days they are good at most. */
  readonly days: number;
  /** Real time. */
  readonly now: () => number;
}

/**
 * Makes links that sign the reader of a letter in: once, until some days after what it leads to is due. Nothing stands in the link
 * but the token, behind the sign that browsers do not send on (RFC 3986, 3.5); the token knows whose it is and where it leads.
 */
export function linksOf({ db, keys, clock, days, now }: LinkParts) {
  return async (letter: Letter, { person, stream }: Pick<ClaimedMessage, 'person' | 'stream'>): Promise<Letter> => {
    const { token, digest } = newLinkToken(keys, person);
    const { path, minutes } = letter.action;
    const sentAt = now();
    const isRound = processTypeOf(stream as StreamId) === 'round';
    const due = isRound ? await dueOfReader(db, stream, person) : null;
    const until =
      minutes === undefined
        ? endOf(sentAt, due === null ? null : clock.toReal(due), days)
        : sentAt + minutes * MINUTE_MS;
    await makeLink(db, { token: digest, person, path, stream, now: sentAt, until });
    return { ...letter, action: { ...letter.action, path: `/go#${token}` } };
  };
}

function endOf(now: number, due: number | null, days: number): number {
  const most = now + days * DAY_MS;
  return due === null ? most : Math.min(most, Math.max(now, due) + GRACE_MS);
}
