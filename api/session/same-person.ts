import type { FastifyRequest } from 'fastify';
import type { PersonId } from '../../contracts/ids.ts';
import { problem } from '../problem.ts';
import { CHALLENGE } from './challenge.ts';

const OTHER_SITES = new Set<unknown>(['cross-site', 'same-site']);

/**
 * Refuses what a page sends that was opened for somebody else: the browser adds the cookie of whoever has signed in since, in this
 * tab or in another one. A page says in `x-rostrum-as` for whom it was opened, as in a path; what sends no headers, a link or whoever
 * listens for news, in `rostrum-as` of its query. Whoever says nothing is let by. In a link of another site it is refused whomever
 * it names: by whether it is, that site would learn who has come to it.
 * @throws Problem `unauthenticated`
 */
export function demandSamePerson(
  { headers, query }: Pick<FastifyRequest, 'headers' | 'query'>,
  person: PersonId,
): void {
  const said = headers['x-rostrum-as'];
  const asked = (query as { readonly 'rostrum-as'?: unknown } | undefined)?.['rostrum-as'];
  const isTheirs =
    (said === undefined || said === encodeURIComponent(person)) &&
    (asked === undefined || (asked === person && !OTHER_SITES.has(headers['sec-fetch-site'])));
  if (isTheirs) return;
  throw problem('unauthenticated/somebody-else', {}, CHALLENGE);
}
