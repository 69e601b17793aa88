import { randomUUID } from 'node:crypto';
import { ORGANISATION, type PersonId } from '../../contracts/ids.ts';
import type { AboutOf } from '../../contracts/notices/all.ts';
import type { Clock } from '../../db/clock.ts';
import { type Pool, transaction } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import { personByAddress, seenLink } from '../../db/links.ts';
import { isOurLink, isTokenOf, linkDigestOf } from '../../db/opaque-token.ts';
import { tellOperations } from '../../db/outbox/alarm.ts';
import { hintOutbox, putOutbox } from '../../db/outbox/put.ts';
import type { Complain } from '../errors.ts';

interface Parts {
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly clock: Pick<Clock, 'now'>;
  readonly complain: Complain;
}

/** What somebody asks for: a link to an address, or another one in the place of one they have. */
export type AskedLink = { readonly address: string; readonly path?: string | undefined } | { readonly token: string };

/**
 * Sends links to whoever asks for one. Whether somebody is known is found out after the answer was given, so that neither its words
 * nor its time tell it.
 */
export class SentLinks {
  readonly #parts: Parts;
  readonly #underWay = new Set<Promise<void>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Has a link sent; there is nothing to wait for. */
  ask(asked: AskedLink): void {
    const { complain } = this.#parts;
    const sending = this.#send(asked)
      .catch((error: Error) => complain('A link could not be sent', { error: error.message }))
      .finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
  }

  /** Resolves when what was asked for is in the outbox. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  async #send(asked: AskedLink): Promise<void> {
    const { pool, clock } = this.#parts;
    const to = await this.#readerOf(asked);
    if (!to) return;
    const about = { path: to.path } satisfies AboutOf<'session.link'>;
    const row = {
      key: `session.link:${randomUUID()}`,
      stream: ORGANISATION,
      person: to.person,
      template: 'session.link',
    };
    await transaction(pool, (connection) =>
      putOutbox(connection, [{ ...row, about, notBefore: clock.now(), whileOpen: null }]),
    );
    await hintOutbox(pool);
  }

  async #readerOf(asked: AskedLink): Promise<{ readonly person: PersonId; readonly path: string } | undefined> {
    const { pool, keys } = this.#parts;
    if ('address' in asked) {
      const person = await personByAddress(pool, asked.address);
      return person === undefined ? undefined : { person, path: asked.path ?? '/' };
    }
    if (!isOurLink(keys, asked.token)) return undefined;
    const link = await seenLink(pool, linkDigestOf(keys, asked.token));
    const isGood = link?.employed && link.voidAt === null && isTokenOf(asked.token, link.person);
    return isGood ? link : undefined;
  }
}

/** Tells operations that a letter has come to somebody whom it was not for. */
export async function tellOfStranger(
  { pool, keys, clock }: Pick<Parts, 'pool' | 'keys' | 'clock'>,
  { person, digest }: { readonly person: PersonId; readonly digest: string },
): Promise<void> {
  const alarm = {
    name: `link:${digest}`,
    stream: ORGANISATION,
    what: { en: 'A letter has come to somebody whom it was not for', 'zh-CN': '有邮件被非收件人打开' },
    where: person,
    mend: {
      en: `Whoever has it said "I am not ${person}"; its link is void. See who reads the mailbox, and whether the address in the personnel data is theirs.`,
      'zh-CN': `打开者表示不是 ${person}，该链接已作废。请核实该邮箱由谁使用，以及人事数据中的地址是否正确。`,
    },
  };
  await tellOperations({ pool, keys }, [alarm], clock.now());
}
