import { randomInt, randomUUID } from 'node:crypto';
import {
  AnswerPairing,
  AskPairing,
  Paired,
  Pairing,
  PairingCode,
  PairingView,
  type TokenLine,
} from '../../contracts/views/program-token.ts';
import { digestOf, isOurs, newToken, PROGRAM_PREFIX } from '../../db/opaque-token.ts';
import {
  askPairing,
  type Granted,
  grantPairing,
  type NewProgramToken,
  pairingBy,
  pairingOf,
  refusePairing,
  takePairing,
} from '../../db/program-tokens.ts';
import { pairingProof } from '../../db/row-proof.ts';
import { DAY_MS, MINUTE_MS } from '../../domain/calendar/day.ts';
import { problems } from '../commands.ts';
import type { Api, ApiParts } from '../parts.ts';
import { placeOf } from '../place-of.ts';
import { problem } from '../problem.ts';
import type { SignInDesk } from '../session/desk.ts';
import { demandNotElsewhere } from '../session/same-origin.ts';
import { Slowing } from '../session/slowing.ts';
import { demandTokenRoom } from '../session/token-room.ts';

const WAITS_MS = 10 * MINUTE_MS;
const ASKED_EACH_SECONDS = 3;
/** Letters that are not taken for one another and make no words: 20 to the 8th codes, good for ten minutes, guessed at one by one. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 8;
const GUESSES = { free: 5, firstMs: 5_000, longestMs: 10 * MINUTE_MS, forgottenMs: 60 * MINUTE_MS };
const ASKING = { free: 10, firstMs: 2_000, longestMs: 10 * MINUTE_MS, forgottenMs: 60 * MINUTE_MS };

/** Letting a program in that has no browser: it shows a code, which its person types where they are signed in. */
export function pairingRoutes(app: Api, parts: ApiParts, desk: SignInDesk): void {
  ofPrograms(app, parts, desk);
  ofPeople(app, parts, desk);
}

function ofPrograms(
  app: Api,
  { pool, keys, publicUrl, realNow: now = Date.now }: ApiParts,
  { note }: SignInDesk,
): void {
  const access = { view: 'pairing' } as const;
  const asking = new Slowing(ASKING, now);
  app.post(
    '/api/session/pairing',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Asks for a program to be let in: a code for its person, who types it where they are signed in',
        body: AskPairing,
        response: { 200: Pairing, ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      demandNotElsewhere(request, publicUrl);
      const { ip, body } = request;
      asking.demand(placeOf(request));
      asking.count(placeOf(request));
      const { token: device, digest } = newToken(keys, 'pairing');
      const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
      const until = now() + WAITS_MS;
      await askPairing(pool, {
        device: digest,
        code: digestOf(keys, letters),
        name: body.name,
        address: ip,
        now: now(),
        until,
      });
      const code = `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
      return { device, code, address: `${publicUrl.replace(/\/+$/, '')}/pair`, until, seconds: ASKED_EACH_SECONDS };
    },
  );
  app.post(
    '/api/session/pairing/token',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Whether the program was let in: its token, shown this once',
        body: Pairing.pick({ device: true }),
        response: { 200: Paired, ...problems(400, 401, 403, 409) },
      },
    },
    async ({ body, ip }) => {
      const device = digestOf(keys, body.device);
      const found = isOurs(keys, body.device) ? await pairingOf(pool, device) : undefined;
      if (!found) throw problem('link-not-good/pairing-none', {});
      if (found.refused) throw problem('forbidden/pairing-refused', {});
      if (found.until <= now()) throw problem('link-not-good/pairing-late', {});
      if (found.person === null) return { state: 'waiting' as const };
      if (found.proof !== pairingProof(keys, { ...found, device })) throw problem('forbidden/pairing-forged', {});
      const { token, digest } = newToken(keys, found.person, PROGRAM_PREFIX);
      const line = lineOf(now());
      const granted = await takePairing(pool, device, (given) => tokenOf(line, given, digest));
      if (!granted) throw problem('link-not-good/pairing-given', {});
      note('A token was made', { person: granted.person, token: line.id, ip });
      const { madeAt, id } = line;
      const { name, person, scope, days } = granted;
      const until = madeAt + days * DAY_MS;
      return { state: 'given' as const, id, name, person, scope, areas: null, madeAt, seenAt: null, until, token };
    },
  );
}

type Line = Pick<TokenLine, 'id' | 'madeAt'>;
const lineOf = (madeAt: number): Line => ({ id: randomUUID(), madeAt });

function tokenOf({ id, madeAt }: Line, { days, ...granted }: Granted, digest: string): NewProgramToken {
  return { ...granted, id, token: digest, areas: null, now: madeAt, until: madeAt + days * DAY_MS };
}

function ofPeople(app: Api, { pool, keys, realNow: now = Date.now }: ApiParts, { note }: SignInDesk): void {
  const access = { view: 'tokens' } as const;
  const guesses = new Slowing(GUESSES, now);
  const unknown = (person: string) => {
    guesses.count(person);
    return problem('not-found/no-pairing', {});
  };
  app.post(
    '/api/me/pairing/look',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Which program waits under a code; it changes nothing',
        body: PairingCode,
        response: { 200: PairingView, ...problems(400, 401, 403, 404) },
      },
    },
    async ({ person, body: { code } }) => {
      guesses.demand(person);
      const found = await pairingBy(pool, digestOf(keys, code), now());
      if (!found) throw unknown(person);
      const { device: _, ...told } = found;
      return told;
    },
  );
  app.post(
    '/api/me/pairing',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Lets a program in, to speak for me, or does not',
        body: AnswerPairing,
        response: { 200: AnswerPairing.pick({ grant: true }), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async ({ person, cameBy, ip, body: { code, grant, scope, days } }) => {
      guesses.demand(person);
      const digest = digestOf(keys, code);
      const found = await pairingBy(pool, digest, now());
      if (!found) throw unknown(person);
      if (grant) await demandTokenRoom(pool, person, now());
      const granted = { person, scope, days, ...cameBy! };
      const proof = pairingProof(keys, { ...granted, device: found.device });
      const done = grant
        ? await grantPairing(pool, { code: digest, now: now(), ...granted, proof })
        : await refusePairing(pool, digest, now());
      if (!done) throw unknown(person);
      note(grant ? 'A program was let in' : 'A program was not let in', { person, ip });
      return { grant };
    },
  );
}
