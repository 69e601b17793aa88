import type { FastifyRequest } from 'fastify';
import { WITHOUT_AREA } from '../../contracts/views/program-areas.ts';
import { problem } from '../problem.ts';
import type { Program } from './programs.ts';
import { changes } from './same-origin.ts';

/**
 * What is between a person and their browser: no program says where somebody is signed in, or makes what lets others in and stays
 * when its own token has gone, such as the secret of a calendar.
 */
const OF_BROWSERS: ReadonlySet<string> = new Set(['sessions', 'tokens', 'my-feed']);

const FOR_ALL: ReadonlySet<string> = new Set(WITHOUT_AREA);

/**
 * Refuses what a program may not do with the token that it has.
 * @throws Problem `forbidden`
 */
export function demandScope(request: Pick<FastifyRequest, 'method' | 'routeOptions'>, { scope, areas }: Program): void {
  const { url = '', config } = request.routeOptions;
  const view = config.access && 'view' in config.access ? config.access.view : undefined;
  // It may take its own token out of use.
  const ownEnd = request.method === 'DELETE' && url === '/api/session';
  if (ownEnd) return;
  if (view !== undefined && OF_BROWSERS.has(view)) throw problem('forbidden/program-browser', {});
  if (scope === 'read' && changes(request)) throw problem('forbidden/program-reads', {});
  const area = url.split('/')[2] ?? '';
  if (areas && !areas.includes(area) && !FOR_ALL.has(area))
    throw problem('forbidden/program-areas', { areas: areas.map((one) => `/api/${one}`), area: `/api/${area}` });
}
