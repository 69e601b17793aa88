import { isIPv4 } from 'node:net';

/** Whether only this machine reaches a server that listens on an address. */
export function isLoopback(host: string): boolean {
  const bare = host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^::ffff:/, '');
  return bare === 'localhost' || bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'));
}

/**
 * Why development tokens cannot be taken, as one sentence; null: they can. They let anybody be anybody, so nobody but the users of
 * this machine may reach the API.
 * @param host what the API listens on; absent: the loopback address
 */
export function faultOfDevTokens({
  host,
  production,
}: {
  host?: string | undefined;
  production: boolean;
}): string | null {
  if (production)
    return 'ROSTRUM_DEV_TOKENS lets anybody be anybody and is refused when NODE_ENV is production: unset it.';
  if (host !== undefined && !isLoopback(host))
    return `ROSTRUM_DEV_TOKENS lets anybody be anybody and is refused when the API listens on ${host}: unset it, or set ROSTRUM_API_HOST to 127.0.0.1.`;
  return null;
}
