import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import staticFiles from '@fastify/static';
import { PAGES } from '../contracts/pages.ts';
import { DAY_MS } from '../domain/calendar/day.ts';
import type { Access } from './access.ts';
import type { Api } from './parts.ts';

/** What the build writes in place of the nonce, which is another one in each answer (web/vite.config.ts). */
const NONCE = 'NONCE-OF-THIS-ANSWER';

const YEAR_MS = 365 * DAY_MS;

/** Where the web app stands beside the compiled API. */
export const BUILT_PAGES = path.resolve(import.meta.dirname, '../web');

/**
 * What the page may do: run and load what comes from here, show pictures and documents that it has been given, ask this API.
 * Styles that it makes while it runs need the nonce; no script has one.
 */
function policyFor(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const access: Access = { view: 'pages' };
/** They cost no query, and many who share an address load them at once in the morning. */
const config = { access, rateLimit: false } as const;
const schema = { hide: true };

/**
 * The web app: one page for each of its paths, which holds nothing of anybody, and the files that it is made of. Whatever else
 * is asked for is not there.
 * @param folder what `npm run build` has made of web/
 */
export async function pages(app: Api, folder: string): Promise<void> {
  const [before, ...after] = readFileSync(path.join(folder, 'index.html'), 'utf8').split(NONCE);
  await app.register(staticFiles, {
    root: path.join(folder, 'assets'),
    serve: false,
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: YEAR_MS,
  });
  for (const url of PAGES) {
    app.get(url, { config, schema }, async (_request, reply) => {
      const nonce = randomBytes(16).toString('base64url');
      return reply
        .headers({
          'content-security-policy': policyFor(nonce),
          'cross-origin-opener-policy': 'same-origin',
          'cache-control': 'no-cache',
        })
        .type('text/html; charset=utf-8')
        .send([before, ...after].join(nonce));
    });
  }
  app.get<{ Params: { name: string } }>('/assets/:name', { config, schema }, (request, reply) => {
    // Its name changes with what is in it: whoever has it never asks again.
    reply.header('vary', 'accept-encoding');
    return reply.sendFile(request.params.name);
  });
}
