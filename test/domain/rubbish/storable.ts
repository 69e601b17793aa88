import { type Instant, LATEST } from '../../../contracts/ids.ts';
import { processOf } from '../../../domain/kinds.ts';
import type { Recorded, Rejection, Status } from '../../../domain/process.ts';
import type { Memory } from '../../../domain/turn/memory.ts';

/** What of a value neither the ledger nor a table could hold, with its path; undefined when it can be stored whole. */
export function unstorable(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return /\p{Cs}|\0/u.test(value) ? `${path}: ${JSON.stringify(value)}` : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path}: ${value}`;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const fault = unstorable(key, `${path} key`) ?? unstorable(item, `${path}.${key}`);
    if (fault) return fault;
  }
  return undefined;
}

/** Why an event cannot be in a ledger: what it holds cannot be stored, or it does not have the shape of its type. */
export function faultOfEvent({ stream, type, at, body }: Recorded): string | undefined {
  const schema = processOf(stream).events[type];
  const shape = schema ? schema.safeParse(body).error?.issues[0] : { path: [], message: 'unknown type' };
  const fault = shape ? `${shape.path.join('.')}: ${shape.message}` : (unstorable(body) ?? outOfTime(at));
  return fault && `${stream} ${type}: ${fault}`;
}

/** Why a message cannot be in the outbox. */
export function faultOfNotice({ to, template, about, notBefore }: Memory['notices'][number]): string | undefined {
  const fault = unstorable({ to, template, about }) ?? outOfTime(notBefore);
  return fault && `${template}: ${fault}`;
}

/** What betrays a rule that has taken something of JavaScript's own for something of ours. */
const BETRAYS = /undefined|\[object|\[native|function |NaN/;

/** Why a refusal is not what people can be told. */
export function faultOfRefusal({ code, detail }: Rejection): string | undefined {
  return BETRAYS.test(detail) ? `refused as ${code}: ${detail}` : undefined;
}

export function faultOfStatus({ wake, stage }: Status): string | undefined {
  return unstorable(stage) ?? outOfTime(wake ?? 0);
}

function outOfTime(instant: Instant): string | undefined {
  const there = Number.isInteger(instant) && instant >= 0 && instant <= LATEST;
  return there ? undefined : `${instant} is no instant`;
}
