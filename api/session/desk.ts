import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '../../contracts/organisation.ts';
import type { SignedIn, SignInWay } from '../../contracts/views/session.ts';
import type { Complain } from '../errors.ts';
import type { SignIn } from '../sign-in.ts';
import type { SessionCookie } from './cookie.ts';
import type { Programs } from './programs.ts';
import type { Sessions } from './sessions.ts';

/** By what people are known, and come to be. */
export interface SignInDesk {
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly programs: Programs;
  readonly cookie: SessionCookie;
  /** Told of who has signed in, and of who has tried. */
  readonly note: Complain;
}

/**
 * Begins a session in the place of the one that the browser has, if it has one, and gives it the cookie.
 * @throws Problem `forbidden` for whoever has a role with which one comes by the company's account
 */
export async function admit(
  { sessions, cookie, note }: Pick<SignInDesk, 'sessions' | 'cookie' | 'note'>,
  request: FastifyRequest,
  reply: FastifyReply,
  who: {
    readonly person: string;
    readonly way: SignInWay;
    readonly stays: boolean;
    /** Roles that the company's account vouches for. */
    readonly vouched?: readonly Role[];
  },
): Promise<Omit<SignedIn, 'path'>> {
  const before = cookie.read(request.headers);
  const begun = await sessions.begin({ vouched: [], ...who, userAgent: request.headers['user-agent'] });
  if (before !== undefined) await sessions.end(before);
  note('Signed in', { person: who.person, way: who.way, ip: request.ip });
  reply.header('set-cookie', cookie.given(begun.token, begun.seconds));
  return { person: who.person, until: begun.until };
}
