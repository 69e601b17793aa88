import { sayErased } from '../db/erased.ts';
import { longOver, type TextKind } from '../db/pruning.ts';
import { type Access, commanding } from './organisation-commands.ts';

/** What came of letting texts go. */
export interface TextsGone {
  /** Of so many procedures nothing that people wrote can be read any more. */
  readonly procedures: number;
  /** Why of none, as a sentence. */
  readonly refused: readonly string[];
}

/** Destroys the keys of procedures that are long over, a bounded number; that they are gone is a fact in the ledger. */
export async function letTextsGo(access: Access, kind: TextKind, before: number): Promise<TextsGone> {
  const procedures = await longOver(access.pool, kind, before);
  if (!procedures.length) return { procedures: 0, refused: [] };
  const outcome = await commanding(access, (send) => send('letTextsGo', { procedures }));
  if (!outcome.accepted) return { procedures: 0, refused: [outcome.detail] };
  // Every process forgets the keys.
  await sayErased(access.pool, procedures);
  return { procedures: procedures.length, refused: [] };
}
