import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { departmentsOf } from '../../db/views/notice-facts.ts';
import type { Locale } from '../../notices/reader.ts';
import { archiveOf, causeOf, wordsOf } from './archive.ts';
import type { OfferingArchive } from './offering-facts.ts';

/** The archive of the offering that a message comes from. */
export function offeringArchiveOf(
  pool: Pool,
  keys: KeyRing,
  message: Pick<ClaimedMessage, 'key' | 'stream'>,
  locale: Locale,
): OfferingArchive {
  const { names, departments, answers } = archiveOf(pool, keys, message, locale);
  return {
    names,
    departments,
    answers,
    departmentsOf: (people) => departmentsOf(pool, people),
    async why(type) {
      const cause = await causeOf(pool, message, type, () => true);
      return wordsOf(pool, keys, (cause?.body as { reason?: unknown } | undefined)?.reason, locale);
    },
  };
}
