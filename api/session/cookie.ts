import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';

/** What a browser holds to be known by. */
export interface SessionCookie {
  readonly name: string;
  /** What a request brings of it; undefined: nothing. */
  read(headers: IncomingHttpHeaders): string | undefined;
  /** The header `Set-Cookie` that gives it. @param seconds how long the browser keeps it; null: until it is closed */
  given(token: string, seconds: number | null): string;
  /** The header that takes it away. */
  taken(): string;
}

/**
 * The cookie of an installation. Pages cannot read it, other sites get it sent for no more than a link that is followed, and where
 * people come by TLS it goes by nothing else, and no other host can set it (`__Host-`).
 */
export function cookieOf(publicUrl: string, purpose = ''): SessionCookie {
  const secure = new URL(publicUrl).protocol === 'https:';
  const name = `${secure ? '__Host-' : ''}rostrum${purpose && `-${purpose}`}`;
  const options = { name, path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    name,
    read: ({ cookie }) => (cookie === undefined ? undefined : parseCookie(cookie)[name] || undefined),
    given: (token, seconds) =>
      stringifySetCookie({ ...options, value: token, ...(seconds === null ? {} : { maxAge: seconds }) }),
    taken: () => stringifySetCookie({ ...options, value: '', maxAge: 0 }),
  };
}
