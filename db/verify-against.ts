import type { Anchor } from '../contracts/anchor.ts';
import type { StreamId } from '../contracts/ids.ts';
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
 * and so the same events before it, and belongs to the same owner; every file is there with the same bytes, or its person was
 * erased. `trusted`: the only keys that may have signed them; absent: all must bear one and the same. That chain and links fit
 * the events is checked by `verifyLedger`. Changes nothing.
 */
export async function verifyAgainst(
  pool: Pool,
  anchors: readonly ReadAnchor[],
  trusted?: readonly string[],
): Promise<AnchorFault[]> {
  const inOrder = [...anchors].sort((a, b) => a.anchor.number - b.anchor.number);
  const faults = faultsAmong(inOrder, trusted);
  await snapshot(pool, async (connection) => {
    for (const { anchor } of inOrder) {
      for (let from = 0; from < anchor.streams.length; from += AT_ONCE) {
        faults.push(...(await faultsOfStreams(connection, anchor, anchor.streams.slice(from, from + AT_ONCE))));
      }
      faults.push(...(await faultsOfKept(connection, anchor)));
    }
  });
  return faults;
}

/** What does not fit among the anchors themselves. */
function faultsAmong(anchors: readonly ReadAnchor[], trusted: readonly string[] | undefined): AnchorFault[] {
  const keys = trusted ?? anchors.slice(0, 1).map((a) => a.key);
  return anchors.flatMap(({ anchor, key, digest }, i) => {
    const fault = (sentence: string): AnchorFault => ({ anchor: anchor.number, what: 'anchor', sentence });
    const faults = keys.includes(key)
      ? []
      : [fault(`Anchor ${anchor.number} is signed with the key ${key}, which is none of those that are known.`)];
    const before = anchors[i - 1];
    if (before && before.anchor.number === anchor.number && before.digest !== digest) {
      faults.push(
        fault(`There are two different anchors with the number ${anchor.number}; somebody has made one of them.`),
      );
    }
    if (before && before.anchor.number === anchor.number - 1 && before.digest !== anchor.previous) {
      faults.push(
        fault(
          `Anchor ${anchor.number} does not follow from anchor ${before.anchor.number}; one of them is not the one that was handed out.`,
        ),
      );
    }
    return faults;
  });
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

async function faultsOfKept(connection: Queries, { number, at, kept }: Anchor): Promise<AnchorFault[]> {
  if (!kept.length) return [];
  const { rows } = await connection.query<{ id: string; sha256: string }>(
    `select id, sha256 from file where id = any($1) union all select id, sha256 from document where id = any($1)`,
    [kept.map(([id]) => id)],
  );
  const now = new Map(rows.map((r) => [r.id, digestOf(`${r.id}\n${r.sha256}`)]));
  const day = at.slice(0, 10);
  const changed = kept.filter(([id, digest]) => now.has(id) && now.get(id) !== digest);
  const gone = kept.filter(([id]) => !now.has(id));
  const faults = changed.map(([id]) => ({
    ...{ anchor: number, what: id },
    sentence: `${id} is another file than it was on ${day}.`,
  }));
  const erased = await peopleErased(connection);
  if (gone.length && erased === 0) {
    faults.push({
      ...{ anchor: number, what: gone[0]![0] },
      sentence: `${gone.length} of the files that were there on ${day} are gone (${gone[0]![0]} is the first), and nobody was erased.`,
    });
  }
  return faults;
}

/** How many people were erased; their files went with them. */
async function peopleErased(connection: Queries): Promise<number> {
  const { rows } = await connection.query<{ n: number }>(
    "select count(*)::int as n from ledger where stream = 'organisation:main' and type = 'PersonErased'",
  );
  return rows[0]!.n;
}
