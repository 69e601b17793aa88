import type { FastifyRequest } from 'fastify';
import { MINUTE_MS } from '../domain/calendar/day.ts';
import { type Complain, pathAsked } from './errors.ts';
import type { Api } from './parts.ts';
import { countedBy } from './place-of.ts';

/** Of one person, or one address of strangers, so many refusals are noted within a minute: nobody fills the log by asking. */
const NOTED = 20;
/** A path is noted to this length. */
const LONGEST = 200;

/** Nobody is known by the token; may not do it; has asked too often. */
const WORTH_NOTING = new Set([401, 403, 429]);

/**
 * Notes who was refused what: attempts at guessing tokens and at what is somebody else's are found in the log by person and
 * address. What somebody sends is never noted, and of a path neither its query.
 */
export function noteRefusals(app: Api, note: Complain): void {
  let counted = new Map<string, number>();
  let until = 0;
  app.addHook('onResponse', (request, { statusCode: status }, done) => {
    if (WORTH_NOTING.has(status)) {
      const now = Date.now();
      if (now > until) [counted, until] = [new Map(), now + MINUTE_MS];
      const who = countedBy(request);
      const times = (counted.get(who) ?? 0) + 1;
      counted.set(who, times);
      if (times <= NOTED) note('Refused', { ...told(request), status, ...(times === NOTED ? { last: true } : {}) });
    }
    done();
  });
}

function told({ person, ip, method, url }: FastifyRequest) {
  return { ...(person ? { person } : {}), ip, method, path: pathAsked({ url }).slice(0, LONGEST) };
}
