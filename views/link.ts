import type { Instant, PersonId } from '../contracts/ids.ts';
import type { LinkView } from '../contracts/views/session.ts';
import type { SeenLink } from '../db/links.ts';

const NOTHING: LinkView = {
  ...{ state: 'void', name: null, address: null, sentAt: null, until: null, usedAt: null, usedOn: null, leadsTo: null },
  isAsker: false,
};

/**
 * What whoever has a link is told of it; undefined: there is no such link.
 * @param now real time
 * @param asker who is signed in where it is looked at; undefined: nobody
 */
export function linkSeen(link: SeenLink | undefined, now: Instant, asker?: PersonId): LinkView {
  if (!link || link.voidAt !== null || !link.employed) return NOTHING;
  const { name, email, sentAt, until, usedAt, browser, system, title, of, due, path } = link;
  return {
    state: usedAt !== null ? 'used' : until <= now ? 'expired' : 'good',
    name,
    isAsker: link.person === asker,
    address: email === null ? null : masked(email),
    ...{ sentAt, until, usedAt },
    usedOn: usedAt === null ? null : { browser, system },
    leadsTo: { title, of, due, path },
  };
}

/** As much of an address as whoever has it knows it by. */
function masked(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = address;
  return `${first}•••${address.slice(at)}`;
}
