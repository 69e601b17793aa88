import type { Anchor } from '../contracts/anchor.ts';
import { ORGANISATION, type StreamId } from '../contracts/ids.ts';
import type { ReadAnchor } from './anchor.ts';
import { type Pool, snapshot } from './connection.ts';
import { digestOf } from './hash.ts';

/** What is not any more as an anchor says that it was. */
export interface AnchorFault {
  /** The number of the anchor. */
  readonly anchor: number;
  /** The stream, file or document; the anchor itself where it does not fit the others. */
  readonly what: string;
  /** One sentence: what is wrong. */
  readonly sentence: string;
}

const AT_ONCE = 1000;

/**
 * Compares the ledger with anchors that were kept elsewhere: every stream still has the event at which it stood, with the same link
 * and so the same events before it, and belongs to the same owner; every file is there with the same bytes, or the ledger
 * says since then that it was let go, or that somebody was erased. `anchors`: in the order of their numbers, each read when it is its turn. `trusted`: the only keys that may have signed them;
 * absent: all must bear one and the same. That chain and links fit the events is checked by `verifyLedger`. Changes nothing.
 */
export async function verifyAgainst(
  pool: Pool,
  anchors: Iterable<ReadAnchor>,
  trusted?: readonly string[],
): Promise<AnchorFault[]> {
  const faults: AnchorFault[] = [];
  await snapshot(pool, async (connection) => {
    let before: Seen | undefined;
    let keys = trusted;
    /** What stood in the anchor before is not looked at once more. */
    let known = new Map<string, string>();
    for (const { anchor, digest, key } of anchors) {
      keys ??= [key];
      faults.push(...faultsBeside(before, { anchor, digest, key }, keys));
      const fresh = anchor.streams.filter((line) => known.get(line[0]) !== JSON.stringify(line));
      for (let from = 0; from < fresh.length; from += AT_ONCE) {
        faults.push(...(await faultsOfStreams(connection, anchor, fresh.slice(from, from + AT_ONCE))));
      }
      faults.push(...(await faultsOfKept(connection, anchor)));
      known = new Map(anchor.streams.map((line) => [line[0], JSON.stringify(line)]));
      before = { number: anchor.number, digest };
    }
  });
  return faults;
}

interface Seen {
  readonly number: number;
  readonly digest: string;
}

/** What does not fit between an anchor and the one before it, and who has signed it. */
function faultsBeside(
  before: Seen | undefined,
  { anchor, digest, key }: ReadAnchor,
  keys: readonly string[],
): AnchorFault[] {
  const { number } = anchor;
  const fault = (sentence: string): AnchorFault => ({ anchor: number, what: 'anchor', sentence });
  const faults: AnchorFault[] = [];
  if (!keys.includes(key)) {
    faults.push(
      fault(
        `Anchor ${number} is signed with the key ${key}, which is none of those that are known; ask where it comes from.`,
      ),
    );
  }
  if (before?.number === number && before.digest !== digest) {
    faults.push(
      fault(
        `There are two different anchors with the number ${number}; somebody has made one of them, or the database was put back.`,
      ),
    );
  }
  if (before?.number === number - 1 && before.digest !== anchor.previous) {
    faults.push(
      fault(
        `Anchor ${number} does not follow from anchor ${before.number}; take both from another place where they are kept.`,
      ),
    );
  }
  return faults;
}

type Queries = Pick<Pool, 'query'>;

async function faultsOfStreams(
  connection: Queries,
  { number, at }: Anchor,
  streams: Anchor['streams'],
): Promise<AnchorFault[]> {
  const { rows } = await connection.query<{
    stream: StreamId;
    hash: string | null;
    owner: StreamId | null;
    head: number | null;
  }>(
    `select a.stream, encode(l.hash, 'hex') as hash, s.owner, s.version as head
     from unnest($1::text[], $2::int[]) as a (stream, version)
     left join ledger l on l.stream = a.stream and l.version = a.version
     left join stream s on s.id = a.stream`,
    [streams.map((s) => s[0]), streams.map((s) => s[1])],
  );
  const now = new Map(rows.map((r) => [r.stream, r]));
  return streams.flatMap(([stream, version, link, owner]) => {
    const found = now.get(stream)!;
    const fault = (sentence: string): AnchorFault => ({ anchor: number, what: stream, sentence });
    const day = at.slice(0, 10);
    if (found.hash === null)
      return [fault(`${stream}: had ${version} events on ${day}; event ${version} is not there any more.`)];
    if (found.hash !== link)
      return [
        fault(`${stream}: event ${version}, or one before it, is not what it was on ${day}; the stream was rewritten.`),
      ];
    if (found.owner !== owner)
      return [fault(`${stream}: belonged to ${owner ?? 'nobody'} on ${day}, and now to ${found.owner ?? 'nobody'}.`)];
    return [];
  });
}

async function faultsOfKept(connection: Queries, anchor: Anchor): Promise<AnchorFault[]> {
  const { number, at, kept } = anchor;
  if (!kept.length) return [];
  const { rows } = await connection.query<{ id: string; sha256: string }>(
    `select id, sha256 from file where id = any($1) union all select id, sha256 from document where id = any($1)`,
    [kept.map(([id]) => id)],
  );
  const now = new Map(rows.map((r) => [r.id, digestOf(`${r.id}\n${r.sha256}`)]));
  const day = at.slice(0, 10);
  const changed = kept.filter(([id, digest]) => now.has(id) && now.get(id) !== digest);
  const missing = kept.filter(([id]) => !now.has(id));
  const letGo = missing.length ? await letGoSince(connection, anchor) : new Set();
  const gone = missing.filter(([id]) => !letGo.has(id));
  const faults = changed.map(([id]) => ({
    ...{ anchor: number, what: id },
    sentence: `${id} is another file than it was on ${day}.`,
  }));
  const erased = gone.length ? await peopleErasedSince(connection, anchor) : 0;
  if (gone.length && erased === 0) {
    faults.push({
      ...{ anchor: number, what: gone[0]![0] },
      sentence: `${gone.length} of the files that were there on ${day} are gone (${gone[0]![0]} is the first), and nobody was erased.`,
    });
  }
  return faults;
}

/** Which files and documents were deleted since an anchor was made, as they were too old. */
async function letGoSince(connection: Queries, { streams }: Anchor): Promise<Set<string>> {
  const version = streams.find(([stream]) => stream === ORGANISATION)?.[1] ?? 0;
  const { rows } = await connection.query<{ id: string }>(
    `select json_array_elements_text(body -> 'files') as id from ledger
     where stream = $1 and type = 'FilesLetGo' and version > $2`,
    [ORGANISATION, version],
  );
  return new Set(rows.map(({ id }) => id));
}

/** How many people were erased since an anchor was made; their files went with them. */
async function peopleErasedSince(connection: Queries, { streams }: Anchor): Promise<number> {
  const version = streams.find(([stream]) => stream === ORGANISATION)?.[1] ?? 0;
  const { rows } = await connection.query<{ n: number }>(
    "select count(*)::int as n from ledger where stream = $1 and type = 'PersonErased' and version > $2",
    [ORGANISATION, version],
  );
  return rows[0]!.n;
}
