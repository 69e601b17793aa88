import type { StreamId } from '../../contracts/ids.ts';
import { linkOf } from '../../db/hash.ts';
import { GENESIS, headsOf, readEntries } from '../../db/ledger.ts';
import { headText } from '../../db/signature.ts';
import type { TestDatabase } from './database.ts';

/** Links and signs a stream anew after its rows were changed by hand, as if the installation had written them so. */
export async function signAnew({ pool, keys }: Pick<TestDatabase, 'pool' | 'keys'>, stream: StreamId): Promise<void> {
  let hash: Buffer = GENESIS;
  const links: { readonly version: number; readonly hash: Buffer }[] = [];
  for await (const page of readEntries(pool, stream)) {
    for (const { event, text } of page) {
      const { body: _, ...heading } = event;
      hash = linkOf(hash, heading, text);
      links.push({ version: event.version, hash });
    }
  }
  await pool.query(
    `update ledger set hash = l.hash from unnest($2::int[], $3::bytea[]) l (version, hash)
     where stream = $1 and ledger.version = l.version`,
    [stream, links.map((l) => l.version), links.map((l) => l.hash)],
  );
  const head = { ...(await headsOf(pool, [stream])).get(stream)!, hash };
  const signature = keys.signer.sign(headText(head));
  await pool.query('update stream set hash = $2, signature = $3 where id = $1', [stream, hash, signature]);
}
