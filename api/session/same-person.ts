import type { FastifyRequest } from 'fastify';
import type { PersonId } from '../../contracts/ids.ts';
import { problem } from '../problem.ts';
import { CHALLENGE } from './challenge.ts';

/**
 * Refuses what a page sends that was opened for somebody else: the browser adds the cookie of whoever has signed in since, in this
 * tab or in another one. A page says in `x-rostrum-as` for whom it was opened, as in a path; whoever says nothing is let by.
 * @throws Problem `unauthenticated`
 */
export function demandSamePerson({ headers }: Pick<FastifyRequest, 'headers'>, person: PersonId): void {
  const whose = headers['x-rostrum-as'];
  if (whose === undefined || whose === encodeURIComponent(person)) return;
  throw problem('unauthenticated/somebody-else', {}, CHALLENGE);
}
