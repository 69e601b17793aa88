import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AppPath } from '../../contracts/app-path.ts';
import { messageOf } from '../../contracts/failure.ts';
import { PersonId, SYSTEM } from '../../contracts/ids.ts';
import type { CompanyRefusal } from '../../contracts/views/session.ts';
import { personByAddress } from '../../db/links.ts';
import { problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import { Problem, problem } from '../problem.ts';
import { CompanyAccount, type Departure, RETURN_PATH, type Vouched } from '../session/company-account.ts';
import { cookieOf } from '../session/cookie.ts';
import { admit, type SignInDesk } from '../session/desk.ts';

/** So long somebody may take to sign in there, in seconds. */
const AWAY_SECONDS = 600;

const redirect = { 303: { description: 'Where to go on', content: { 'text/html': { schema: z.string() } } } };

/** Signing in by the company's account: away to its provider, and back. */
export function companyRoutes(app: Api, parts: ApiParts, desk: SignInDesk): void {
  const { pool, publicUrl, keys, company: settings, realNow: now = Date.now, complain = () => undefined } = parts;
  const company = settings && new CompanyAccount(settings, publicUrl);
  const kept = cookieOf(publicUrl, 'company');
  const signed = departures(() => keys.secretOf('company account'), now);
  const access = { view: 'sign-in' } as const;
  // The app may lie below another path of its host.
  const below = new URL(publicUrl).pathname.replace(/\/+$/, '');
  const at = (path: string) => `${below}${inHeader(path)}`;

  app.get(
    '/api/session/oidc',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Sends the browser to the company’s identity provider to sign in',
        querystring: z.object({ to: AppPath.default('/') }),
        response: { ...redirect, ...problems(400, 401, 404) },
      },
    },
    async ({ query }, reply) => {
      if (!company) throw problem('not-found/no-company', {});
      try {
        const { url, departure } = await company.depart(query.to);
        return reply.header('set-cookie', kept.given(signed.write(departure), AWAY_SECONDS)).redirect(url.href, 303);
      } catch (error) {
        complain('The identity provider does not answer', { error: messageOf(error) });
        return back(reply, at, 'away');
      }
    },
  );
  app.get(
    RETURN_PATH,
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Where the identity provider sends the browser back to: it is signed in, or told why not',
        response: { ...redirect, ...problems(400, 401, 404) },
      },
    },
    async (request, reply) => {
      if (!company) throw problem('not-found/no-company', {});
      const departure = signed.read(kept.read(request.headers));
      reply.header('set-cookie', kept.taken());
      if (!departure) return back(reply, at, 'again');
      let vouched: Vouched;
      try {
        vouched = await company.arrive(request.url.replace(/^[^?]*\??/, ''), departure);
      } catch (error) {
        desk.note('Not signed in by the company account', { ip: request.ip, error: messageOf(error) });
        return back(reply, at, 'refused');
      }
      const person = await personOf(vouched);
      if (person === undefined) {
        desk.note('The company account vouches for somebody who is not known here', { ip: request.ip });
        return back(reply, at, 'unknown');
      }
      try {
        await admit(desk, request, reply, { person, way: 'company', stays: false, vouched: vouched.roles });
      } catch (error) {
        if (error instanceof Problem && error.code === 'forbidden') return back(reply, at, 'role');
        throw error;
      }
      return reply.redirect(at(departure.path), 303);
    },
  );

  async function personOf({ person }: Vouched): Promise<string | undefined> {
    if (!person) return undefined;
    if ('address' in person) return personByAddress(pool, person.address);
    if (person.id === SYSTEM || !PersonId.safeParse(person.id).success) return undefined;
    return desk.signIn.demandThere(person.id).then(
      () => person.id,
      () => undefined,
    );
  }
}

/** A path may have letters of any script, a header has none but these. */
function inHeader(path: string): string {
  return path.replace(/\p{Cs}/gu, '\ufffd').replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

/** To the page where people sign in, which says why. */
function back(reply: FastifyReply, at: (path: string) => string, why: CompanyRefusal): FastifyReply {
  return reply.redirect(at(`/sign-in?why=${why}`), 303);
}

/** Writes what the browser keeps so that nobody else can have written it, and nobody can keep it for long. */
function departures(secret: () => string, now: () => number) {
  const sealOf = (text: string) => createHmac('sha256', secret()).update(text).digest();
  return {
    write(departure: Departure): string {
      const text = Buffer.from(JSON.stringify({ ...departure, until: now() + AWAY_SECONDS * 1000 })).toString(
        'base64url',
      );
      return `${text}.${sealOf(text).toString('base64url')}`;
    },
    read(value: string | undefined): Departure | undefined {
      const [text, seal] = value?.split('.') ?? [];
      if (!text || !seal) return undefined;
      const [given, own] = [Buffer.from(seal, 'base64url'), sealOf(text)];
      if (given.length !== own.length || !timingSafeEqual(given, own)) return undefined;
      const { until, ...departure } = JSON.parse(Buffer.from(text, 'base64url').toString()) as Departure & {
        until: number;
      };
      return until > now() ? departure : undefined;
    },
  };
}
