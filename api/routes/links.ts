import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Instant, PersonId } from '../../contracts/ids.ts';
import { ASKED_LINK_MINUTES } from '../../contracts/notices/session.ts';
import { AskForLink, LinkAsked, LinkView, OneLink } from '../../contracts/views/session.ts';
import { type SeenLink, seenLink, voidLink } from '../../db/links.ts';
import { isOurLink, isTokenOf, linkDigestOf } from '../../db/opaque-token.ts';
import { MINUTE_MS } from '../../domain/calendar/day.ts';
import { linkSeen } from '../../views/link.ts';
import { problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import { placeOf } from '../place-of.ts';
import { Problem, problem } from '../problem.ts';
import type { SignInDesk } from '../session/desk.ts';
import { demandNotElsewhere } from '../session/same-origin.ts';
import { SentLinks, tellOfStranger } from '../session/sent-links.ts';
import { Slowing } from '../session/slowing.ts';

/** Letters to one address: whoever has asked three times looks into their mailbox first. */
const TO_ONE = { free: 3, firstMs: MINUTE_MS, longestMs: 60 * MINUTE_MS, forgottenMs: 180 * MINUTE_MS };
/** From one place, where a whole company may be behind one address. */
const FROM_ONE = { free: 30, firstMs: 1_000, longestMs: 5 * MINUTE_MS, forgottenMs: 60 * MINUTE_MS };

/** The links of letters: what they are, another one, and whoever they are not for. */
export function linkRoutes(app: Api, parts: ApiParts, desk: SignInDesk): void {
  const { pool, keys, clock, publicUrl, mailLinks = true, realNow: now = Date.now, complain = () => undefined } = parts;
  const sent = new SentLinks({ pool, keys, clock, complain });
  app.addHook('onClose', () => sent.settled());
  const [ofAddress, ofPlace] = [new Slowing(TO_ONE, now), new Slowing(FROM_ONE, now)];
  const access = { view: 'links' } as const;
  app.post(
    '/api/session/look',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'What the link of a letter is, and where it leads; it changes nothing',
        body: OneLink,
        response: { 200: LinkView, ...problems(400, 401, 403) },
      },
    },
    async (request, reply) => {
      demandNotElsewhere(request, publicUrl);
      const link = await linkBy({ pool, keys }, request.body.token);
      return linkSeen(link, now(), link && (await askerOf(desk, request, reply)));
    },
  );
  app.post(
    '/api/session/links',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Sends a link to sign in with',
        description:
          'The answer, and how long it takes, is the same whether somebody is known by the address or not. Whoever asks often waits longer each time.',
        body: AskForLink,
        response: { 200: LinkAsked, ...problems(400, 401, 403, 409) },
      },
    },
    async (request) => {
      demandNotElsewhere(request, publicUrl);
      const { body } = request;
      const place = placeOf(request);
      if (!mailLinks) throw problem('not-allowed/no-links-sent', {});
      const to = 'address' in body ? body.address.toLowerCase() : linkDigestOf(keys, body.token);
      ofPlace.demand(place);
      ofAddress.demand(to);
      ofPlace.count(place);
      ofAddress.count(to);
      sent.ask(body);
      return { minutes: ASKED_LINK_MINUTES };
    },
  );
  app.post(
    '/api/session/not-me',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Says that a link has come to somebody whom it is not for: it is void, and operations are told',
        body: OneLink,
        response: { 200: LinkView, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      demandNotElsewhere(request, publicUrl);
      const { token } = request.body;
      const digest = linkDigestOf(keys, token);
      const voided = (await linkBy({ pool, keys }, token)) && (await voidLink(pool, digest, now()));
      if (voided) await tellOfStranger({ pool, keys, clock }, { person: voided.person, digest });
      return linkSeen(undefined, now());
    },
  );
}

/** Who is signed in where somebody asks by a browser; undefined: nobody. A cookie that is due to be exchanged is. */
async function askerOf(
  { sessions, cookie }: SignInDesk,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<PersonId | undefined> {
  const token = cookie.read(headers);
  if (token === undefined) return undefined;
  try {
    const { person, renewed } = await sessions.of(token);
    if (renewed) reply.header('set-cookie', cookie.given(renewed.token, renewed.seconds));
    return person;
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** The link that a token is of; undefined: none, or its row was given to somebody else. */
export async function linkBy(
  { pool, keys }: Pick<ApiParts, 'pool' | 'keys'>,
  token: string,
): Promise<SeenLink | undefined> {
  if (!isOurLink(keys, token)) return undefined;
  const link = await seenLink(pool, linkDigestOf(keys, token));
  return link && isTokenOf(token, link.person) ? link : undefined;
}

/** Why a link is not good. */
export function faultOfLink(link: SeenLink | undefined, now: Instant): Problem {
  const { state } = linkSeen(link, now);
  return problem(`link-not-good/${state === 'good' ? 'used-now' : state}`, {});
}
