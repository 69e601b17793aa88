import { randomUUID } from 'node:crypto';
import { type Instant, ORGANISATION, type PersonId } from '../contracts/ids.ts';
import type { KeyRing } from '../db/keys.ts';
import { newToken, PROGRAM_PREFIX } from '../db/opaque-token.ts';
import { tellOperations } from '../db/outbox/alarm.ts';
import { makeToken } from '../db/program-tokens.ts';
import { rolesInForce } from '../db/views/roles.ts';
import { DAY_MS } from '../domain/calendar/day.ts';
import type { Outcome } from '../domain/turn/outcome.ts';
import { type Access, commanding } from './organisation-commands.ts';

/**
 * Makes somebody one of operations by access to the database alone, as a fact of the organisation; all others of operations
 * are told. The directory need not know them: the first of all has yet to import it. `already-so` where they are it already.
 */
export function addOperator(access: Access, person: PersonId): Promise<Outcome> {
  return commanding(access, (send) => send('grantRole', { person, role: 'operations' }));
}

type OperatorsParts = Pick<Access, 'pool' | 'clock'> & { readonly keys: Pick<KeyRing, 'verifier'> };

/** The employee ids of operations today. */
export async function operatorsOf({ pool, keys, clock }: OperatorsParts): Promise<PersonId[]> {
  return (await rolesInForce(pool, keys, clock.now(), { role: 'operations' })).map(({ person }) => person);
}

/**
 * Makes a token of a day for one of operations, by access to the database alone: the first of all has no other way in, where nobody is in the
 * directory yet. All of operations are told. undefined: they are not one of them.
 * @param now real time
 */
export async function tokenForOperator(
  { pool, keys, clock }: Pick<Access, 'pool' | 'keys' | 'clock'>,
  person: PersonId,
  now: Instant,
): Promise<string | undefined> {
  if (!(await operatorsOf({ pool, keys, clock })).includes(person)) return undefined;
  const { token, digest } = newToken(keys, person, PROGRAM_PREFIX);
  const [id, until] = [randomUUID(), now + DAY_MS];
  await makeToken(pool, {
    ...{ id, person, token: digest, name: 'rostrum operator', scope: 'act', areas: null, now, until },
    // Whoever has the database and the master key needs nobody to vouch for them.
    ...{ way: 'machine', vouched: ['operations'] },
  });
  const alarm = {
    name: `operator-token:${id}`,
    stream: ORGANISATION,
    what: { en: 'A token was made with access to the database', 'zh-CN': '有人通过数据库访问权限生成了令牌' },
    where: person,
    mend: {
      en: `It speaks for ${person} for a day. If nobody of you meant it, sign ${person} out (POST /api/people/${person}/sign-out), and see who has access to the database.`,
      'zh-CN': `该令牌一天内可代表 ${person} 操作。如非你们中任何人的本意，请将 ${person} 注销登录（POST /api/people/${person}/sign-out），并核查谁有数据库访问权限。`,
    },
  };
  await tellOperations({ pool, keys }, [alarm], clock.now());
  return token;
}
