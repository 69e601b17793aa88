import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';
import type { Program } from './programs.ts';
import { changes } from './same-origin.ts';

/** What is between a person and their browser: no program says where somebody is signed in, or makes tokens for others. */
const OF_BROWSERS: ReadonlySet<string> = new Set(['sessions', 'tokens']);

/** Paths that every program needs to make sense of the others. */
const FOR_ALL: ReadonlySet<string> = new Set(['clock', 'session']);

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
  if (view !== undefined && OF_BROWSERS.has(view))
    throw new Problem('forbidden', 'A program does not ask this by its token; open it in your browser.');
  if (scope === 'read' && changes(request))
    throw new Problem('forbidden', 'This token looks and changes nothing; make one with the scope "act" for that.');
  const area = url.split('/')[2] ?? '';
  if (areas && !areas.includes(area) && !FOR_ALL.has(area))
    throw new Problem(
      'forbidden',
      `This token is for ${areas.map((one) => `/api/${one}`).join(', ')} only; make one that is for /api/${area} as well.`,
    );
}
