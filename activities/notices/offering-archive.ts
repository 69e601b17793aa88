import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { departmentsOf } from '../../db/views/notice-facts.ts';
import { type ArchiveSources, archiveOf, causeOf, wordsOf } from './archive.ts';
import type { OfferingArchive } from './offering-facts.ts';

/** The archive of the offering that a message comes from. */
export function offeringArchiveOf(
  sources: ArchiveSources,
  message: Pick<ClaimedMessage, 'key' | 'stream'>,
): OfferingArchive {
  const { names, departments, answers } = archiveOf(sources, message);
  const { pool, keys, events, locale } = sources;
  return {
    names,
    departments,
    answers,
    departmentsOf: (people) => departmentsOf(pool, people),
    async why(type) {
      const cause = await causeOf(events, message, type, () => true);
      return wordsOf(pool, keys, (cause?.body as { reason?: unknown } | undefined)?.reason, locale);
    },
  };
}
