import type { Label } from '../../contracts/form.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import { type ArchiveSources, archiveOf, causeOf, wordsOf } from './archive.ts';

/** What a letter about a procedure quotes and the fold does not hold. */
export interface ProcedureArchive {
  /** Names of people; who is unknown or erased is left out. */
  names(people: Iterable<string>): Promise<ReadonlyMap<string, string>>;
  departments(ids: readonly string[]): Promise<ReadonlyMap<string, Label>>;
  /** Why somebody did what the message tells of; null: no reason was given, or it was erased. */
  why(type: string, fits?: (body: unknown) => boolean): Promise<string | null>;
}

/** The archive of the procedure that a message comes from. */
export function procedureArchiveOf(
  sources: ArchiveSources,
  message: Pick<ClaimedMessage, 'key' | 'stream'>,
): ProcedureArchive {
  const { names, departments } = archiveOf(sources, message);
  const { pool, keys, events, locale } = sources;
  return {
    names,
    departments,
    async why(type, fits = () => true) {
      const cause = await causeOf(events, message, type, fits);
      return wordsOf(pool, keys, (cause?.body as { reason?: unknown } | undefined)?.reason, locale);
    },
  };
}
