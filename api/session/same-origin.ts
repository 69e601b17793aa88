import type { FastifyRequest } from 'fastify';
import { problem } from '../problem.ts';

type Sent = Pick<FastifyRequest, 'method' | 'headers'>;

const LOOKS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request may change something. */
export function changes({ method }: Pick<Sent, 'method'>): boolean {
  return !LOOKS.has(method);
}

/**
 * Whether a request comes from a page of ours, or from a program. No other site's page can send the header, since a browser
 * would ask here before, and is answered nothing; browsers say by themselves from where they send, and pages cannot change that.
 */
export function isOfOurs({ headers }: Sent, publicUrl: string): boolean {
  if (headers['x-rostrum'] === '1') return true;
  const from = headers['sec-fetch-site'];
  if (from !== undefined) return from === 'same-origin';
  return headers.origin === new URL(publicUrl).origin;
}

/**
 * Refuses what a page of somebody else makes a browser send, which adds the cookie by itself.
 * @throws Problem `forbidden`
 */
export function demandOfOurs(request: Sent, publicUrl: string): void {
  if (!changes(request) || isOfOurs(request, publicUrl)) return;
  throw problem('forbidden/not-our-page', {});
}

/**
 * The same where nobody is signed in yet: nobody's browser is signed in as somebody else by another site. A program, which says
 * nothing of where it sends from, is let by.
 * @throws Problem `forbidden`
 */
export function demandNotElsewhere(request: Sent, publicUrl: string): void {
  const { 'sec-fetch-site': from, origin } = request.headers;
  if ((from === undefined && origin === undefined) || from === 'none') return;
  if (isOfOurs(request, publicUrl)) return;
  throw problem('forbidden/not-our-sign-in', {});
}
