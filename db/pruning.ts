import { sql } from 'kysely';
import { type Instant, ORGANISATION, type PersonId, type StreamId } from '../contracts/ids.ts';
import type { OfEachKind, RetentionKind } from '../contracts/retention.ts';
import { type Pool, stamp } from './connection.ts';
import { instant, int, many, text } from './sql/kinds.ts';
import { statement } from './sql/statement.ts';

/** What is deleted without a word in the ledger. */
export type PrunedKind = Exclude<RetentionKind, FileKind | TextKind | 'leavers'>;
/** What the ledger says that it was let go of: anchors tell that it was there. */
export type FileKind = 'uploads' | 'evidence' | 'documents';
/** What people wrote in procedures of some kinds, which the ledger keeps sealed: their keys go, which it says. */
export type TextKind = 'selections' | 'cycles';

/**
 * What is older than this goes, nothing where it never does: real time for what is stored (outcomes, drafts, ways in, uploads, evidence), procedure time for what happened in
 * a procedure (messages, documents, leavers).
 */
export type Before = OfEachKind<Instant>;

/** So many rows go in one statement, so that none holds up the work of others. */
export const BATCH = 5_000;
/** And in so many statements of a kind; the rest goes in the next run. */
export const BATCHES = 20;

interface Old {
  readonly table: string;
  /** `$1` is the instant. */
  readonly where: string;
  readonly order?: string;
  /** By which a row is named; absent: its place in the file, which only those may see who may read all of it. */
  readonly key?: string;
}

/** The files that applications name, or have named. */
const NAMED = `select json_array_elements_text(l.body -> 'evidence') from stream s join ledger l on l.stream = s.id
  where s.type = 'selection' and l.type in ('ApplicationSubmitted', 'ApplicationEdited')`;

/** Of each kind the rows that are old, table by table. */
const OLD: Readonly<Record<PrunedKind, readonly Old[]> & Record<FileKind, Old>> = {
  messages: [{ table: 'outbox', where: 'pending = 0 and settled_at < $1', order: 'settled_at' }],
  outcomes: [{ table: 'command', where: 'decided_at < $1' }],
  signIns: [
    { table: 'session', where: 'until < $1', key: 'id' },
    { table: 'link', where: 'until < $1', key: 'token' },
    { table: 'program_token', where: 'until < $1', key: 'id' },
    { table: 'pairing', where: 'until < $1', key: 'device' },
  ],
  drafts: [
    {
      table: 'draft',
      where: `saved_at < $1 and not exists (
      select from task where round = draft.stream and task.id = draft.task and assignee = draft.person
        and state in ('open', 'drafted'))
      and not (task = '/application' and exists (select from stream where id = draft.stream and not closed))`,
    },
  ],
  uploads: { table: 'file', where: `stored_at < $1 and id not in (${NAMED})` },
  evidence: {
    table: 'file',
    // What open selections name is gathered once, not for each file.
    where: `stored_at < $1 and id in (${NAMED}) and id not in (${NAMED} and not s.closed)`,
  },
  documents: {
    table: 'document',
    where: 'exists (select from stream s where s.id = document.stream and s.closed and s.at < $1)',
  },
};

const PRUNED = ['messages', 'outcomes', 'drafts', 'signIns'] as const satisfies readonly PrunedKind[];

/** Deletes what is old, a bounded number of each kind. @returns how many of each were deleted */
export async function prune(pool: Pool, before: Pick<Before, PrunedKind>): Promise<Record<PrunedKind, number>> {
  const deleted = {} as Record<PrunedKind, number>;
  for (const kind of PRUNED) {
    deleted[kind] = 0;
    for (const old of OLD[kind]) deleted[kind] += await inBatches(pool, old, before[kind]);
  }
  return deleted;
}

async function inBatches(pool: Pool, old: Old, before: Instant): Promise<number> {
  let deleted = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    const { rowCount } = await pool.query({
      name: `prune-${old.table}`,
      text: textFor(old),
      values: [stamp(before), BATCH],
    });
    deleted += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) break;
  }
  return deleted;
}

function textFor({ table, where, order, key = 'ctid' }: Old): string {
  const limited = `${where}${order ? ` order by ${order}` : ''} limit $2`;
  if (table !== 'outbox')
    return `delete from ${table} where ${key} = any (array(select ${key} from ${table} where ${limited}))`;
  return `with old as (select id from outbox where ${limited}),
          gone as (delete from delivery using old where message = old.id)
          delete from outbox using old where outbox.id = old.id`;
}

/** How many of each kind would go. */
export async function countOld(pool: Pool, before: Before): Promise<OfEachKind<number>> {
  const count = async (kind: PrunedKind | FileKind) => {
    let n = 0;
    for (const { table, where } of [OLD[kind]].flat()) {
      const text = `select count(*) as n from ${table} where ${where}`;
      n += (await pool.query<{ n: number }>(text, [stamp(before[kind])])).rows[0]!.n;
    }
    return n;
  };
  return {
    messages: await count('messages'),
    outcomes: await count('outcomes'),
    drafts: await count('drafts'),
    signIns: await count('signIns'),
    uploads: await count('uploads'),
    evidence: await count('evidence'),
    documents: await count('documents'),
    leavers: (await longGone(pool, before.leavers)).length,
    selections: (await longOver(pool, 'selections', before.selections)).length,
    cycles: (await longOver(pool, 'cycles', before.cycles)).length,
  };
}

/** The ids of old files or documents, so many at most. */
export async function oldFiles(pool: Pool, kind: FileKind, before: Instant, most: number): Promise<string[]> {
  const { table, where } = OLD[kind];
  const { rows } = await pool.query<{ id: string }>(`select id from ${table} where ${where} limit $2`, [
    stamp(before),
    most,
  ]);
  return rows.map(({ id }) => id);
}

/** The kinds of procedures whose texts go with each kind. */
const PROCEDURES: Readonly<Record<TextKind, readonly string[]>> = {
  selections: ['selection'],
  cycles: ['cycle', 'offering'],
};

const over = statement('long-over', { types: many(text), before: instant, most: int }, (db, { types, before, most }) =>
  db
    .selectFrom('stream as s')
    .innerJoin('person_key as k', 'k.person', 's.id')
    .select('s.id')
    .where(({ eb, fn }) => eb('s.type', '=', fn.any(types)))
    .where('s.closed', '=', true)
    .where('s.at', '<', before)
    .where('k.wrapped', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('stream as above').whereRef('above.id', '=', 's.owner').where('above.closed', '=', false))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('stream as below').whereRef('below.owner', '=', 's.id').where('below.closed', '=', false))),
    )
    .orderBy('s.id')
    .limit(most),
);

/**
 * Procedures that were over before an instant of procedure time, as everything is that belongs to them or that they belong to, and
 * in which people wrote something that can still be read.
 */
export async function longOver(pool: Pool, kind: TextKind, before: Instant, most = 1_000): Promise<StreamId[]> {
  const rows = await over.all(pool, { types: PROCEDURES[kind], before, most });
  return rows.map(({ id }) => id as StreamId);
}

const gone = statement('long-gone', { before: instant }, (db, { before }) =>
  db
    .selectFrom('person as p')
    .innerJoin(
      (q) =>
        q
          .selectFrom('ledger')
          .select(sql<string>`body ->> 'person'`.as('id'))
          .select(({ fn }) => fn.max('at').as('at'))
          .where('stream', '=', ORGANISATION)
          .where('type', '=', 'PersonLeft')
          .groupBy(sql`body ->> 'person'`)
          .as('gone'),
      (on) => on.onRef('gone.id', '=', 'p.id'),
    )
    .select('p.id as person')
    .where('gone.at', '<', before)
    .where('p.employed', '=', false)
    .where('p.name', 'is not', null)
    .orderBy('p.id'),
);

/** People who left before an instant of procedure time, have not come back, and are not erased. */
export async function longGone(pool: Pool, before: Instant): Promise<PersonId[]> {
  return (await gone.all(pool, { before })).map(({ person }) => person);
}

/** A person as the directory has them: for whoever erases by a list. */
export interface Standing {
  readonly person: PersonId;
  readonly employed: boolean;
  readonly erased: boolean;
}

const standings = statement('standing-of-people', { people: many(text) }, (db, { people }) =>
  db
    .selectFrom('person')
    .select(['id as person', 'employed'])
    .select(({ eb }) => eb('name', 'is', null).$castTo<boolean>().as('erased'))
    .where(({ eb, fn }) => eb('id', '=', fn.any(people)))
    .orderBy('id'),
);

/** How those of a list stand; who is not in the directory is left out. */
export function standingOf(pool: Pool, people: readonly PersonId[]): Promise<Standing[]> {
  return standings.all(pool, { people });
}

const erased = statement('erased-people', {}, (db) =>
  db
    .selectFrom('ledger')
    .select([sql<string>`body ->> 'person'`.as('person'), 'at'])
    .where('stream', '=', ORGANISATION)
    .where('type', '=', 'PersonErased')
    .orderBy('version'),
);

/** Everybody who was erased, a line each: the employee id and the instant, of procedure time. */
export async function erasedList(pool: Pool): Promise<string> {
  return (await erased.all(pool)).map(({ person, at }) => `${person} ${stamp(at)}\n`).join('');
}
