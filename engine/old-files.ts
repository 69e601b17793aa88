import { MOST_FILES } from '../contracts/organisation.ts';
import { type FileKind, oldFiles } from '../db/pruning.ts';
import { type Access, commanding } from './organisation-commands.ts';

/** What came of letting files go. */
export interface LetGo {
  readonly files: number;
  /** Why none was, as a sentence. */
  readonly refused: readonly string[];
}

/** Deletes files or documents that are too old, a bounded number; that they are gone is a fact in the ledger. */
export async function letFilesGo(access: Access, kind: FileKind, before: number): Promise<LetGo> {
  const files = await oldFiles(access.pool, kind, before, MOST_FILES);
  if (!files.length) return { files: 0, refused: [] };
  const outcome = await commanding(access, (send) => send('letFilesGo', { files }));
  return outcome.accepted ? { files: files.length, refused: [] } : { files: 0, refused: [outcome.detail] };
}
