import { createHmac } from 'node:crypto';

/** The header that says when something was posted and by whom. */
export const SIGNATURE_HEADER = 'X-Rostrum-Signature';

/**
 * What the header says of a body: `t=` the second since 1970 at which it was posted, and for each secret `v1=` the
 * HMAC-SHA-256 of that number, a point and the body, in hex. While a secret is exchanged there are two.
 * @param at real milliseconds since 1970
 */
export function signatureOf(body: string, secrets: readonly string[], at: number): string {
  const t = Math.floor(at / 1000);
  const signed = secrets.map((secret) => `v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`);
  return [`t=${t}`, ...signed].join(',');
}
