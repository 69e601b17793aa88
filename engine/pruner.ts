import { messageOf } from '../contracts/failure.ts';
import { ORGANISATION } from '../contracts/ids.ts';
import type { OfEachKind, RetentionKind } from '../contracts/retention.ts';
import { alone } from '../db/alone.ts';
import { beside } from '../db/connection.ts';
import { type Cleared, clearLeftovers } from '../db/leftovers.ts';
import { tellOperations } from '../db/outbox/alarm.ts';
import { type Before, erasedList, type PrunedKind, prune } from '../db/pruning.ts';
import { DAY_MS } from '../domain/calendar/day.ts';
import { eraseLongGone } from './erasing.ts';
import { letFilesGo } from './old-files.ts';
import { letTextsGo } from './old-texts.ts';
import type { Access } from './organisation-commands.ts';

const EVERY_MS = 3_600_000;

/** For how many days each kind is kept. */
export type Days = OfEachKind<number>;

/** From when on each kind is too old now. */
export function beforeNow(days: Days, { clock }: Pick<Access, 'clock'>): Before {
  const [real, now] = [Date.now(), clock.now()];
  // What is never too old is older than the beginning of time.
  const ago = (from: number, kind: RetentionKind) => (days[kind] === 0 ? 0 : from - days[kind] * DAY_MS);
  return {
    messages: ago(now, 'messages'),
    outcomes: ago(real, 'outcomes'),
    drafts: ago(real, 'drafts'),
    signIns: ago(real, 'signIns'),
    uploads: ago(real, 'uploads'),
    evidence: ago(real, 'evidence'),
    documents: ago(now, 'documents'),
    leavers: ago(now, 'leavers'),
    selections: ago(now, 'selections'),
    cycles: ago(now, 'cycles'),
  };
}

/** How many of each kind are gone, and what is left of those erased. */
export interface Retained {
  readonly gone: OfEachKind<number>;
  readonly refused: readonly string[];
}

/** Lets go of what is too old, a bounded number of each kind; operations hear of people who were erased by that. */
export async function retain(access: Access, days: Days): Promise<Retained> {
  const before = beforeNow(days, access);
  const pruned: Record<PrunedKind, number> = await prune(access.pool, before);
  const uploads = await letFilesGo(access, 'uploads', before.uploads);
  const evidence = await letFilesGo(access, 'evidence', before.evidence);
  const documents = await letFilesGo(access, 'documents', before.documents);
  const leavers = await eraseLongGone(access, before.leavers);
  await tellErased(access, leavers.erased);
  const selections = await letTextsGo(access, 'selections', before.selections);
  const cycles = await letTextsGo(access, 'cycles', before.cycles);
  const files = { uploads: uploads.files, evidence: evidence.files, documents: documents.files };
  const texts = { selections: selections.procedures, cycles: cycles.procedures };
  return {
    gone: { ...pruned, ...files, leavers: leavers.erased.length, ...texts },
    refused: [uploads, evidence, documents, leavers, selections, cycles].flatMap(({ refused }) => refused),
  };
}

async function tellErased({ pool, keys, clock }: Access, people: readonly string[]): Promise<void> {
  const [first] = people;
  if (!first) return;
  const alarm = {
    name: `retention:${first}:${people.length}`,
    stream: ORGANISATION,
    what: { en: 'People who left long ago were erased', 'zh-CN': '已清除离职多年人员的个人数据' },
    where: people.join(', '),
    mend: {
      en: 'Nothing is to be done. How long what is kept: rostrum retention --dry-run.',
      'zh-CN': '无需处理。各类数据的保留期限：rostrum retention --dry-run。',
    },
  };
  await tellOperations({ pool, keys }, [alarm], clock.now());
}

/** What the pruner keeps to, and whom it tells. */
export interface Pruning extends Access {
  readonly days: Days;
  readonly told: (gone: Retained['gone']) => void;
  readonly toldCleared: (cleared: Cleared) => void;
  /** Keeps the list of those erased out of the database, for when an older one is put back; absent: nobody does. */
  readonly listed?: ((list: string) => Promise<void>) | undefined;
}

/**
 * Lets go of what is too old, and takes what was erased out of the files of the database, at the start and then every hour, in
 * one process of the installation.
 */
export function keepPruned({ pool, days, told, toldCleared, listed, ...access }: Pruning): { stop(): Promise<void> } {
  const { complain } = access;
  const attempt = async (what: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      complain(what, { error: messageOf(error) });
    }
  };
  // Not of the pool of the turns: the connection that holds the lock is kept.
  return alone(beside(pool), 'pruner', EVERY_MS, async () => {
    await attempt('What is too old could not be deleted', async () => {
      const { gone, refused } = await retain({ pool, ...access }, days);
      if (Object.values(gone).some((n) => n > 0)) told(gone);
      for (const sentence of refused) complain('Something that is too old could not be let go of', { error: sentence });
    });
    await attempt('The list of those erased could not be kept', async () => {
      const list = listed ? await erasedList(pool) : '';
      if (list) await listed?.(list);
    });
    await attempt('What was erased could not be taken out of the files of the database', async () => {
      const cleared = await clearLeftovers(pool);
      if (cleared.people && !cleared.left.length) toldCleared(cleared);
      for (const sentence of cleared.left) complain('Something of those erased is left', { error: sentence });
    });
  });
}
